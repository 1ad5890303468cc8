"""`pubman set`: values of one entry's fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from pubman.bibtex import edit, entry
from pubman.bibtex.edit import finding, notation
from pubman.commands import _changes, _session
from pubman.edge import store
from pubman.errors import UsageError

if TYPE_CHECKING:
    from pubman.commands._session import Session
    from pubman.edge.store import Change, Store

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@click.command(short_help="Set or remove fields of an entry.")
@click.argument("key")
@click.argument("assignment", metavar="FIELD=VALUE...", nargs=-1, required=True)
@_session.writes
@_session.reads_store
@click.pass_obj
def command(session: Session, key: str, assignment: tuple[str, ...], dry_run: bool, diff: bool) -> int:
    """Set fields of the entry KEY: a value is replaced or a field inserted, and no other byte is touched.

    An empty VALUE removes the field.
    """
    values = _values(assignment)

    def change(now: Store) -> tuple[str, list[Change]]:
        source, block = finding.find(now.sources, key)
        text = edit.set_fields(source, block, values, entry.macros(now.sources))
        return f"{source.file}:{source.line(block.start)}: {source.key(block)}", [store.Change(source, text)]

    place, changes = store.change(session.store, change, dry_run=dry_run)
    _changes.show(session, changes, diff=diff)
    done = ", ".join(f"{name} {'set' if value else 'removed'}" for name, value in values.items())
    _changes.said(session, changes, f"{place}: {done}", dry_run=dry_run)
    return 0


def _values(assignments: tuple[str, ...]) -> dict[str, str]:
    """The values by field; raises UsageError for what no field or value can be."""
    values: dict[str, str] = {}
    for each in assignments:
        name, equals, value = each.partition("=")
        name = name.strip()
        if not equals:
            raise UsageError(
                f'"{each}" has no "="', hint="write FIELD=VALUE, with quotes around both when there is a blank"
            )
        if not notation.is_name(name):
            raise UsageError(f'"{name}" cannot be the name of a field', hint="a name has no blanks: note=...")
        if name.lower() in (known.lower() for known in values):
            raise UsageError(f"{name} is set twice", hint="set it once")
        if not notation.balanced(value):
            raise UsageError(f"{name}: the braces of the value do not balance: {value}", hint="each { needs its }")
        if _CONTROL.search(value):
            raise UsageError(f"{name}: the value has a control character: {value}")
        if not _is_text(value):
            raise UsageError(f"{name}: the value is not UTF-8 text")
        values[name] = value if value.strip() else ""
    return values


def _is_text(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
