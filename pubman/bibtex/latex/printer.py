"""What the reader of LaTeX has printed so far, and what waits for its argument."""

from __future__ import annotations

from typing import TypeAlias
from unicodedata import normalize

from pubman.bibtex.latex.math import JOINT, SIGNS, THOUSANDS, Spacing
from pubman.bibtex.latex.symbols import ACCENTS
from pubman.text import SUB, SUP, Run, Text

Open: TypeAlias = tuple[str, int, bool, str]
"""What a brace or a `$` interrupted: the kind of group, and marks, math and link to return to."""
_SPACING = {
    "\u0303": "~", "\u0302": "^", "\u0301": "´", "\u0300": "`", "\u0308": "¨", "\u0304": "¯",
}  # fmt: skip
"""Accents over nothing."""


class Printer:
    """The runs so far, the marks that are on, the groups that are open, and what waits for its argument."""

    __slots__ = (
        "accents", "closing", "depth", "last", "link", "marks", "math", "open", "pieces", "quotes", "quoting",
        "run_link", "run_marks", "runs", "spacing", "tags", "target", "tex", "waiting",
    )  # fmt: skip

    def __init__(self, tex: str) -> None:
        self.tex = tex
        self.runs: list[Run] = []
        self.pieces: list[str] = []
        self.run_marks = self.marks = self.tags = self.depth = self.quotes = 0
        self.run_link = self.link = self.target = ""
        self.math = False
        self.spacing = Spacing()
        self.open: list[Open] = []
        self.accents = ""
        self.waiting: list[tuple[str, int]] = []
        self.last = " "
        self.quoting = -1
        self.closing: dict[str, int] = {}

    def put(self, string: str) -> None:
        """Visible characters; the first of them is the argument when one is waited for."""
        if self.waiting or self.accents:
            string = string.lstrip(" ")
            if not string:
                return
            if self.waiting:
                self.argument(string[0])
                string = string[1:]
            else:
                string = self.accented(string)
        if self.math:
            script = bool(self.marks & (SUP | SUB))
            if "," in string:
                string = THOUSANDS.sub(JOINT, string)
            spaced = self.spacing.set
            pieces = [spaced(SIGNS.get(character, character), script=script) for character in string]
            self.append("".join(pieces).replace(JOINT, ","), self.marks)
        else:
            self.append(string, self.marks)

    def argument(self, character: str) -> None:
        """An argument of one character, without braces."""
        self.begin(-1)
        self.put(character)
        self.end()

    def put_words(self, string: str) -> None:
        """What a command stands for, as one argument; it may be nothing."""
        if self.waiting:
            self.begin(-1)
            self.put_words(string)
            self.end()
        elif self.accents:
            self.append(self.accented(string), self.marks)
        elif self.math:
            script = bool(self.marks & (SUP | SUB))
            self.append(self.spacing.symbol(string, script=script), self.marks)
        else:
            self.append(string, self.marks)

    def append(self, string: str, marks: int) -> None:
        """Add to the current run, or begin the next; blanks never follow a blank."""
        if string[:1] == " " == self.last:
            string = string[1:]
        if not string:
            return
        self.last = string[-1]
        marks |= self.tags
        if marks != self.run_marks or self.link != self.run_link:
            if self.pieces:
                self.runs.append(Run("".join(self.pieces), self.run_marks, self.run_link))
                self.pieces = []
            self.run_marks, self.run_link = marks, self.link
        self.pieces.append(string)

    def accented(self, string: str) -> str:
        """The string with the accents that waited on its first letter, or before what is no letter."""
        accents, self.accents = self.accents, ""
        base, rest = string[:1], string[1:]
        if base.isalpha() or base == "\u25cc":
            return normalize("NFC", {"ı": "i", "ȷ": "j"}.get(base, base) + accents) + rest
        return "".join([_SPACING.get(accent, accent) for accent in accents]) + string

    def accent(self, command: str) -> None:
        """An accent waits for its letter; of two the inner one is put on first."""
        if len(self.accents) > 3:
            self.put_words("")
        self.accents = ACCENTS[command] + self.accents

    def finished(self) -> Text:
        while self.open:
            self.end()
        if self.accents:
            self.put_words("")
        if self.math:
            self.append(self.spacing.end(), self.marks)
        if self.pieces:
            self.runs.append(Run("".join(self.pieces), self.run_marks, self.run_link))
        while self.runs and self.runs[-1].string.endswith(" "):
            last = self.runs.pop()
            if string := last.string.rstrip(" "):
                self.runs.append(last._replace(string=string))
        return tuple(self.runs)

    def begin(self, position: int) -> None:
        """Open a group; `position` is behind its brace, or below 0 where it has none."""
        raise NotImplementedError

    def end(self) -> None:
        """Close the innermost group."""
        raise NotImplementedError
