"""Titles that are the same but for slips: letters missing, doubled or swapped, other spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.match import slips
from pubman.match.titles.reading import WHOLE

if TYPE_CHECKING:
    from pubman.match.titles.reading import Title


def slipped(one: Title, other: Title) -> str:
    """The slips between two titles, their hyphens read either way; nothing when there are other differences."""
    if len(one.words) == len(other.words):
        return slips_between(one.words, other.words)
    for ours in (one.words, one.compounds):
        for theirs in (other.words, other.compounds):
            if found := slips_between(ours, theirs):
                return found
    return ""


def slips_between(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """The slips between two titles of as many words; nothing when there are other differences, or too many slips."""
    if len(ours) != len(theirs):
        return ""
    pairs = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    if not pairs or len(ours) == 1 or not all(slips.same(*pair) for pair in pairs):
        return ""
    if sum(not slips.spelled(*pair) for pair in pairs) > (2 if len(ours) > WHOLE else 1):
        return ""
    return ", ".join(f'"{our}" for "{their}"' for our, their in pairs)
