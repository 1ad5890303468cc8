"""`pubman show`: one entry as it stands, and its reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pubman import render
from pubman.bibtex import encoding
from pubman.bibtex.edit import finding
from pubman.commands import _entries, _session
from pubman.edge import terminal

if TYPE_CHECKING:
    from pubman.commands._session import Session


@click.command(short_help="Show an entry and its reference.")
@click.argument("key")
@click.option("--json", "as_json", is_flag=True, help="Print one object.")
@_session.reads_store
@click.pass_obj
def command(session: Session, key: str, as_json: bool) -> int:
    """Show the entry KEY as it stands in its file, and the reference it gives."""
    source, block = finding.find(session.store.sources, key)
    (item,) = render.items([entry for entry in session.store.entries if entry.block is block])
    if as_json:
        terminal.json(_entries.as_json(item))
        return 0
    wanted = session.config.options({}, {"format": "text"})
    terminal.put(terminal.safe(encoding.shown(source.text[block.start : block.end])) + "\n")
    terminal.put(f"\n{terminal.safe(render.reference(item.work, wanted))}\n")
    return 0
