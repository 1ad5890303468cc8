"""Slips of the pen: one letter lost, doubled or swapped with the next. The spellings of two countries are none."""

from __future__ import annotations

import re
from functools import lru_cache

from pubman.wording import tables

LONG = 5
"""A slip is one in a word of so many letters or more; in a shorter one it is another word."""
_AMERICAN = (
    (r"(?<=[iy])s(?=(?:e|ed|er|ers|es|ing|able|ation|ations|ational)$)", "z"),
    (r"^man(?:oe|e)uv(?:er|re|r)", "maneuver"),
    (r"(?<=^t)y(?=res?$)", "i"),
    (r"[ao]e", "e"),
    (r"(?<=..)our(?!s?e|n)", "or"),
    (r"(?<=[bcdghkptv])re(?=s?$)", "er"),
    (r"(?<=..[aeiou])ll(?=(?:ed|er|ers|ing|ings)$)", "l"),
    (r"(?<=log)ue(?=s?$)|(?<=gram)me(?=s?$)", ""),
    (r"(?<=defen)c(?=es?$)|(?<=offen)c(?=es?$)|(?<=licen)c(?=es?$)", "s"),
    (r"(?<=practi)s(?=e)", "c"),
    (r"(?<=^sul)ph", "f"),
    (r"(?<=^art)e(?=fact)", "i"),
    (r"(?<=^gr)ey", "ay"),
    (r"(?<=^dis)c(?=s?$)", "k"),
    (r"(?<=^s)c(?=eptic)", "k"),
    (r"(?<=^alumin)i(?=um$)", ""),
    (r"(?<=^mo)u(?=ld)", ""),
)
"""What makes British spellings American; two words that differ in nothing else are one word."""


def same(one: str, other: str) -> bool:
    """Whether two words, folded, are one word but for a slip: never in its first letter, never in a digit."""
    if one == other or spelled(one, other):
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or len(other) < LONG or one[:1] != other[:1]:
        return False
    if not (one.isalpha() and other.isalpha()) or frozenset((one, other)) in different():
        return False
    at = next((at for at, letter in enumerate(one) if letter != other[at]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


def spelled(one: str, other: str) -> bool:
    """Whether two words, folded, are one word as two countries spell it: `colour` and `color`."""
    if abs(len(one) - len(other)) > 2 or not (one.isalpha() and other.isalpha()):
        return False
    return frozenset((one, other)) not in different() and _american(one) == _american(other)


@lru_cache(1)
def different() -> frozenset[frozenset[str]]:
    """The pairs of words that are a slip apart, and two."""
    return frozenset(frozenset(pair.split()) for pair in tables.text("near_words.txt").splitlines())


@lru_cache(4096)
def _american(word: str) -> str:
    for british, american in _patterns():
        word = british.sub(american, word)
    return word


@lru_cache(1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(british), american) for british, american in _AMERICAN)
