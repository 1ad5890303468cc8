"""`pubman audit`: what the services say against the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pubman.commands import _door, _session
from pubman.edge import findings, terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.bibtex.entry import Entry
    from pubman.commands._session import Session


@click.command(short_help="Ask the services about wrong DOIs, retractions, dead links.")
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option(
    "-f", "--format", "format_", type=click.Choice(findings.FORMATS), default="text", help="How to print the findings."
)
@_door.refreshes
@_session.reads_store
@click.pass_obj
def command(session: Session, keys: tuple[str, ...], format_: str, refresh: bool) -> int:
    """Ask the net about the store; exit 1 when something was found, 5 when not all is known.

    Found are DOIs that do not exist or belong to another work, retractions and corrections, papers that wait for print
    in the store and are printed, preprints that were published, and links that lead nowhere. A kind of finding is
    switched off as a rule of `pubman check` is.
    """
    from pubman.commands import _auditing

    heard = _auditing.run(session, _chosen(session, keys), refresh=refresh)
    findings.put(heard.problems, format_)
    count = len(heard.problems)
    terminal.say(f"{count or 'no'} finding{'s' * (count != 1)}, {heard.counted()}", session.look)
    return 5 if heard.unknown else int(bool(heard.problems))


def _chosen(session: Session, keys: Sequence[str]) -> list[Entry]:
    """The entries of these keys, or all. Raises as `finding.find` for a key that means no entry."""
    from pubman.bibtex.edit import finding

    now = session.store
    chosen = {id(finding.find(now.sources, key)[1]) for key in keys}
    return [each for each in now.entries if not keys or id(each.block) in chosen]
