"""Whether a name is the owner's: `Mingxin Zhao` is also `M. Zhao`, `Zhao, Mingxin`, `Ming-Xin Zhao` and `M. X. Zhao`.

Family names must be equal, but for case, diacritics, hyphens and blanks. Given names are compared in their order: each
pair must be equal, or one of them the initial of the other. A further given name in the entry is accepted after a given
name spelled out (`Jane Q. Doe` for `Jane Doe`), a further initial only when its letter follows in the owner's given
name (`M. X.` for `Mingxin`, not `M. Y.`). Where a list has the owner's name in full, a name that only could be the
owner's is somebody else's. All else is settled by an alias.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, normalize

from pubman.work import Name

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNACCENTED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"}
)
_CERTAIN, _POSSIBLE = 2, 1


class _Person(NamedTuple):
    family: str
    given: tuple[str, ...]
    suffix: str


def found(persons: Sequence[Name], me: Sequence[str]) -> frozenset[int]:
    """The places of the owner in a list of names; `me` are the owner's name and aliases."""
    places: set[int] = set()
    for alias in me:
        likeness = [_likeness(name, alias) for name in persons]
        best = max(likeness, default=0)
        if best:
            places.update([index for index, degree in enumerate(likeness) if degree == best])
    return frozenset(places)


@lru_cache(maxsize=16384)
def _likeness(name: Name, alias: str) -> int:
    """How surely a name is the alias's: 0, _POSSIBLE by initials, or _CERTAIN."""
    owner = _of_alias(alias)
    if name.literal:
        return _CERTAIN if _fold(name.literal) == _fold(alias) else 0
    written = _person(name)
    if _fold(alias) in (written.family + "".join(written.given), "".join(written.given) + written.family):
        return _CERTAIN
    if written.family != owner.family or (written.suffix and owner.suffix and written.suffix != owner.suffix):
        return 0
    return _same_given(written.given, owner.given)


def _same_given(written: tuple[str, ...], owner: tuple[str, ...]) -> int:
    if "".join(written) == "".join(owner):
        return _CERTAIN
    if not (written and owner):
        return 0
    for one, other in zip(written, owner, strict=False):
        if one != other and not (min(len(one), len(other)) == 1 and one[0] == other[0]):
            return 0
    further = written[len(owner) :]
    if further and len(written[0]) == 1:
        last = owner[-1]
        at = 0
        for initial in further:
            at = last.find(initial[0], at + 1)
            if len(initial) > 1 or at < 0:
                return 0
    return _POSSIBLE


@lru_cache(maxsize=64)
def _of_alias(alias: str) -> _Person:
    """`Ludwig van Beethoven` or `van Beethoven, Ludwig`; words in lower case belong to the family name."""
    family, comma, given = alias.partition(",")
    if not comma:
        words = alias.split()
        suffix = words.pop() if len(words) > 2 and re.fullmatch(r"[JS]r\.?|I{2,3}|IV", words[-1]) else ""
        start = next((at for at, word in enumerate(words[:-1]) if at and word.islower()), len(words) - 1)
        return _person(Name(" ".join(words[start:]), " ".join(words[:start]), "", suffix))
    return _person(Name(family, given))


def _person(name: Name) -> _Person:
    given = [_fold(word) for word in re.split(r"[\s.\-‐‑]+", name.given) if word]
    if len(given) == 1 and name.given.isupper() and len(given[0]) < 4 and name.given.isalpha():
        given = list(given[0])
    return _Person(_fold(name.particle + name.family), tuple(word for word in given if word), _fold(name.suffix))


def _fold(string: str) -> str:
    """The letters of a string, without case and diacritics."""
    decomposed = normalize("NFKD", string.lower().translate(_UNACCENTED))
    return "".join([c for c in decomposed if c.isalnum() and not combining(c)])
