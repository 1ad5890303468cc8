"""Blanks in math: those of the source count for nothing, TeX's own around relations and operators are printed."""

from __future__ import annotations

import re

from pubman.bibtex.latex.symbols import SPACED

SIGNS = {"-": "−", "'": "′", "*": "∗"}
"""What a formula prints for these."""
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
JOINT = "\x04"
"""Stands for a comma inside a number, which no blank follows."""
_ESCAPED = re.compile(r"\\[$%&#_ ]")


class Spacing:
    """What is to be printed before the next character of a formula ("The TeXbook", chapter 18, without its widths)."""

    __slots__ = ("gap", "held", "operand")

    def __init__(self) -> None:
        self.operand = False
        """Whether something stands to the left that an operator can join."""
        self.held = ""
        """An operator that has a left side and waits for its right."""
        self.gap = False
        """Whether a function's name waits for its argument."""

    def set(self, character: str, *, script: bool) -> str:
        """The next character with the blanks before it; a blank of the source is nothing."""
        if character == " ":
            return ""
        if script:
            return self._released(operand=False) + character
        if character in SPACED:
            if self.operand:
                self.held, self.operand, self.gap = self._released(operand=True) + character, False, False
                return ""
            return self._released(operand=True) + character
        if character in ",;":
            before, self.held, self.operand, self.gap = self.held, "", False, True
            return before + character
        before = self._released(operand=True)
        if self.gap and not before and character.isalnum():
            before = " "
        self.gap = False
        self.operand = character not in "([{⟨⌊⌈/"
        return before + character

    def symbol(self, string: str, *, script: bool) -> str:
        """What a command stands for: one atom, a blank of its own included."""
        if len(string) == 1 and string not in " \u202f":
            return self.set(string, script=script)
        before = self._released(operand=bool(string.strip()))
        self.gap = False
        return before + string

    def word(self, name: str) -> str:
        """A function's name: a blank to the left of it, and one to the right unless a bracket follows."""
        before = self._released(operand=True) or (" " if self.operand or self.gap else "")
        self.operand, self.gap = False, True
        return before + name

    def end(self) -> str:
        """What is still held back at the end."""
        return self._released(operand=False)

    def _released(self, *, operand: bool) -> str:
        held, self.held = self.held, ""
        if held:
            self.gap = False
        return f" {held} " if held and operand else held


def is_math(string: str, after: str) -> bool:
    """Whether what stands between two dollar signs is math and not a text between two prices."""
    if not string.strip():
        return False
    if "^" in string or "_" in string or "\\" in _ESCAPED.sub("", string):
        return True
    inner = string.strip()
    if string[0] == " " or string[-1] == " ":
        return " " not in inner and not inner[0].isdigit() and inner == string[1:-1]
    return not (string[0].isdigit() and after.isdigit())
