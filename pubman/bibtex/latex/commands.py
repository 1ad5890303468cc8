"""The commands of LaTeX, and what each does; nothing is executed."""

from __future__ import annotations

import re

from pubman.bibtex.latex.groups import Groups
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

_ARGUMENT = re.compile(r" ?\{")
_BRACE = re.compile(r"\\.|[{}]")
_URL_ESCAPE = re.compile(r"\\(?:textasciitilde|sim) ?(?:\{\})?|\\([_%&#~{}$^])(?:\{\})?|\x01")

_WAITING = {
    **{word: ("argument", mark) for word, mark in STYLES.items()},
    **dict.fromkeys(QUOTING, ("quotation", 0)),
    **dict.fromkeys(FRACTIONS, ("numerator", 0)),
    "sqrt": ("root", 0),
    "operatorname": ("operator", 0),
}
"""What becomes of the argument of a command, and the mark it gets."""
_LEADING = DROPPED | {"url", "path", "nolinkurl", "href"}


class Commands(Groups):
    """Groups, and the commands that fill them, wait for them or leave them out."""

    __slots__ = ()

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
