"""Whole entries put behind the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.edit import habits, verify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.bibtex.scan.source import Source

_WHITE = " \t\f\v\r\n"


def append(source: Source, entries: Sequence[str]) -> str:
    """The file's text with whole entries at its end, a blank line before each.

    Raises InputError, with the place, for a file that may not be changed or whose end would swallow them.
    """
    verify.writable(source)
    if not entries:
        return source.text
    text, eol = source.text, habits.of_file(source).eol
    ended = [habits.in_lines(entry, eol) for entry in entries]
    new_text = text + _missing(text, eol) + eol.join(entry + eol for entry in ended)
    place = max(len(text) - 1, 0)
    changed = verify.rescanned(source, new_text, place)
    before, after = verify.solid(source), verify.solid(changed)
    verify.same(source, before, changed, after[: len(before)], place)
    added = after[len(before) :]
    if [changed.text[block.start : block.end] for block in added] != ended or any(
        block.kind != "entry" for block in added
    ):
        raise verify.more(source, place)
    return new_text


def _missing(text: str, eol: str) -> str:
    """What the end of a file lacks for a line of its own with a blank line before it."""
    body = text.removeprefix("\ufeff")
    tail = body[len(body.rstrip(_WHITE)) :]
    partial = bool(tail) and not tail.endswith(("\n", "\r"))
    if len(tail) == len(body):
        return eol if partial else ""
    return eol * max(2 - len(habits.EOL.findall(tail)), int(partial))
