"""What of a record a reference names: people, container, volume and page."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from pubman.match import containers, people
from pubman.match.letters import WORD
from pubman.text import plain, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pubman.match.reference.reading import Reading
    from pubman.work import Work

_ARTICLE = ["a"]
"""What stands alone behind a name may as well begin the title."""
_ENOUGH = 3
"""As many words as a container's name needs that is known from some of them."""


def authors(said: Reading, record: Work) -> float:
    """How many of the record's first three people the reference names, of as many as it could: none without the first.

    One that is named alone is enough, as `et al.` leaves the others out.
    """
    named = [_is_named(people.read(name), said.every) for name in people.of(record).people[:3]]
    if not named or not named[0]:
        return 0.0
    return 1.0 if sum(named) in (1, len(named)) else round(sum(named) / len(named), 2)


def _is_named(person: people.Person, there: Sequence[str]) -> bool:
    """Whether a family name is among words, and no initials beside it that are not the person's."""
    size = len(person.family)
    for at in range(len(there)):
        if there[at] in person.families:
            before, behind = there[:at], there[at + 1 :]
        elif size > 1 and tuple(there[at : at + size]) == person.family:
            before, behind = there[:at], there[at + size :]
        else:
            continue
        sides = [_initials(reversed(before))[::-1], _initials(behind)]
        if not any(sides) or any(side and people.agree(side, person.given) for side in sides):
            return True
        if sides == [[], _ARTICLE]:
            return True
    return False


def _initials(beside: Iterable[str]) -> list[str]:
    """The single letters that words begin with."""
    return list(itertools.takewhile(lambda word: len(word) == 1 and word.isalpha(), beside))


def counted(said: Reading, record: Work) -> str:
    persons = people.of(record).people
    if not persons:
        return "the record names nobody"
    named = sum(_is_named(people.read(name), said.every) for name in persons[:50])
    return f"{named} of {len(persons)} are named"


def container(said: Reading, record: Work) -> float | None:
    """Whether the reference names what the record stands in; None when it does not, or the record stands in nothing."""
    names = [record.container_title, record.collection_title, record.event_title, text(record.archive)]
    there = said.every
    for name in filter(None, map(plain, names)):
        house = containers.read(name)
        if not house.acronyms.isdisjoint(there) or not (house.initials - {""}).isdisjoint(
            word for word in there if len(word) > 2
        ):
            return 0.9
        if house.words and containers.stands_in(house.core if len(house.core) >= _ENOUGH else house.words, there):
            return 1.0
    return None


def numbers(said: Reading, record: Work) -> Iterator[tuple[str, bool]]:
    first = WORD.match(record.page.lower() or record.article_number.lower())
    if first and said.page:
        yield "page", first[0].lstrip("e0") == said.page.lstrip("e0")
    if record.volume.isdigit() and said.volume:
        yield "volume", record.volume.lstrip("0") == said.volume.lstrip("0")
