"""The words of a name, and what one of them tells."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TypeAlias

from pubman.bibtex import latex

Words: TypeAlias = list[str]

_BREAK = re.compile(r"\\[A-Za-z]+\s*|\\ |\\.|[{},]|[\s~]+", re.DOTALL)
_STYLED = re.compile(
    r"\\(?:textbf|textit|textsc|emph|underline|uline|textrm|mbox|textcolor\s*\{\w*\})\s*(?=\{)|\{\\(?:bf|bfseries|it|em|sc|bfit|underline)\b\s*"
)
ORGANISATION = frozenset(
    "agency association authority collaboration commission committee consortium contributors corporation department"
    " developers foundation gmbh group inc inc. institute laboratories laboratory llc ltd ltd. ministry organisation"
    " organization society team university".split()
)
_PARTICLES = frozenset(
    "De Del Della Dello Dei Degli Di Da Dal Dalla Dalle Das Dos Du Des Van Vande Vanden Vander Von Zu Den Der Ter"
    " Ten Le La Lo El Al Ben"
    " Bin Ibn Abu San Santa St. Ó Ní DE DEL DELLA DI DA VAN VON DEN DER LE LA DOS".split()
)
_VIETNAMESE = frozenset(
    "Nguyen Nguyễn Tran Trần Le Lê Pham Phạm Hoang Hoàng Vo Võ Dang Đặng Bui Bùi Do Đỗ Ho Hồ Ngo Ngô Duong Dương Ly"
    " Lý Vu Vũ Phan".split()
)
"""Family names beside which Van and Le are middle names."""
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[\s~-]*){1,4}")


def is_organisation(words: Words) -> bool:
    """Whether the last word, or the one before `of` or `for`, is what organisations are called."""
    lower = [word.lower() for word in words]
    if lower[-1] in ORGANISATION:
        return True
    return any(word in ORGANISATION for word, after in pairwise(lower) if after in ("of", "for"))


def unstyled(tex: str) -> str:
    r"""The name inside `\textbf{...}` or `{\bf ...}`, when that is all there is."""
    while found := _STYLED.match(tex):
        inner = tex[found.end() + (not found[0].startswith("{")) : -1]
        if (
            not tex.endswith("}")
            or "{" in inner.partition("}")[0]
            or "}" in inner.replace("\\}", "").rpartition("{")[0]
        ):
            depth = 0
            for brace in re.finditer(r"\\.|[{}]", inner, re.DOTALL):
                depth += {"{": 1, "}": -1}.get(brace[0], 0)
                if depth < 0:
                    return tex
            if depth or not tex.endswith("}"):
                return tex
        tex = inner.strip()
    return tex


def between_commas(tex: str) -> list[Words]:
    """The words of each part between commas, both outside braces."""
    if "{" not in tex and "\\" not in tex and "~" not in tex:
        return [part.split() for part in tex.split(",")]
    parts: list[Words] = [[]]
    start, depth = 0, 0
    for token in _BREAK.finditer(tex):
        string = token[0]
        if string == "{":
            depth += 1
        elif string == "}":
            depth = max(depth - 1, 0)
        elif depth == 0 and (string[0] != "\\" or string == "\\ "):
            if word := tex[start : token.start()]:
                parts[-1].append(word)
            start = token.end()
            if string == ",":
                parts.append([])
    if tex[start:]:
        parts[-1].append(tex[start:])
    return parts


def is_particle(words: Words, index: int) -> bool:
    """Whether a word before the last is a capitalised particle of the family name."""
    if plain([words[index]]) not in _PARTICLES:
        return False
    return words[-1] not in _VIETNAMESE and words[index - 1] not in _VIETNAMESE


def is_initials(words: Words) -> bool:
    return bool(_INITIALS.fullmatch(" ".join(words)))


def is_lower(word: str) -> bool:
    """Whether BibTeX takes a word for a particle: its first letter outside plain braces is in lower case."""
    first = word[0]
    if first.isalpha():
        return first.islower()
    if first == "{" and word[1:2] != "\\":
        return False
    return next((c for c in latex.plain(word) if c.isalpha()), "").islower()


def plain(words: Words) -> str:
    """The words as a reader sees them, one blank between them."""
    string = " ".join(words)
    return string if string.isalnum() else " ".join(latex.plain(string).split())
