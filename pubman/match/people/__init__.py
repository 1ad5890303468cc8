"""Whether two lists of names are of the same people."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from pubman.match import slips
from pubman.match.people.given import agree
from pubman.match.people.identity import same
from pubman.match.people.reading import Person, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.work import Name, Names, Work

__all__ = ["Likeness", "Person", "agree", "compare", "of", "read", "same"]

State: TypeAlias = Literal["same", "order", "fewer", "unknown", "other"]

_CLOSE = 0.8
"""Lists are of the same length when the shorter has so much of the longer."""
_MANY = 5
"""Of so many listed people one may be misspelled."""
_FAR = 50
"""Whoever is not at the same place is looked for among the first so many."""


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


def compare(entry: Names, record: Names) -> Likeness:
    """How alike the people of an entry and of a record are."""
    ours, theirs = _persons(entry), _persons(record)
    if ours and theirs and bool(ours[0].literal) != bool(theirs[0].literal):  # one side names but groups
        ours, theirs = _everybody(entry), _everybody(record)
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
    people = _everybody(names)
    return tuple(name for name in people if not name.literal) or people


@lru_cache(1024)
def _everybody(names: Names) -> tuple[Name, ...]:
    return tuple(name for name in names.people if read(name).families)


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
