"""`pubman search`: what Crossref has for a reference, and what speaks for and against each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pubman.commands import _door, _searches, _session
from pubman.edge import terminal

if TYPE_CHECKING:
    from pubman.commands._session import Session


@click.command(short_help="Show Crossref's candidates for a reference in words.")
@click.argument("text", metavar="TEXT...", nargs=-1, required=True)
@click.option(
    "-n",
    "--rows",
    type=click.IntRange(1, 100),
    default=_searches.ROWS,
    show_default=True,
    help="So many candidates at most.",
)
@click.option("--json", "as_json", is_flag=True, help="Print an array of objects.")
@_door.refreshes
@_session.everywhere
@click.pass_obj
def command(session: Session, text: tuple[str, ...], rows: int, as_json: bool, refresh: bool) -> int:
    """Show what Crossref has for the reference TEXT, the likeliest first, with the evidence; write nothing.

    Give the title, and what you know besides: authors, year, journal, volume, page. The exit status is 1 when none of
    the candidates certainly is the work.
    """
    reference = _searches.words(text)
    verdict = _searches.ask(session, reference, rows, refresh=refresh)
    if as_json:
        terminal.json([_searches.as_json(*pair, verdict.best) for pair in verdict.judged])
    else:
        terminal.put(_searches.show(session, verdict.judged))
    if verdict.best:
        terminal.say(f"{verdict.best.work.DOI} is the work", session.look)
        return 0
    terminal.say(_searches.none_of(verdict.judged), session.look)
    return 1
