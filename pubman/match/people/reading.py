"""The name of a person or a group, read for comparing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pubman.match.letters import fold, spellings, words

if TYPE_CHECKING:
    from pubman.work import Name


class Person(NamedTuple):
    """A name as it is compared: spellings of its family name, and the words of both parts."""

    families: frozenset[str]
    family: tuple[str, ...]
    given: tuple[str, ...]
    givens: frozenset[str]
    group: bool


@lru_cache(8192)
def read(name: Name) -> Person:
    """A name as it is compared."""
    if name.literal:
        said = [word for word in words(name.literal) if word != "the"]
        return Person(spellings(" ".join(said)), tuple(said), (), frozenset(), True)
    whole = f"{name.particle} {name.family}" if name.particle else name.family
    families = spellings(name.family) | spellings(whole) if name.particle else spellings(name.family)
    given = tuple(_given(name.given))
    if not families:
        return Person(spellings(name.given), tuple(words(name.given)), (), frozenset(), False)
    return Person(families, tuple(words(whole)), given, spellings(name.given), False)


def _given(given: str) -> list[str]:
    """Given names; of initials written together each."""
    found: list[str] = []
    parts = given.replace("-", " ").replace(".", " ").split()
    for word in parts:
        initials = 1 < len(word) <= 3 and word.isalpha() and word.isupper() and (len(parts) == 1 or not given.isupper())
        found += [fold(letter) for letter in word] if initials else words(word)
    return found
