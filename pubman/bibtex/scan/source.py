"""A scanned .bib file: blocks that tile its text, and the places of everything an edit may touch.

All places are offsets into the text; lines and columns are worked out where somebody is told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from pubman.bibtex.encoding import shown
from pubman.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

Span: TypeAlias = tuple[int, int]
Kind: TypeAlias = Literal["junk", "comment", "string", "preamble", "entry", "error"]
PartKind: TypeAlias = Literal["brace", "quote", "number", "macro"]

LINE_SHOWN = 300
"""As much of a line as a finding quotes."""


class Part(NamedTuple):
    """One operand of `#`, delimiters included."""

    kind: PartKind
    start: int
    end: int


class Field(NamedTuple):
    """`name = value`; a value of several parts has `kind` concatenation and keeps them in `pieces`."""

    name_start: int
    name_end: int
    start: int
    end: int
    kind: PartKind | Literal["concatenation"]
    pieces: tuple[Part, ...] = ()

    @property
    def name_span(self) -> Span:
        """Where the name stands."""
        return self.name_start, self.name_end

    @property
    def value_span(self) -> Span:
        """Where the whole value stands, delimiters and `#` included."""
        return self.start, self.end

    @property
    def parts(self) -> tuple[Part, ...]:
        """The operands of `#`, one if there is no `#`."""
        return self.pieces if self.kind == "concatenation" else (Part(self.kind, self.start, self.end),)


@dataclass(slots=True)
class Block:
    """A stretch of the file; `type`, key and `fields` are an entry's, as far as it could be read when it is broken.

    `type` is in lower case, `type_span` where it stands; `opener` the index of `{` or `(`, `close` that of the closing
    delimiter, -1 while there is none. A @string has no key, and its definitions as fields; a @preamble's value is
    `fields[0]`, without a name.
    """

    kind: Kind
    start: int
    end: int
    type: str = ""
    type_span: Span = (-1, -1)
    opener: int = -1
    key_span: Span = (-1, -1)
    close: int = -1
    fields: list[Field] = field(default_factory=list)


@dataclass(slots=True)
class Source:
    """One scanned file: `"".join(text[b.start:b.end] for b in blocks) == text`.

    `refusal` is the finding that forbids every change of the file: conflict markers, an end that is never closed.
    """

    file: str
    text: str
    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    refusal: Problem | None = None
    _starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; LF, CR and CRLF end a line."""
        if not self._starts:
            if "\r" in self.text:
                self._starts = [0, *[end.end() for end in re.finditer(r"\r\n?|\n", self.text)]]
            else:
                self._starts = [*accumulate([len(line) + 1 for line in self.text.split("\n")], initial=0)][:-1]
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return self.place(offset)[0]

    def key(self, block: Block) -> str:
        """The key of an entry as a reader sees it."""
        return shown(self.text[slice(*block.key_span)]) if block.key_span[0] >= 0 else ""

    def problem(self, offset: int, rule: str, severity: Literal["error", "warning"], message: str) -> Problem:
        """A finding at an offset, with its line."""
        line, column = self.place(offset)
        start = self._starts[line - 1]
        quoted = re.split(r"[\r\n]", self.text[start : start + LINE_SHOWN], maxsplit=1)[0]
        return Problem(self.file, line, column, rule, severity, shown(message), shown(quoted))


def by_key(sources: Iterable[Source], key: str) -> list[tuple[Source, Block]]:
    """Every entry of that key ignoring case, whole or broken, in file order."""
    wanted = shown(key).casefold()
    return [
        (source, block)
        for source in sources
        for block in source.blocks
        if block.kind in ("entry", "error") and block.key_span[0] >= 0 and source.key(block).casefold() == wanted
    ]
