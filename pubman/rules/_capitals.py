"""Titles all in capitals."""

from __future__ import annotations

import re

from pubman.bibtex import latex

_LOWER = re.compile(r"(?<![\\A-Za-z])[A-Za-z]?[a-z]{3}")
"""A word in small letters that is no command's name."""

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset("A AN THE OF FOR IN ON AND WITH BY TO FROM AT VIA USING".split())
LONG = 6
"""As many letters as an acronym hardly has."""

LONGEST = 2000
"""As many characters as no title has."""


def shouted(tex: str) -> str:
    """The title as a reader sees it when it is all in capitals, and more than a few acronyms; else nothing."""
    if len(tex) > LONGEST or _LOWER.search(tex):
        return ""
    plain = latex.plain(tex)
    words = [word for word in _WORD.findall(plain) if (len(word) > 1 or word == "A") and word != word.lower()]
    if len(words) < 2 or plain.upper() != plain:
        return ""
    long = sum(len(word) >= LONG for word in words)
    if len(words) == 2:
        return plain if long == 2 and len(plain.split()) > 1 else ""  # ALENEX/ANALCO are acronyms
    wordy = len(words) > 3 and sum(map(len, words)) >= 4 * len(words)
    return plain if long and (long * 2 >= len(words) or wordy or not _SMALL.isdisjoint(words)) else ""
