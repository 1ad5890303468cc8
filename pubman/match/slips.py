"""Slips of the pen: one letter lost, doubled or swapped with the next, and the spellings of two countries."""

from __future__ import annotations

import re

LONG = 5
"""A slip is one in a word of so many letters or more; in a shorter one it is another word."""
_SPELLED = re.compile(r"(?<=[iy])s(?=(?:e|ed|er|ers|es|ing|able|ation|ations)$)")
_OTHERS = (
    "angel angle|bond bound|brain bran|break brake|breast beast|casual causal|cation caution|cast coast|cell cello"
    "|conservation conversation|cost coast|course curse|dairy diary|desert dessert|district distinct|field filed"
    "|form forum|heart heat|health heath|hose house|infection inflection"
    "|intestate interstate|marital martial|mental metal|mode model|modes models|moral mortal"
    "|morality mortality|plan plane|plan plain|plan plant|plane planet|planes planets|plaque plague|planing planning"
    "|policies polices|public pubic|quiet quite|ratio ration|sacred scared|sever severe"
    "|simulate stimulate|simulated stimulated|simulating stimulating|simulation stimulation|simulations stimulations"
    "|simulator stimulator|simulators stimulators|singe single|sliver silver|soil solid|specie species"
    "|statics statistics|stair star|stain strain|stained strained|stains strains|steam stream|tread thread"
    "|thorough through|three there|topical tropical|trail trial|trails trials|united untied|wold world"
)
_DIFFERENT = frozenset(frozenset(pair.split()) for pair in _OTHERS.split("|"))
"""Words that are one slip apart, and two."""


def same(one: str, other: str) -> bool:
    """Whether two words, folded, are one word but for a slip: never in its first letter, never in a digit."""
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or len(other) < LONG or one[:1] != other[:1]:
        return False
    if not (one.isalpha() and other.isalpha()) or frozenset((one, other)) in _DIFFERENT:
        return False
    at = next((at for at, letter in enumerate(one) if letter != other[at]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    if one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]:
        return True
    return _SPELLED.sub("z", one) == _SPELLED.sub("z", other)
