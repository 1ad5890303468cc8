"""Whether one name is the other word by word, abbreviated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.match import slips
from pubman.match.containers.names import COUNT, ORGANISERS

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONG = 6
_VOWEL = re.compile(r"[aeiou]")


def stands_in(name: Sequence[str], there: Sequence[str]) -> bool:
    """Whether all words of a name stand among others in their order, abbreviated or not, and close together."""
    for at, word in enumerate(there):
        if shortens(word, name[0]):
            rest = iter(there[at : at + 2 * len(name) + 2])
            if all(any(shortens(each, wanted) for each in rest) for wanted in name):
                return True
    return False


def abbreviates(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two names are the same word by word, some abbreviated, or by initials (`NY`), an organiser left out."""
    if ours[0] in ORGANISERS and ours[0] != theirs[0] and len(ours) > 2:
        ours = ours[1:]
    elif theirs[0] in ORGANISERS and ours[0] != theirs[0] and len(theirs) > 2:
        theirs = theirs[1:]
    one = other = 0
    while one < len(ours) and other < len(theirs):
        our, their = ours[one], theirs[other]
        if shortens(our, their):
            one, other = one + 1, other + 1
        elif size := _stands_for(our, theirs[other:]):
            one, other = one + 1, other + size
        elif size := _stands_for(their, ours[one:]):
            one, other = one + size, other + 1
        else:
            return False
    return one == len(ours) and other == len(theirs)


def misspelled(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two names of several words are the same but for a slip in one long word."""
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    pairs = [pair for pair in zip(ours, theirs, strict=True) if not shortens(*pair)]
    return len(pairs) == 1 and min(map(len, pairs[0])) >= _LONG and slips.same(*pairs[0])


def _stands_for(word: str, words: tuple[str, ...]) -> int:
    """How many words a word is the initials of, two or three; else none."""
    size = len(word)
    return size if size in (2, 3) and len(words) >= size and all(map(str.startswith, words, word)) else 0


def shortens(one: str, other: str) -> bool:
    """Whether one of two words abbreviates the other: its beginning (`comput`), or a contraction (`natl`, `engng`)."""
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if COUNT.fullmatch(one) and (one.isdigit() or COUNT.fullmatch(other)):
        return False
    if other.startswith(one):
        return True
    if one[0] != other[0] or one[-1] != other[-1] or not 2 < len(one) < 7 or len(_VOWEL.findall(one[1:])) > 1:
        return False
    return within(one, other)


def within(one: str, other: str) -> bool:
    """Whether a word has the letters of a shorter one in their order, the first one first."""
    rest = iter(other)
    return one[0] == other[0] and all(letter in rest for letter in one)
