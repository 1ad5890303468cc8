"""People as publishers deposit them: whole names in `family`, suffixes and particles anywhere, groups as persons.

What is certain is set right; what is not stays as it came, and a warning says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pubman.sources import _capitals, _groups
from pubman.sources._names import speech
from pubman.sources._names.parts import SUFFIX_ALONE, split
from pubman.sources._names.persons import LONGEST, MARKS, Person, clean
from pubman.sources._names.speech import natural
from pubman.sources._names.whole import in_one_piece
from pubman.work import Name, Names

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["People", "Person", "natural", "read"]

_TWO = re.compile(r"(?P<first>\S.*?\s\S.*?)\s+(?:and|&|und|y)\s+(?P<second>[^\W\d_].*)")


class People(NamedTuple):
    """The names of a role, and what about them is uncertain."""

    names: Names
    warnings: tuple[str, ...] = ()


def read(persons: Iterable[Person], *, spoken: bool = False) -> People:
    """The people of one role; elements that name nobody are left out.

    `spoken` tells that a name in one piece has the family name last, as the publisher's always have.
    """
    people: list[Name] = []
    warnings: list[str] = []
    others = False
    for person in persons:
        cleaned = clean(person)
        whole = " ".join(filter(None, (cleaned.given, cleaned.family))) or cleaned.whole
        if _groups.means_others(whole):
            others = True
        elif _groups.means_nobody(whole):
            if whole:
                warnings.append(f'"{whole}" is no name; left out')
        else:
            people += _named(cleaned, warnings, spoken=spoken)
    people = _once(_capitals.lowered(people, warnings), warnings)
    return People(Names(tuple(people), others), tuple(dict.fromkeys(warnings)))


def _once(people: list[Name], warnings: list[str]) -> list[Name]:
    """The people, a group that stands there again left out: some publishers name it once for each of its people."""
    groups = [person.literal for person in people if person.literal]
    if len(groups) == len(set(groups)):
        return people
    found: list[Name] = []
    seen: set[str] = set()
    for person in people:
        if not person.literal or person.literal not in seen:
            found.append(person)
        elif f'the group "{person.literal[:60]}" is listed again, left out there' not in warnings:
            warnings.append(f'the group "{person.literal[:60]}" is listed again, left out there')
        seen.add(person.literal)
    return found


def _named(person: Person, warnings: list[str], *, spoken: bool) -> list[Name]:
    family, given = person.family, person.given
    if person.group:
        if _groups.is_address(person.whole[:LONGEST]):
            warnings.append(f'"{person.whole[:60]}" looks like no name, kept as an author')
        return [Name(literal=_groups.without_period(person.whole or " ".join(filter(None, (given, family)))))]
    if not family or not given or len(family) + len(given) > LONGEST:
        return [in_one_piece(person, warnings, spoken=spoken)]
    if SUFFIX_ALONE.fullmatch(family) and len(given.split()) > 1:
        return [speech.read(given, family)]
    if _groups.leads(given):
        return [Name(literal=family)]
    if _groups.is_group(family, given):
        name = person.whole or f"{given} {family}"
        warnings.append(f'"{name}" taken for a group')
        return [Name(literal=name)]
    if (two := _TWO.fullmatch(given)) and len(two["first"].split()) > 1:
        warnings.append(f'two people in one name, "{given} {family}": read as two')
        return [speech.read(two["first"].strip(MARKS)), split(person._replace(given=two["second"]), warnings)]
    return [split(person, warnings)]
