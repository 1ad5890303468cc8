"""The text of a .bib file cut into blocks: pure, linear and without recursion, and never stopped by a fault.

The grammar is that of bibtex.web, read more kindly where that is safe: `%` starts a remark at top level and between
tokens, a @comment is opaque, repeated commas count as one. Each such kindness is a warning. After a fault, reading goes
on behind the broken entry where its braces balance, else at the next line that starts an entry.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from pubman.bibtex.scan import grammar, remarks
from pubman.bibtex.scan.blocks import Blocks
from pubman.bibtex.scan.faults import Fault, told
from pubman.bibtex.scan.source import Block, Field, Source

if TYPE_CHECKING:
    from pubman.errors import Problem

__all__ = ["Block", "Field", "Source", "scan"]


def scan(text: str, file: str = "") -> Source:
    """The blocks of a .bib file's text and what is wrong with its syntax.

    Nothing is raised: what cannot be read is a block of kind `error`, and a problem.
    """
    source = Source(file, text)
    scanner = _Scanner(source)
    scanner.run()
    faults = _conflicts(source, scanner.faults)
    source.problems = told([*faults, *remarks.controls(text)], source)
    source.refusal = _refusal(source, faults)
    return source


def _refusal(source: Source, faults: list[Fault]) -> Problem | None:
    for problem in source.problems:
        if problem.rule == "conflict":
            return problem
    last = source.blocks[-1] if source.blocks else None
    if last and last.kind == "error" and last.close < 0:
        found = [fault for fault in faults if fault.severity == "error" and fault.offset >= last.start]
        return source.problem(found[-1].offset, "unclosed", "error", found[-1].message)
    return None


def _conflicts(source: Source, faults: list[Fault]) -> list[Fault]:
    """The faults with those of a merge conflict in the place of what it made of the blocks it stands in."""
    markers = remarks.conflicts(source.text)
    if not markers:
        return faults
    starts = [block.start for block in source.blocks]
    torn = {bisect_right(starts, marker.offset) - 1 for marker in markers}
    for index in torn:
        if source.blocks[index].kind != "junk":
            source.blocks[index].kind = "error"
    whole = [f for f in faults if f.severity == "warning" or bisect_right(starts, f.offset) - 1 not in torn]
    return [*whole, *markers]


class _Scanner(Blocks):
    """One pass over one text; `last` is the entry that the text being read may still belong to."""

    __slots__ = ("blocks", "last")

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.blocks = source.blocks
        self.last: Block | None = None

    def run(self) -> None:
        """Fill the blocks."""
        text = self.text
        done = at = 0
        while landmark := grammar.LANDMARK.search(text, at):
            at = landmark.start()
            if landmark[0] == "%":
                remark = grammar.compiled(grammar.REMARK).match(text, at)
                block = Block("comment", at, remark.end() if remark else at)
            elif started := self.start(at, done):
                block = started
            else:
                at += 1
                continue
            self._junk(done, block.start)
            self.blocks.append(block)
            self._note(block)
            done = at = block.end
        self._junk(done, len(text))

    def _note(self, block: Block) -> None:
        if block.kind == "comment":
            where = "commented out" if self.text[block.start] == "%" else "inside a @comment"
            hidden = [*remarks.hidden(self.text, block.start + 1, block.end, where)]
            self.faults += hidden
            if not hidden:
                return
        self.last = block if block.kind == "entry" else None

    def _junk(self, start: int, end: int) -> None:
        """A stretch of free text."""
        if start == end:
            return
        text = self.text
        self.blocks.append(Block("junk", start, end))
        if text[start:end].isspace():
            return
        last = self.last
        at = remarks.cut_off(text, start, end) if last else -1
        if last and at >= 0:
            last.kind = "error"
            name = f"entry '{self.source.key(last)}'"
            message = f"text after the end of {name} looks like its fields: an extra '}}' has closed it early"
            same_line = self.source.line(at) == self.source.line(last.close)
            self.faults.append(Fault(last.close if same_line else at, "stray-fields", message))
        elif last and remarks.only_punctuation(text, start, end):
            return
        else:
            self.faults += remarks.stray(text, start, end)
        self.last = None
