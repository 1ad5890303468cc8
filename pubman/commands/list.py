"""`pubman list`: the store as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pubman import options, render, selection
from pubman.commands import _entries, _session
from pubman.edge import terminal
from pubman.errors import InputError, UsageError
from pubman.text import plain

if TYPE_CHECKING:
    from pubman.commands._session import Session


@click.command(short_help="List the entries, or those that match a query.")
@click.argument("query", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print an array of objects.")
@_session.reads_store
@click.pass_obj
def command(session: Session, query: tuple[str, ...], as_json: bool) -> int:
    """List the entries, or those that match QUERY: words they contain, or terms such as year>=2020."""
    try:
        holds = selection.query(" ".join(query))
    except options.OptionError as error:
        raise UsageError(f"QUERY: {error}") from None
    broken = [problem for problem in session.store.problems if problem.severity == "error"]
    found = [item for item in render.items(session.store.entries) if holds(item.entry, item.work)]
    if as_json:
        terminal.json([_entries.as_json(item) for item in found])
    else:
        rows = [(item.entry.key, _entries.year(item), _entries.authors(item), plain(item.work.title)) for item in found]
        terminal.table(("key", "year", "authors", "title"), rows, session.look)
    if not found and not broken:
        terminal.say("no entry matches" if query else "the store has no entries", session.look)
    if broken:
        raise InputError("what is broken is not in the list", hint="mend the lines named above", problems=broken)
    return 0
