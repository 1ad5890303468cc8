"""A reference in free text, read for comparing, and where a title stands in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pubman import identifiers
from pubman.match import slips, titles
from pubman.match.letters import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_IDENTIFIER = re.compile(r"(?:https?://\S+|\b10\.\d{4,9}(?:\.\d+)*/\S+|\bdoi\s*[:=]\s*)", re.IGNORECASE)
_DOI = re.compile(r"\b10\.\d{4,9}(?:\.\d+)*/[^\s\"'<>]+")
_PAGES = re.compile(r"\bpp?\.?\s*(?P<page>[a-z]?\d+)|\bpages?\s+(?P<pages>[a-z]?\d+)|\d\s*:\s*(?P<after>[a-z]?\d+)")
_VOLUME = re.compile(r"\bvol(?:ume)?\.?\s*(?P<volume>\d+)|\b(?P<before>\d+)\s*\(\d+\)")


class Word(NamedTuple):
    word: str
    start: int
    end: int


class Reading(NamedTuple):
    """A reference: its folded text, its words, those that count, its years, and what it calls page and volume."""

    folded: str
    every: tuple[str, ...]
    content: tuple[Word, ...]
    years: tuple[int, ...]
    page: str
    volume: str


@lru_cache(8)
def read(reference: str) -> Reading:
    """A reference as it is compared, without the addresses in it."""
    folded = fold(_IDENTIFIER.sub(" ", reference))
    every = tuple(Word(titles.number(found[0]), *found.span()) for found in WORD.finditer(folded))
    years = tuple(
        int(each.word) for each in every if len(each.word) == 4 and each.word.isdigit() and "1500" < each.word < "2100"
    )
    pages, volume = _PAGES.search(folded), _VOLUME.search(folded)
    return Reading(
        folded,
        tuple(each.word for each in every),
        tuple(each for each in every if each.word not in titles.STOP),
        years,
        next(filter(None, pages.groups()), "") if pages else "",
        next(filter(None, volume.groups()), "") if volume else "",
    )


def doi(reference: str) -> str:
    """The DOI in a reference, or nothing."""
    found = _DOI.search(reference)
    return identifiers.doi(found[0]) if found else ""


def find(said: Reading, title: titles.Title) -> tuple[tuple[int, int] | None, bool, bool]:
    """Where a title stands among the words that count, whether all of it does, and whether with a slip."""
    whole = title.words
    mains = [whole[:at] for at in sorted(title.breaks, reverse=True) if at >= titles.WHOLE]
    if place := _by_letters(said, title.letters):
        return place, True, False
    for slip in (False, True):
        for wanted in (whole, *mains):
            if wanted and (at := _at(said.content, wanted, slip=slip)) >= 0:
                return (at, at + len(wanted)), wanted is whole, slip
    return None, False, False


def _by_letters(said: Reading, letters: str) -> tuple[int, int] | None:
    """Where words stand that have these letters together, wherever blanks and hyphens part them."""
    spans = [found.span() for found in WORD.finditer(said.folded)]
    for at, (start, _) in enumerate(spans):
        left = letters
        for first, end in spans[at:]:
            word = said.folded[first:end]
            if not left.startswith(word):
                break
            left = left[len(word) :]
            if not left:
                inside = [index for index, each in enumerate(said.content) if start <= each.start < end]
                return (inside[0], inside[-1] + 1) if inside else None
    return None


def _at(content: Sequence[Word], wanted: Sequence[str], *, slip: bool) -> int:
    size = len(wanted)
    for at in range(len(content) - size + 1):
        misses = 0
        for each, word in zip(content[at : at + size], wanted, strict=True):
            if each.word != word:
                misses += 1
                if not slip or misses > 1 or size < titles.WHOLE or not slips.same(each.word, word):
                    break
        else:
            return at
    return -1
