"""`pubman rm`: entries out of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pubman.bibtex import edit
from pubman.bibtex.edit import copying, finding
from pubman.commands import _changes, _session
from pubman.edge import store, terminal

if TYPE_CHECKING:
    from pubman.commands._session import Session
    from pubman.edge.store import Change, Store


@click.command(short_help="Remove entries.")
@click.argument("key", metavar="KEY...", nargs=-1, required=True)
@_session.writes
@_session.reads_store
@click.pass_obj
def command(session: Session, key: tuple[str, ...], dry_run: bool, diff: bool) -> int:
    """Remove the entries KEY... and the blank lines behind them; comments around them stay."""

    def change(now: Store) -> tuple[list[str], list[Change]]:
        return _links(now, key), [
            store.Change(source, edit.delete(source, blocks)) for source, blocks in finding.find_all(now.sources, key)
        ]

    links, changes = store.change(session.store, change, dry_run=dry_run)
    for link in links:
        terminal.say(f"warning: {link}", session.look)
    _changes.show(session, changes, diff=diff)
    _changes.said(session, changes, f"{', '.join(dict.fromkeys(key))} removed", dry_run=dry_run)
    return 0


def _links(now: Store, keys: tuple[str, ...]) -> list[str]:
    """The entries that stay and take fields from one that goes, or name it."""
    gone = {key.casefold() for key in keys}
    return [
        f"{each.file}:{each.line}: '{each.key}' has {name} = {each.fields[name]}"
        for each in now.entries
        if each.key.casefold() not in gone
        for name in sorted(copying.LINKS & each.fields.keys() - set(each.inherited))
        if gone & {named.strip().casefold() for named in each.fields[name].split(",")}
    ]
