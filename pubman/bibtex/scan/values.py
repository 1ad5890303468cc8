"""One value: operands joined by `#`, each in braces, in quotes, a number or the name of a macro."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.scan import grammar
from pubman.bibtex.scan.faults import Fault, Unreadable
from pubman.bibtex.scan.partners import Partners
from pubman.bibtex.scan.source import Part

if TYPE_CHECKING:
    from pubman.bibtex.scan.source import Source

SOLID = frozenset([*'=,{}()#"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@'])
"""What is no gap, for a quick look."""


class Reader:
    """Reads tokens of a text from an offset on, and collects the remarks between them."""

    __slots__ = ("faults", "partners", "remark", "source", "text")

    def __init__(self, source: Source, faults: list[Fault]) -> None:
        self.source = source
        self.text = source.text
        self.faults = faults
        self.partners = Partners(source.text)
        self.remark = -1

    def gap(self, at: int) -> int:
        """Where the next token starts, behind blanks and remarks."""
        first = self.text[at : at + 1]
        if first in SOLID:
            return at
        found = grammar.GAP.match(self.text, at)
        end = found.end() if found else at
        if end > at and (remark := self.text.find("%", at, end)) > self.remark:
            self.remark = remark
            message = "'%' remark inside an entry: BibTeX has no remarks and would stop reading the entry here"
            self.faults.append(Fault(remark, "remark", message, "warning"))
        return end

    def found(self, at: int) -> str:
        """What stands at an offset, for a message."""
        word = grammar.compiled(grammar.WORD).match(self.text, at)
        return f"found '{word[0] if word else self.text[at]}'" if at < len(self.text) else "found the end of the file"

    def value(self, at: int, name: str) -> tuple[int, tuple[Part, ...]]:
        """The end of the value that starts at an offset, and its parts. Raises Unreadable."""
        parts = []
        while True:
            part = self._part(at, name)
            parts.append(part)
            after = self.gap(part.end)
            if not self.text.startswith("#", after):
                return part.end, tuple(parts)
            at = self.gap(after + 1)

    def _part(self, at: int, name: str) -> Part:
        text = self.text
        first = text[at : at + 1]
        if first == "{":
            braced = grammar.compiled(grammar.BRACED).match(text, at)
            end = braced.end() if braced else self.partners.of(at) + 1
            if not end:
                raise Unreadable(at, f"the value of {name} opened here is never closed", ends=True)
            return Part("brace", at, end)
        if first == '"':
            quoted = grammar.compiled(grammar.QUOTED).match(text, at)
            return Part("quote", at, quoted.end() if quoted else self._quote(at, name))
        if number := grammar.compiled(grammar.NUMBER).match(text, at):
            return Part("number", at, number.end())
        if macro := grammar.compiled(grammar.IDENTIFIER).match(text, at):
            return Part("macro", at, macro.end())
        if not first:
            raise Unreadable(at, f"end of file: the value of {name} is missing and its entry never closed", ends=True)
        raise Unreadable(at, f"value of {name} expected, {self.found(at)}")

    def _quote(self, start: int, name: str) -> int:
        at = start + 1
        while stop := grammar.compiled(grammar.QUOTE_STOP).search(self.text, at):
            if stop[0] == '"':
                return stop.end()
            if stop[0] == "}":
                line = self.source.line(start)
                raise Unreadable(stop.start(), f"unbalanced '}}' in the quoted value of {name} (opened in line {line})")
            at = self.partners.of(stop.start()) + 1
            if not at:
                break
        raise Unreadable(start, f"the quoted value of {name} opened here is never closed", ends=True)
