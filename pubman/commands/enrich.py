"""`pubman enrich`: what the services know and the store does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pubman.commands import _door, _session
from pubman.errors import UsageError

if TYPE_CHECKING:
    from pubman.commands._session import Session


def _update(_: click.Context, __: click.Parameter, value: str) -> tuple[str, ...]:
    from pubman.enrich import ALL, comparing
    from pubman.options import did_you_mean

    names = tuple(name.lower() for name in value.replace(",", " ").split())
    known = (*comparing.FIELDS, ALL)
    if wrong := next((name for name in names if name not in known), ""):
        raise UsageError(f'--update: "{wrong}" cannot be updated{did_you_mean(wrong, known)}')
    return names


@click.command(short_help="Fill in missing DOIs, volumes, pages, authors.")
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option(
    "--update",
    metavar="FIELD,...|all",
    default="",
    callback=_update,
    help="Take the services' values for these fields: author, title, year, month, volume, number, pages, eid, doi.",
)
@click.option("--upgrade", is_flag=True, help="Turn preprints into what they were published as.")
@click.option("--issn", is_flag=True, help="Fill in the ISSN, too.")
@click.option("--why", is_flag=True, help="Show the evidence for and against each record.")
@click.option("--json", "as_json", is_flag=True, help="Print one object a line.")
@_door.refreshes
@_session.writes
@_session.reads_store
@click.pass_obj
def command(
    session: Session,
    keys: tuple[str, ...],
    update: tuple[str, ...],
    upgrade: bool,
    issn: bool,
    why: bool,
    as_json: bool,
    refresh: bool,
    dry_run: bool,
    diff: bool,
) -> int:
    """Fill in what entries lack: DOI, volume, number, pages, month, all authors, place and days of an event.

    Only what is missing is inserted, and what fills a place (PP, 1-1, "Early access", "and others") replaced. A value
    that is otherwise at the services is reported; --update takes theirs. A record is used when it certainly is the
    same work; of several that could be it, you are told.
    """
    from pubman.commands import _enrich
    from pubman.commands._wish import Wish

    wish = Wish(update, upgrade, issn, why, as_json, refresh, dry_run, diff)
    return _enrich.run(session, wish, keys)
