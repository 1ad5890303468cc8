"""Whether two lists of names are of the same people."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from pubman.match import slips
from pubman.match.letters import fold, spellings, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.work import Name, Names, Work

State: TypeAlias = Literal["same", "order", "fewer", "unknown", "other"]

_VOWELS = str.maketrans({"y": "i", "j": "i"})
_CLOSE = 0.8
"""Lists are of the same length when the shorter has so much of the longer."""
_MANY = 5
"""Of so many listed people one may be misspelled."""


_FAR = 50
"""Whoever is not at the same place is looked for among the first so many."""


class Person(NamedTuple):
    """A name as it is compared: spellings of its family name, and the words of both parts."""

    families: frozenset[str]
    family: tuple[str, ...]
    given: tuple[str, ...]
    givens: frozenset[str]
    group: bool


class Likeness(NamedTuple):
    """How alike two lists are: 0 to 1, what that means, and in words.

    `same`: the same people as far as they are named; `order`: the same with another first; `fewer`: the record lacks
    some; `unknown`: one side has nobody.
    """

    score: float
    state: State
    note: str


def of(work: Work) -> Names:
    """The authors or, of a work that has none, the editors."""
    return work.author if work.author.people else work.editor


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


def compare(entry: Names, record: Names) -> Likeness:
    """How alike the people of an entry and of a record are."""
    ours, theirs = _persons(entry), _persons(record)
    if not ours or not theirs:
        which = "entry" if not ours else "record"
        return Likeness(0.0, "unknown", f"the {which} names nobody")
    agreed, first = _matched(ours, theirs)
    if agreed == len(ours) - 1 > 1 and len(ours) <= len(theirs) and _misspelled(ours, theirs):
        agreed, first = len(ours), True
    most = len(ours) if entry.others or record.others else max(len(ours), len(theirs))
    score = round(agreed / most, 2)
    note = f"{agreed} of {len(ours)} agree"
    if entry.others:
        note += ", and others"
    elif len(ours) != len(theirs):
        note += f", the record has {len(theirs)}"
    few, many = sorted((len(ours), len(theirs)))
    if agreed < few - (few // _MANY if first else 0):
        return Likeness(score, "other", note)
    if not first and agreed:
        return Likeness(score, "order" if agreed == most and agreed > 1 else "other", f"{note}, another is first")
    if not agreed:
        return Likeness(score, "other", note)
    if len(theirs) < len(ours) and (entry.others or few < _CLOSE * many) and not record.others:
        return Likeness(score, "fewer", note)
    if len(theirs) > len(ours) and few < _CLOSE * many and not entry.others:
        return Likeness(score, "other", note)
    return Likeness(score, "same", note)


def _misspelled(ours: Sequence[Name], theirs: Sequence[Name]) -> bool:
    """Whether the one person who does not agree, at the same place, is the same but for a slip in the family name."""
    pairs = [(one, other) for one, other in zip(ours, theirs, strict=False) if not same(one, other)]
    if len(pairs) != 1:
        return False
    one, other = map(read, pairs[0])
    if not (one.given and other.given and agree(one.given, other.given)):
        return False
    return len(one.family) == len(other.family) == 1 and slips.same(one.family[0], other.family[0])


@lru_cache(1024)
def _persons(names: Names) -> tuple[Name, ...]:
    """The people without the groups they belong to; the groups, where there is nobody else."""
    people = [name for name in names.people if read(name).families]
    return tuple(name for name in people if not name.literal) or tuple(people)


def _matched(ours: Sequence[Name], theirs: Sequence[Name]) -> tuple[int, bool]:
    """How many of ours are among theirs, each once, and whether both lists begin with the same person."""
    used: set[int] = set()
    late = []
    for at, name in enumerate(ours):
        if at < len(theirs) and same(name, theirs[at]):
            used.add(at)
        else:
            late.append(name)
    first = 0 in used
    if late:
        places: dict[str, list[int]] = {}
        for at, other in enumerate(theirs[: max(_FAR, 3 * len(ours))]):
            if at not in used:
                person = read(other)
                for spelling in person.families | person.givens:
                    places.setdefault(spelling, []).append(at)
        for name in late:
            known = {at for spelling in read(name).families for at in places.get(spelling, ())}
            found = next((at for at in sorted(known - used) if same(name, theirs[at])), -1)
            if found >= 0:
                used.add(found)
    return len(used), first
