"""Whether given names can be one person's: initials, names that one side leaves out, spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.match import slips
from pubman.match.letters import spellings

if TYPE_CHECKING:
    from collections.abc import Sequence

_VOWELS = str.maketrans({"y": "i", "j": "i"})


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether given names can be the same: initials for names, names that one side leaves out."""
    if not one or not other or "".join(one) == "".join(other):
        return True
    if len(one) == len(other):
        return all(map(_alike, one, other))
    short, long = sorted((one, other), key=len)
    if len(short) == 1 and "".join(long).startswith(short[0]):
        return True
    rest = iter(long)
    return all(any(_alike(word, each) for each in rest) for word in short)


def _alike(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    if other.startswith(one):
        return True
    if len(one) < 3:
        return False
    return (
        slips.same(one, other)
        or one.translate(_VOWELS) == other.translate(_VOWELS)
        or bool(spellings(one) & spellings(other))
    )
