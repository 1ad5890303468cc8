"""Titles wholly in capitals, as if they had been typed in title case: sentence case takes them from there."""

from __future__ import annotations

from pubman.wording import nouns
from pubman.wording.tables import words

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMAN = frozenset([tens + ones for tens in ("", "X", "XX", "XXX") for ones in _ONES if tens + ones])
"""The Roman numerals that parts of a work are counted with."""

_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýąęıœ")
_SMALL = words("a an the of for in on and or with by to from at as via using is are under into over between through")


def shouted(tokens: list[str]) -> bool:
    """Whether the words are in capitals throughout, and more than a few acronyms."""
    if any(word.upper() != word for word in tokens):
        return False
    letters = [word for word in tokens if any(c.isalpha() for c in word)]
    if len(letters) < 3:
        return False
    return any(word.lower() in _SMALL for word in letters) or sum(len(word) > 5 for word in letters) * 2 >= len(letters)


def calm(word: str, own: nouns.Nouns) -> str:
    """A word of such a title in title case; names, acronyms and numerals get or keep their own spelling.

    The result is as long as the word.
    """
    low = word.lower()
    if len(low) != len(word):
        return word
    bare, tail = (low[:-2], low[-2:]) if low[-2:] in {"'s", "’s"} else (low, "")
    known = own.spelling.get(bare) or nouns.listed().spelling.get(bare)
    if known and len(known) == len(bare):
        return known + tail
    if len(bare) < 2 or any(c.isdigit() for c in word) or not set(bare) & _VOWELS or word in ROMAN:
        return word[: len(bare)] + tail
    return low if low in _SMALL else word[0] + low[1:]
