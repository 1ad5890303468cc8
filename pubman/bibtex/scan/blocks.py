"""One block, from its `@` to its end, and where reading goes on behind one that is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.scan import grammar
from pubman.bibtex.scan.bodies import Bodies
from pubman.bibtex.scan.faults import Fault, Unreadable
from pubman.bibtex.scan.source import Block

if TYPE_CHECKING:
    from pubman.bibtex.scan.source import Source

ENOUGH = 10_000
"""After as many broken entries a text is given up as being no .bib file."""


class Blocks(Bodies):
    """Reads single blocks.

    `prose` is where the free text being read has its first word, `broken` the number of broken entries, `last_paren`
    where the text has its last `)`, looked for once.
    """

    __slots__ = ("broken", "last_paren", "prose")

    def __init__(self, source: Source) -> None:
        super().__init__(source, [])
        self.last_paren = -2
        self.prose = -1
        self.broken = 0

    def start(self, at: int, done: int) -> Block | None:
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
