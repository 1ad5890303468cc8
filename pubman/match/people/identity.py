"""Whether two names can be one person's, or one group's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pubman.match import slips
from pubman.match.letters import fold, spellings
from pubman.match.people.given import agree
from pubman.match.people.reading import read

if TYPE_CHECKING:
    from pubman.match.people.reading import Person
    from pubman.work import Name


@lru_cache(8192)
def same(one: Name, other: Name) -> bool:
    """Whether two names can be one person's: initials, transliteration, parts swapped or counted to the other."""
    ours, theirs = read(one), read(other)
    if not ours.families or not theirs.families:
        return False
    if ours.group or theirs.group:
        return _group(ours, theirs)
    if not ours.families.isdisjoint(theirs.families):
        return agree(ours.given, theirs.given)
    if _swapped(ours, theirs) or _parted(ours, theirs) or _behind(one, theirs) or _behind(other, ours):
        return True
    long = len(ours.given[:1] and ours.given[0]) > 1 and ours.given == theirs.given
    return long and len(ours.family) == len(theirs.family) == 1 and slips.same(ours.family[0], theirs.family[0])


def _group(ours: Person, theirs: Person) -> bool:
    """Organisations by their words; a person within a name in one piece by the family name and what agrees beside."""
    if not ours.families.isdisjoint(theirs.families):
        return True
    if ours.group and theirs.group:
        return False
    person, group = (theirs, ours) if ours.group else (ours, theirs)
    rest = list(group.family)
    if len(rest) > 4 or not all(word in rest for word in person.family) or not person.given:
        return False
    for word in person.family:
        rest.remove(word)
    return bool(rest) and agree(person.given, tuple(rest))


def _swapped(ours: Person, theirs: Person) -> bool:
    """Family and given names in each other's place."""
    if not ours.given or not theirs.given:
        return False
    if not ours.families.isdisjoint(theirs.givens):
        if not theirs.families.isdisjoint(ours.givens):
            return True
        first = ours.given[0]
        return len(ours.given) == 1 and len(first) == 1 and any(name.startswith(first) for name in theirs.families)
    first = theirs.given[0]
    if len(theirs.given) == 1 and len(first) == 1 and not theirs.families.isdisjoint(ours.givens):
        return any(name.startswith(first) for name in ours.families)
    return False


def _behind(name: Name, person: Person) -> bool:
    """Initials behind the family name without a comma, as in medicine: `Jagels C`, `van der Berg JA`."""
    initials, family = name.family, name.given
    if not (initials.isupper() and initials.isalpha() and len(initials) < 4) or family.isupper() or "." in family:
        return False
    return not spellings(family).isdisjoint(person.families) and agree([*fold(initials)], person.given)


def _parted(ours: Person, theirs: Person) -> bool:
    """The same words, parted elsewhere (`Maria Silva` Santos, Maria `Silva Santos`), or one of two family names."""
    one, other = (*ours.given, *ours.family), (*theirs.given, *theirs.family)
    if len(one) == len(other) and len(one) > 2 and one[-1] == other[-1]:
        return agree(one, other)
    short, long = sorted((ours, theirs), key=lambda person: len(person.family))
    size = len(short.family)
    if size == len(long.family) or not (short.given and long.given):
        return False
    outer = size and len(short.family[-1]) > 2 and short.family in (long.family[:size], long.family[-size:])
    return bool(outer) and agree(short.given[:1], long.given[:1])
