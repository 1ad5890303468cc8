"""Where a field of one entry goes in and comes out: replacements of stretches of its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pubman.bibtex.edit import habits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pubman.bibtex.edit.habits import Habits
    from pubman.bibtex.scan.source import Block, Field, Source

_LINE_REMARK = re.compile(r"[ \t]*%[^\r\n]*")
_TO_LINE_END = re.compile(r"[ \t]*(?=\r|\n|\Z)")
_BLANKS = re.compile(r"[ \t]*")
_LINE_END = re.compile(r"\r\n|\n|\r")


class Splice(NamedTuple):
    """Text in the place of `[start, end)`."""

    start: int
    end: int
    text: str = ""


def apply(text: str, splices: Iterable[Splice]) -> str:
    """The text with all of them made; they do not overlap."""
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(splices):
        parts += text[done:start], new
        done = end
    return "".join(parts) + text[done:]


def merged(made: Iterable[Splice]) -> list[Splice]:
    """Cuts in their order, those that overlap or touch as one."""
    found: list[Splice] = []
    for splice in sorted(made):
        if found and splice.start <= found[-1].end:
            found[-1] = Splice(found[-1].start, max(found[-1].end, splice.end))
        else:
            found.append(splice)
    return found


def inserted(source: Source, block: Block, layout: Habits, name: str, value: str) -> Splice:
    """`name = value` right behind the last value, or the remark on its line; a comma that ended it still does."""
    text = source.text
    at = block.fields[-1].end if block.fields else block.key_span[1]
    field = layout.assignment(name, value)
    line = layout.eol + (layout.lead(name) if layout.lines else "  ")
    if remark := _LINE_REMARK.match(text, at, block.close):
        return Splice(remark.end(), remark.end(), f"{line}{layout.comma_first or ', '}{field}")
    comma = _comma(text, at, block.close)
    if comma >= 0 and not layout.comma_first and (remark := _LINE_REMARK.match(text, comma + 1, block.close)):
        return Splice(remark.end(), remark.end(), f"{line}{field},")
    before = line if layout.lines else layout.indent
    return Splice(at, at, f"{before}{layout.comma_first}{field}" if layout.comma_first else f",{before}{field}")


def removed(source: Source, block: Block, field: Field) -> list[Splice]:
    """The field and one comma taken out; remarks before it stay."""
    text = source.text
    before = _before(block, field)
    lead = text[before : field.name_start]
    if "%" not in lead:
        return [Splice(before, field.end)]
    remark = _last_remark(text, before, field.name_start)
    if _comma(text, remark, field.name_start) >= 0:
        return [_from_remark(text, remark, field.end)]
    comma = _comma(text, field.end, block.close)
    if comma >= 0:
        return [_from_remark(text, remark, comma + 1)]
    follows = block.fields[-1] is not field or "," in habits.without_remarks(text[field.end : block.close])
    taken = _from_remark(text, remark, field.end)
    if not follows:
        return [taken]
    first = _first_comma(text, before, field.name_start)
    return [Splice(first, first + 1), taken]


def _before(block: Block, field: Field) -> int:
    """The end of what stands before a field: of the field before, or of the key."""
    index = block.fields.index(field)
    return block.fields[index - 1].end if index else block.key_span[1]


def _from_remark(text: str, remark: int, end: int) -> Splice:
    """From the end of a remark on; the end of its line stays, with the indentation, or comes right behind."""
    if _TO_LINE_END.match(text, end):
        return Splice(remark, end)
    line = _LINE_END.match(text, remark)
    return Splice(_behind_blanks(text, line.end() if line else remark), _behind_blanks(text, end))


def _behind_blanks(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at


def _last_remark(text: str, start: int, end: int) -> int:
    """Where the last remark between two tokens ends."""
    at, last = start, start
    while (found := text.find("%", at, end)) >= 0:
        line = _LINE_END.search(text, found, end)
        last = at = line.start() if line else end
    return last


def _comma(text: str, start: int, end: int) -> int:
    """The first comma behind nothing but blanks, or -1."""
    at = start
    while at < end and text[at].isspace():
        at += 1
    return at if at < end and text[at] == "," else -1


def _first_comma(text: str, start: int, end: int) -> int:
    """The first comma outside of remarks; there is one."""
    at = start
    while at < end and text[at] != ",":
        line = _LINE_END.search(text, at, end) if text[at] == "%" else None
        at = line.end() if line else at + 1
    return at
