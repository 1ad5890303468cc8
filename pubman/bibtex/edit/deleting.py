"""Whole entries taken out, with the blank lines around them that are then too many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex.edit import splices, verify
from pubman.bibtex.edit.splices import Splice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.bibtex.scan.source import Block, Source

_REST_OF_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_BLANK_BEFORE = re.compile(r"(?:\r\n|\n|\r)([ \t]*(?:\r\n|\n|\r))\Z")


def delete(source: Source, blocks: Sequence[Block]) -> str:
    """The file's text without some entries and the blank lines behind them (at the end of the file: before them).

    Raises InputError, with the place, when the file may not be changed or the change would alter more than that.
    """
    verify.writable(source)
    if not blocks:
        return source.text
    text = source.text
    made = splices.merged([_cut(text, block) for block in blocks])
    last = made[-1]
    if last.end == len(text) and (blank := _BLANK_BEFORE.search(text, max(0, last.start - 200), last.start)):
        made[-1] = last._replace(start=blank.start(1))
    gone = {id(block) for block in blocks}
    place = min(block.start for block in blocks)
    changed = verify.rescanned(source, splices.apply(text, made), place, cut=True)
    kept = [block for block in source.blocks if id(block) not in gone]
    verify.same(source, kept, changed, changed.blocks, place)
    return changed.text


def _cut(text: str, block: Block) -> Splice:
    """An entry, the rest of its line and the blank lines behind it; where others share its line, the entry alone."""
    start, end = block.start, block.end
    before = text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start]
    line = _REST_OF_LINE.match(text, end)
    if not line or before.strip(" \t\ufeff"):
        return Splice(start, end)
    blank = _BLANK_LINES.match(text, line.end())
    return Splice(start - len(before.lstrip("\ufeff")), blank.end() if blank else line.end())
