"""Math as TeX between dollar signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.write.escape.commands import math_names
from pubman.bibtex.write.escape.invisible import clean
from pubman.text import SUB, SUP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.text import Run

_IN_MATH = {
    "\\": "\\backslash ", "{": "\\lbrace ", "}": "\\rbrace ", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%",
    "_": "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", '"': "''", "`": "'", "\u00a0": " ",
    "−": "-", "′": "'", "∗": "*",
}  # fmt: skip


def formula(runs: Sequence[Run]) -> str:
    """Math: symbols by their commands, which every TeX knows, sub- and superscripts as such."""
    parts = []
    for string, marks, _ in runs:
        inner = "".join(map(_symbol, clean(string))).strip()
        parts.append(f"^{{{inner}}}" if marks & SUP else f"_{{{inner}}}" if marks & SUB else inner)
    first, last = runs[0].string[:1], runs[-1].string[-1:]
    inner = "".join(parts)
    return f"{' ' * first.isspace()}${inner}${' ' * last.isspace()}" if inner else " "


def _symbol(character: str) -> str:
    if character in _IN_MATH:
        return _IN_MATH[character]
    if character.isascii():
        return character
    name = math_names().get(character)
    return f"\\{name} " if name else f"\\mbox{{{character}}}"
