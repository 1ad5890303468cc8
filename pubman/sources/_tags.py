"""The stretches between the tags of a title, with what they mean: JATS, HTML, and MathML inside `math`.

A tag counts only with its partner, whatever its name; anything else between angle brackets is text (`<La captive>`).
One pass over the tags with a stack, no recursion.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pubman.bibtex.latex.markup import MARKS
from pubman.sources import _mathml
from pubman.text import EMPH, MATH, PROTECTED

_NAMES = {
    **MARKS,
    "emph": EMPH,
    **dict.fromkeys(("formula", "tex", "mml", "ext-link", "email", "uri", "disp-formula", "sec", "body"), 0),
}
_TEX = frozenset(["tex", "tex-math"])
_DROPPED = frozenset(
    ["xref", "fn", "annotation", "annotation-xml", "script", "style", "inline-graphic", "graphic", "img"]
)
"""Tags whose content is no part of a title: footnotes' marks, a formula's second notation, what a browser would run."""
_TAG = re.compile(r"<(/?)(?:(?:jats|mml|m|ja):)?([A-Za-z][A-Za-z0-9-]{0,30})((?:[\s/][^<>]*)?)>")
_NAMED = re.compile(r"<([^\W\d_][^<>]{1,200}[^\s<>])>")
_SECTION = re.compile(r"<!\[CDATA\[|\]\]>|<\?[^<>]*\?>")
_SPACES = re.compile(r"[^\S\n]+")
_INDENTED = re.compile(r" ?\n[ \n]*")
_SCRIPT = r"(?:jats:|mml:)?(?:sub|inf)\b"
_EDGED = r"(?:jats:)?(?:scp|sc|i|italic|b|bold|sub|sup|title)>"
_CLOSED_UP = (
    (re.compile(rf"(<{_EDGED})\n"), r"\1"),
    (re.compile(rf"\n(?=</{_EDGED})"), ""),
    (re.compile(rf"(</{_SCRIPT}>)\n(?=[A-Z(][A-Za-z0-9)]{{0,3}}\n?<{_SCRIPT})"), r"\1"),
    (re.compile(rf"\n(?=<{_SCRIPT})"), ""),
    (re.compile(r"\n(<(?:jats:)?sup>\d{1,3}</(?:jats:)?sup>)\n(?=[A-Z][a-z]?\b)"), r" \1"),
    (re.compile(r"(?<=[A-Z])([a-z]?)\n(?=<(?:jats:)?sup\b)"), r"\1"),
    (re.compile(r"(?<=[\])])\n(?=<(?:jats:)?sup\b)"), ""),
    (re.compile(r"(</[^<>]+>)\n(?=[-‐‑‒–—,.;:!?)\]/’'”])"), r"\1"),
    (re.compile(r"([(\[/‐‑‒–—-])\n(?=<)"), r"\1"),
)
"""Where a line break of pretty-printed XML stands for no blank: at the edges of tags; inside a chemical formula; before
a subscript; between an isotope's number or a charge and its element; before punctuation; inside parentheses."""


class Piece(NamedTuple):
    """A stretch of text with its marks; `tex` where its notation is TeX's, not `glued` where it is a formula.

    Publishers set formulas without the blanks around them.
    """

    string: str
    marks: int
    tex: bool = False
    glued: bool = True


class _Inside(NamedTuple):
    """The marks inside a tag and all those around it."""

    name: str
    marks: int
    tex: bool


def read(string: str) -> list[Piece]:
    """The stretches of text of a string with tags, and the blanks that words lost around a formula."""
    if "\n" in string:
        string = _INDENTED.sub("\n", _SPACES.sub(" ", string))
        for pattern, replacement in _CLOSED_UP:
            string = pattern.sub(replacement, string)
    return _spaced([part for piece in _pieces(_SECTION.sub("", string)) for part in _named_works(piece)])


def _pieces(string: str) -> list[Piece]:
    """The stretches between the tags that count, with the marks they are in."""
    tags = list(_TAG.finditer(string))
    partner = _partners(tags)
    pieces: list[Piece] = []
    inside = [_Inside("", 0, tex=False)]
    index, end = 0, 0
    while index < len(tags):
        tag = tags[index]
        if index not in partner:
            index += 1
            continue
        name, (_, marks, in_tex) = tag[2].lower(), inside[-1]
        pieces.append(Piece(string[end : tag.start()], marks, in_tex))
        end = tag.end()
        closing = partner[index]
        if closing > index and (name == "math" or name in _DROPPED):
            inner = string[tag.end() : tags[closing].start()]
            if name == "math" and not in_tex:
                pieces += [Piece(text, marks | mark, glued=False) for text, mark in _mathml.read(inner)]
            end = tags[closing].end()
            index = closing
        elif closing > index:
            inside.append(_Inside(name, marks | _NAMES.get(name, 0), tex=in_tex or name in _TEX))
            if name == "subtitle" and string[: tag.start()].strip():
                pieces.append(Piece(": ", 0))
        elif closing < index:
            inside.pop()
            if name in ("p", "title", "sec", "div"):
                pieces.append(Piece(" ", 0))
        else:
            pieces.append(Piece(" " if name in ("br", "p", "break", "mspace") else "", 0))
        index += 1
    pieces.append(Piece(string[end:], 0))
    return [piece for piece in pieces if piece.string]


def _partners(tags: list[re.Match[str]]) -> dict[int, int]:
    """Each tag that counts and its partner; a tag that stands alone (`<br/>`) is its own."""
    partner: dict[int, int] = {}
    waiting: list[tuple[str, int]] = []
    for index, tag in enumerate(tags):
        name = tag[2].lower()
        if tag[3].endswith("/") or name in ("br", "break"):
            if name in _NAMES or name in _DROPPED or name in _mathml.NAMES or name in ("br", "break"):
                partner[index] = index
        elif not tag[1]:
            waiting.append((name, index))
        elif any(name == opened for opened, _ in waiting[-50:]):
            while waiting[-1][0] != name:
                waiting.pop()
            _, opened_at = waiting.pop()
            partner[index], partner[opened_at] = opened_at, index
    return partner


def _named_works(piece: Piece) -> list[Piece]:
    """The title of a film or a book between angle brackets, as East Asian journals set it, keeps brackets and case."""
    if piece.tex or piece.marks & MATH or "<" not in piece.string:
        return [piece]
    parts = _NAMED.split(piece.string)
    return [
        piece._replace(string=f"〈{part}〉", marks=piece.marks | PROTECTED)
        if index % 2
        else piece._replace(string=part)
        for index, part in enumerate(parts)
        if part
    ]


def _spaced(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the blanks that words lost around a formula."""
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        before = pieces[index - 1] if index else None
        if before and before.glued != piece.glued and _are_words(before.string, piece.string):
            found.append(Piece(" ", 0))
        found.append(piece)
    return found


def _are_words(before: str, after: str) -> bool:
    """Whether a word of letters ends the one and begins the other, or a formula joins it."""
    if len(before) > 1 and before[-2:].isalpha() and (after[0].isalnum() or after[0] in "(√"):
        return True
    return len(after) > 1 and after[:2].isalpha() and before[-1] not in " -‐‑–—/.,;:(["
