"""`pubman show`: one entry as it stands, and its reference."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from pubman import render
from pubman.commands import _entries, _session
from pubman.edge import terminal
from pubman.errors import FoundError
from pubman.options import did_you_mean

if TYPE_CHECKING:
    from pubman.commands._session import Session


@click.command()
@click.argument("key")
@click.option("--json", "as_json", is_flag=True, help="One object.")
@_session.reads_store
@click.pass_obj
def command(session: Session, key: str, as_json: bool) -> int:
    """Show the entry KEY as it stands in its file, and the reference it gives."""
    entries = {entry.key.casefold(): entry for entry in reversed(session.store.entries)}
    if key.casefold() not in entries:
        raise FoundError(
            f'no entry has the key "{key}"{did_you_mean(key, [entry.key for entry in entries.values()][:500])}'
        )
    (item,) = render.items([entries[key.casefold()]])
    if as_json:
        terminal.put(json.dumps(_entries.as_json(item), ensure_ascii=False, indent=2))
        return 0
    wanted = session.config.options({}, {"format": "text"})
    block, source = item.entry.block, item.entry.source
    terminal.put(terminal.safe(source.text[block.start : block.end]) + "\n")
    terminal.put(f"\n{terminal.safe(render.reference(item, wanted))}\n")
    return 0
