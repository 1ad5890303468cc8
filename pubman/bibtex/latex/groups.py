"""The groups of LaTeX: braces that protect, that are arguments or quotations, and formulas between dollars."""

from __future__ import annotations

import re

from pubman.bibtex.latex.math import Spacing, is_math
from pubman.bibtex.latex.printer import Printer
from pubman.text import MATH, PROTECTED

_SUM = re.compile(r"[^{}\\]*[+=-][^{}\\]*\}")
"""The argument of a fraction or a root that needs brackets on one line."""
_DIVIDED = frozenset(["numerator", "denominator", "root"])


class Groups(Printer):
    """A printer that opens and closes groups; their state is a list, so depth costs nothing."""

    __slots__ = ()

    def begin(self, position: int) -> None:
        """Open a group: the argument that is waited for, or one that protects; `position` is behind its brace."""
        kind, mark = self.waiting.pop() if self.waiting else ("accented" if self.accents else "group", 0)
        if kind == "group":
            if self.tex.startswith("\\", position):
                kind = "special"
            elif self.target:
                kind = "linked"
        self.open.append((kind, self.marks, self.math, self.link))
        if mark:
            self.marks |= mark
        elif kind == "group":
            self.depth += 1
            if self.depth == 1:
                self.marks |= PROTECTED
        elif kind == "linked":
            self.link, self.target = self.target, ""
        elif kind == "quotation":
            self.append("‘" if self.quotes % 2 else "“", self.marks)
            self.quotes += 1
        elif kind in ("words", "operator") and self.math:
            before = self.spacing.word("") if kind == "operator" else self.spacing.symbol("", script=False)
            self.append(before, self.marks)
            self.math = False
        elif kind in _DIVIDED:
            self.spacing.operand = False
            if position > 0 and _SUM.match(self.tex, position):
                self.open[-1] = (kind + "()", *self.open[-1][1:])
                self.put_words("(")

    def close(self) -> None:
        """A closing brace; one that nothing opened is dropped, and so is one inside `$` that was opened outside."""
        if self.open and self.open[-1][0] != "math":
            self.end()

    def end(self) -> None:
        """Close the innermost group."""
        if self.accents:
            self.put_words("")
        if self.open[-1][0].endswith("()"):
            self.put_words(")")
        kind, marks, math, link = self.open.pop()
        if kind == "group":
            self.depth -= 1
        elif kind == "quotation":
            self.quotes -= 1
            self.append("’" if self.quotes % 2 else "”", self.marks)
        if math and self.math and marks != self.marks:
            self.append(self.spacing.end(), self.marks)
        self.waiting = []
        self.marks, self.link = marks, link
        self.math = math
        if kind.startswith("numerator"):
            self.put_words("/")
            self.waiting = [("denominator", 0)]
        if kind == "words" and math:
            self.spacing.operand = True
        elif kind == "operator" and math:
            self.spacing.operand, self.spacing.gap = False, True

    def dollar(self, position: int) -> int:
        """A `$`: math opens where it closes again and holds something like math, else it is a dollar sign."""
        tex = self.tex
        if self.math:
            self.end_math()
            return position + tex.startswith("$", position)
        double = tex.startswith("$", position)
        start = position + double
        end = tex.find("$", start)
        while end > 0 and tex[end - 1] == "\\":
            end = tex.find("$", end + 1)
        if end < 0 or not is_math(tex[start:end], tex[end + 1 : end + 2]):
            self.put_words("$")
            return position
        self.begin_math()
        return start

    def begin_math(self) -> None:
        self.open.append(("math", self.marks, self.math, self.link))
        self.marks |= MATH
        self.math = True
        self.waiting = []
        self.spacing = Spacing()

    def end_math(self) -> None:
        """Close math and every group inside that is still open."""
        while self.open and self.open[-1][0] != "math":
            self.end()
        self.append(self.spacing.end(), self.marks)
        self.accents = ""
        self.waiting = []
        if self.open:
            _, self.marks, self.math, self.link = self.open.pop()
