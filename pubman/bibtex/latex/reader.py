"""The tokens of LaTeX, one after the other: one pass, no recursion."""

from __future__ import annotations

import re

from pubman.bibtex.latex.commands import Commands
from pubman.bibtex.latex.markup import BEGIN, LITERAL
from pubman.text import CODE, SUB, SUP, Text

_TOKEN = re.compile(
    r"(?P<run>(?:[^\\{}$~`'\"^_\x01-\x03-]|-(?!-))+)|(?P<one>[{}$~^_])"
    r"|\\(?P<word>[A-Za-z]+)(?:\*(?=\{))? ?|\\(?P<sign>.)"
    r"|(?P<quote>``|''|[`'\"])|(?P<dash>-{2,3})|(?P<markup>[\x01-\x03].)|(?P<rest>.)",
    re.DOTALL,
)
_QUOTES = {"``": "“", "''": "”", "`": "‘"}
_APOSTROPHE = re.compile(r"(?:\d|[a-z]{1,2}\b|(?:em|twas|cause|til|tis)\b)", re.IGNORECASE)
_CLOSING = re.compile(r".*[^\s']'(?!\w)", re.DOTALL)
_OPENED = frozenset(" \u00a0([{“‘—–-/")
_DEGREE = re.compile(r" ?(?:\{ ?\\circ ?\}|\\circ(?![A-Za-z]) ?)")


class Reader(Commands):
    """Reads a cleaned value from its first token to its last."""

    __slots__ = ()

    def read(self) -> Text:
        position, tex, end, match = 0, self.tex, len(self.tex), _TOKEN.match
        while position < end:
            token = match(tex, position)
            if token is None:
                break
            position = token.end()
            kind, string = token.lastgroup, token[0]
            if kind == "run":
                self.put(string)
            elif kind == "one":
                position = self.one(string, position)
            elif kind == "word":
                position = self.word(token["word"], string[-1] == " ", position)
            elif kind == "sign":
                self.sign(token["sign"], position)
            elif kind == "quote":
                self.quote(string, position)
            elif kind == "dash":
                self.put(string if self.math or self.marks & CODE else "–" if len(string) == 2 else "—")
            elif kind == "markup":
                self.markup(string)
            else:
                self.put(string)
        return self.finished()

    def one(self, character: str, position: int) -> int:
        """A brace, a dollar, a tie, a script; returns where reading goes on."""
        if character == "{":
            self.begin(position)
        elif character == "}":
            self.close()
        elif character == "$":
            return self.dollar(position)
        elif character == "~":
            tilde = self.marks & CODE or (self.last in " /" and self.tex[position : position + 1].isalnum())
            self.put_words("~" if tilde else " " if self.math else "\u00a0")
        elif self.math:
            if character == "^" and (degree := _DEGREE.match(self.tex, position)):
                self.put_words("°")
                return degree.end()
            self.waiting.append(("argument", SUP if character == "^" else SUB))
        else:
            self.put(character)
        return position

    def quote(self, quote: str, position: int) -> None:
        """A quotation mark, opening or closing, or an apostrophe."""
        if self.math or self.marks & CODE:
            for character in quote:
                self.put(character)
        elif quote == '"':
            self.put("“" if self.last in _OPENED else "”")
        elif quote == "'":
            self.put("‘" if self.last in _OPENED and self.opens(position) else "’")
        else:
            self.put(_QUOTES[quote])

    def opens(self, position: int) -> bool:
        """Whether a straight quote before this place begins a quotation that ends later."""
        if self.quoting < 0:
            found = _CLOSING.match(self.tex)
            self.quoting = found.end() if found else 0
        return (
            position < self.quoting
            and self.tex[position : position + 1] not in ("", " ")
            and not _APOSTROPHE.match(self.tex, position)
        )

    def markup(self, markup: str) -> None:
        """A tag's beginning or end, or a character that is only itself."""
        code = markup[1]
        if markup[0] == LITERAL:
            self.put_words(code)
        elif markup[0] == BEGIN:
            self.tags |= ord(code)
        else:
            self.tags &= ~ord(code)
