"""The commands that TeX has for characters and accents: the reader's tables, the other way round."""

from __future__ import annotations

from functools import cache

from pubman.bibtex.latex.symbols import ACCENTS, CHARACTERS

_LETTERS = "ss ae AE oe OE o O l L aa AA dh DH th TH dj DJ ng NG P S i j copyright pounds dag ddag guillemotleft"
_LETTERS += " guillemotright"


@cache
def accents() -> dict[str, str]:
    """Combining character -> accent command, of text."""
    found: dict[str, str] = {}
    for name, mark in ACCENTS.items():
        if len(name) == 1 and mark:
            found.setdefault(mark, name)
    return found


@cache
def text_names() -> dict[str, str]:
    """Character -> command, of those that stand in text."""
    names = [*_LETTERS.split(), *(name for name in CHARACTERS if name.startswith("text") and len(name) > 4)]
    found: dict[str, str] = {}
    for name in names:
        if not CHARACTERS[name].isascii():
            found.setdefault(CHARACTERS[name], name)
    return found


@cache
def math_names() -> dict[str, str]:
    """Character -> command, of those that stand in math."""
    found: dict[str, str] = {}
    for name, character in CHARACTERS.items():
        if name.isalpha() and len(character) == 1 and not character.isascii() and not name.startswith("text"):
            found.setdefault(character, name)
    return found
