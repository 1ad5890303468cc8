"""The text of a .bib file cut into blocks: pure, linear and without recursion, and never stopped by a fault.

The grammar is that of bibtex.web, read more kindly where that is safe: `%` starts a remark at top level and between
tokens, a @comment is opaque, repeated commas count as one. Each such kindness is a warning. After a fault, reading goes
on behind the broken entry where its braces balance, else at the next line that starts an entry.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from pubman.bibtex.scan import grammar, remarks
from pubman.bibtex.scan.bodies import Bodies
from pubman.bibtex.scan.faults import Fault, Unreadable, told
from pubman.bibtex.scan.source import Block, Field, Source

if TYPE_CHECKING:
    from pubman.errors import Problem

__all__ = ["Block", "Field", "Source", "scan"]

ENOUGH = 10_000
"""After as many broken entries a text is given up as being no .bib file."""


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


class _Scanner(Bodies):
    """One pass over one text.

    `last` is the entry that the text being read may still belong to, `prose` where the free text being read has its
    first word, `broken` the number of broken entries.
    """

    __slots__ = ("blocks", "broken", "last", "last_paren", "prose")

    def __init__(self, source: Source) -> None:
        super().__init__(source, [])
        self.blocks = source.blocks
        self.last: Block | None = None
        self.last_paren = -2
        self.prose = -1
        self.broken = 0

    def run(self) -> None:
        """Fill the blocks."""
        text = self.text
        done = at = 0
        while landmark := grammar.LANDMARK.search(text, at):
            at = landmark.start()
            if landmark[0] == "%":
                remark = grammar.compiled(grammar.REMARK).match(text, at)
                block = Block("comment", at, remark.end() if remark else at)
            elif started := self._start(at, done):
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

    def _start(self, at: int, done: int) -> Block | None:
        """The block that an `@` starts, or nothing where it is text: behind a letter, or in a line of prose."""
        text = self.text
        head = grammar.HEAD.match(text, at)
        in_word = at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")
        if not head:
            comment = None if in_word else grammar.compiled(grammar.COMMENT).match(text, at)
            return Block("comment", at, comment.end(), "comment") if comment else None
        type_ = head[1].lower()
        named = type_ in ("comment", "string", "preamble")
        if in_word or (self._in_prose(at, done) and not named and not grammar.compiled(grammar.KEYED).match(text, at)):
            message = f"'@' in free text: '@{head[1]}{text[head.start(2)]}' is not taken for an entry, BibTeX would"
            self.faults.append(Fault(at, "stray-at", message, "warning"))
            return None
        block = Block("entry", at, -1, type_, head.span(1), head.start(2))
        if type_ == "comment":
            return self._comment(block)
        closer = "}" if head[2] == "{" else ")"
        try:
            if type_ == "string":
                block.kind = "string"
                self.definitions(block, closer)
            elif type_ == "preamble":
                block.kind = "preamble"
                self.preamble(block, closer)
            else:
                self.entry(block, closer, head)
        except Unreadable as stop:
            self._broken(block, stop)
        else:
            block.end = block.close + 1
        return block

    def _comment(self, block: Block) -> Block:
        """A @comment to its closing delimiter; without one, to the end of the line."""
        text, opener = self.text, block.opener
        block.kind = "comment"
        if text[opener] == "{":
            braced = grammar.compiled(grammar.BRACED).match(text, opener)
            block.close = braced.end() - 1 if braced else self.partners.of(opener)
            if block.close < 0:
                self._broken(block, Unreadable(block.start, "@comment is never closed", ends=True))
                return block
        else:
            if self.last_paren == -2:
                self.last_paren = text.rfind(")")
            block.close = text.find(")", opener) if self.last_paren > opener else -1
        line = grammar.compiled(grammar.COMMENT).match(text, block.start)
        block.end = block.close + 1 if block.close >= 0 else line.end() if line else opener + 1
        return block

    def _broken(self, block: Block, stop: Unreadable) -> None:
        """Make an error of the block, and find where reading goes on."""
        text, start, fault = self.text, block.start, stop.fault
        self.faults.append(fault)
        self.broken += 1
        if self.broken > ENOUGH:
            self.faults.append(Fault(start, "unclosed", f"more than {ENOUGH} broken entries; the rest is not read"))
            block.kind, block.end = "error", len(text)
            return
        close = self.partners.of(block.opener) if text[block.opener] == "{" else -1
        resume = len(text)
        for found in grammar.compiled(grammar.START).finditer(text, start + 1):
            if self._starts_line(found.start()) and (
                stop.ends or found.start() >= fault.offset or grammar.compiled(grammar.KEYED).match(text, found.start())
            ):
                resume = found.start()
                break
            if 0 <= close < found.start():
                break
        if text[block.opener] == "(" and not stop.ends:
            block.close = text.find(")", fault.offset, resume)
        elif 0 <= close < resume:
            block.close, resume = close, close + 1
        block.kind, block.end = "error", resume

    def _in_prose(self, at: int, done: int) -> bool:
        """Whether free text stands before it on its line."""
        if at == done or self._starts_line(at):
            return False
        if self.prose < done:
            blanks = grammar.GAP.match(self.text, done)
            self.prose = blanks.end() if blanks else done
        return self.prose < at

    def _starts_line(self, at: int) -> bool:
        """Whether nothing but blanks stands before it on its line."""
        text = self.text
        at -= 1
        while at >= 0 and text[at] in " \t\ufeff":
            at -= 1
        return at < 0 or text[at] in "\r\n\f"
