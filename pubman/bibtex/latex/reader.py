"""The tokens of LaTeX and what each does: one pass, no recursion, nothing executed."""

from __future__ import annotations

import re

from pubman.bibtex.latex.groups import Groups
from pubman.bibtex.latex.markup import BEGIN, LITERAL
from pubman.bibtex.latex.symbols import (
    ACCENTS,
    CHARACTERS,
    DROPPED,
    FRACTIONS,
    OPERATORS,
    QUOTING,
    SECOND,
    STYLES,
    SWITCHES,
    TRANSPARENT,
    WORDING,
)
from pubman.text import CODE, SUB, SUP, Text

_TOKEN = re.compile(
    r"(?P<run>(?:[^\\{}$~`'\"^_\x01-\x03-]|-(?!-))+)|(?P<one>[{}$~^_])"
    r"|\\(?P<word>[A-Za-z]+)(?:\*(?=\{))? ?|\\(?P<sign>.)"
    r"|(?P<quote>``|''|[`'\"])|(?P<dash>-{2,3})|(?P<markup>[\x01-\x03].)|(?P<rest>.)",
    re.DOTALL,
)
_ARGUMENT = re.compile(r" ?\{")
_BRACE = re.compile(r"\\.|[{}]")
_URL_ESCAPE = re.compile(r"\\(?:textasciitilde|sim) ?(?:\{\})?|\\([_%&#~{}$^])(?:\{\})?|\x01")
_QUOTES = {"``": "“", "''": "”", "`": "‘"}
_APOSTROPHE = re.compile(r"(?:\d|[a-z]{1,2}\b|(?:em|twas|cause|til|tis)\b)", re.IGNORECASE)
_CLOSING = re.compile(r".*[^\s']'(?!\w)", re.DOTALL)
_OPENED = frozenset(" \u00a0([{“‘—–-/")
_DEGREE = re.compile(r" ?(?:\{ ?\\circ ?\}|\\circ(?![A-Za-z]) ?)")

_WAITING = {
    **{word: ("argument", mark) for word, mark in STYLES.items()},
    **dict.fromkeys(QUOTING, ("quotation", 0)),
    **dict.fromkeys(FRACTIONS, ("numerator", 0)),
    "sqrt": ("root", 0),
    "operatorname": ("operator", 0),
}
"""What becomes of the argument of a command, and the mark it gets."""
_LEADING = DROPPED | {"url", "path", "nolinkurl", "href"}


class Reader(Groups):
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

    def word(self, word: str, blank: bool, position: int) -> int:
        """A command of letters; returns where reading goes on."""
        if (string := CHARACTERS.get(word)) is not None:
            self.put_words(string)
        elif word in ACCENTS:
            self.accent(word)
        elif word in _WAITING:
            if word == "sqrt":
                self.put_words("√")
            self.waiting.append(_WAITING[word])
        elif word in SWITCHES:
            self.marks |= SWITCHES[word]
        elif word in OPERATORS:
            self.append(self.spacing.word(word) if self.math else word + " " * blank, self.marks)
        elif word in _LEADING and _ARGUMENT.match(self.tex, position):
            return self.leading(word, position)
        elif word in TRANSPARENT:
            if self.tex.startswith("{", position):
                self.waiting.append(("words" if word in WORDING else "argument", 0))
        elif word not in _LEADING:
            self.unknown(word, blank, position)
        return position

    def leading(self, word: str, position: int) -> int:
        """A command whose first argument is no text: an address, or something to leave out."""
        if word not in DROPPED:
            return self.address(word, position)
        if word in SECOND:
            self.waiting.append(("argument", 0))
        return self.skipped(position)[1]

    def unknown(self, word: str, blank: bool, position: int) -> None:
        """A command no table has: the command as text."""
        braced = self.tex.startswith("{", position)
        if braced and not self.tex.startswith("{}", position):
            self.waiting.append(("words", 0))
            waiting, self.waiting = self.waiting, []
        else:
            waiting, self.waiting = self.waiting, []
        self.put_words("\\" + word)
        if blank or (braced and waiting):
            self.append(" ", self.marks)
        self.waiting = waiting

    def sign(self, sign: str, position: int) -> None:
        """A command of one character that is no letter."""
        if sign in ACCENTS and not (self.math and sign in "=`'"):
            self.accent(sign)
        elif sign in "([":
            closing = ")" if sign == "(" else "]"
            if closing not in self.closing:
                self.closing[closing] = self.tex.rfind("\\" + closing)
            if self.closing[closing] > position and not self.math:
                self.begin_math()
            else:
                self.put_words(sign)
        elif sign in ")]":
            if self.math:
                self.end_math()
            else:
                self.put_words(sign)
        else:
            self.put_words(CHARACTERS.get(sign, sign))

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

    def address(self, word: str, position: int) -> int:
        r"""The address of `\url` or `\href`, kept as it stands but for its escapes."""
        address, position = self.skipped(position)
        address = _URL_ESCAPE.sub(lambda found: found[1] or ("" if found[0] == "\x01" else "~"), address).strip()
        if word == "href" and _ARGUMENT.match(self.tex, position):
            self.target = address
            return position
        before, self.link = self.link, address if word != "path" else ""
        self.waiting, self.accents = [], ""
        self.append(address, self.marks)
        self.link = before
        return position

    def skipped(self, position: int) -> tuple[str, int]:
        """The argument at this place as it is written, and where it ends."""
        start = self.tex.index("{", position) + 1
        depth = 1
        for brace in _BRACE.finditer(self.tex, start):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if not depth:
                return self.tex[start : brace.start()], brace.end()
        return self.tex[start:], len(self.tex)
