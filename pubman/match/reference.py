"""Whether a record is the work that a reference in free text names: its title is there, and every word is explained."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pubman import identifiers
from pubman.match import containers, dates, generic, kinds, people, slips, titles, vetoes
from pubman.match.evidence import Evidence
from pubman.match.letters import WORD, fold, words
from pubman.text import plain, text
from pubman.work import Date, Day, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pubman.queries import Found

_IDENTIFIER = re.compile(r"(?:https?://\S+|\b10\.\d{4,9}(?:\.\d+)*/\S+|\bdoi\s*[:=]\s*)", re.IGNORECASE)
_DOI = re.compile(r"\b10\.\d{4,9}(?:\.\d+)*/[^\s\"'<>]+")
_PAGES = re.compile(r"\bpp?\.?\s*(?P<page>[a-z]?\d+)|\bpages?\s+(?P<pages>[a-z]?\d+)|\d\s*:\s*(?P<after>[a-z]?\d+)")
_VOLUME = re.compile(r"\bvol(?:ume)?\.?\s*(?P<volume>\d+)|\b(?P<before>\d+)\s*\(\d+\)")
_NOISE = frozenset(
    "a an and the et al others in of on for to proc proceedings vol volume no number nr issue pp p page pages doi https"
    " http org eds ed available online accessed art article arxiv preprint preprints jan january feb february mar march"
    " apr april may jun june jul july aug august sep sept september oct october nov november dec december".split()
)
_ENOUGH = 3
"""As many words as a container's name needs that is known from some of them."""


class _Word(NamedTuple):
    word: str
    start: int
    end: int


class _Reading(NamedTuple):
    """A reference: its folded text, its words, those that count, its years, and what it calls page and volume."""

    folded: str
    every: tuple[str, ...]
    content: tuple[_Word, ...]
    years: tuple[int, ...]
    page: str
    volume: str


@lru_cache(8)
def read(reference: str) -> _Reading:
    """A reference as it is compared, without the addresses in it."""
    folded = fold(_IDENTIFIER.sub(" ", reference))
    every = tuple(_Word(titles.number(found[0]), *found.span()) for found in WORD.finditer(folded))
    years = tuple(
        int(each.word) for each in every if len(each.word) == 4 and each.word.isdigit() and "1500" < each.word < "2100"
    )
    pages, volume = _PAGES.search(folded), _VOLUME.search(folded)
    return _Reading(
        folded,
        tuple(each.word for each in every),
        tuple(each for each in every if each.word not in titles.STOP),
        years,
        next(filter(None, pages.groups()), "") if pages else "",
        next(filter(None, volume.groups()), "") if volume else "",
    )


def doi(reference: str) -> str:
    """The DOI in a reference, or nothing."""
    found = _DOI.search(reference)
    return identifiers.doi(found[0]) if found else ""


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word.isascii() and "1500" < word < "2100"


def judge(reference: str, doi: str, candidate: Found) -> Evidence:
    """The evidence for and against a candidate being what a reference names, which has a DOI or not.

    The record's title must stand in the reference, and what stands around it must be the record's: a name that is not,
    or a word beside the title, tells of another work.
    """
    record = candidate.work
    said = read(reference)
    title = titles.read(plain(record.title))
    place, whole, slipped = _find(said.content, title)
    authors = _authors(said, record)
    years = [dates.apart(_dated(year), candidate) for year in said.years]
    apart = min((year for year in years if year is not None), key=abs, default=None)
    container = _container(said, record)
    agreed = tuple(_numbers(said, record))
    strange = _strange(said, place, record, housed=bool(container))
    score = 0.0 if place is None else 1.0 if whole and not slipped else 0.98 if whole else 0.96
    if place is None:
        score = titles.overlap(title.words, tuple(each.word for each in said.content[: 2 * len(title.words)]))
    evidence = Evidence(
        score,
        authors,
        apart,
        True,
        tuple(_vetoes(doi, candidate)),
        container,
        agreed,
        notes=(("title", _note(place, whole=whole)), ("authors", _named(said, record)), ("type", record.type)),
        exact=whole,
        open=place is not None and not strange and abs(apart or 0) < 2 and (not agreed or any(dict(agreed).values())),
    )
    return evidence._replace(lacks=tuple(_lacks(evidence, title, strange)))


def _find(content: Sequence[_Word], title: titles.Title) -> tuple[tuple[int, int] | None, bool, bool]:
    """Where a title stands among words, whether all of it does, and whether with a slip."""
    whole = title.words
    mains = [whole[:at] for at in sorted(title.breaks, reverse=True) if at >= titles.WHOLE]
    for slip in (False, True):
        for wanted in (whole, *mains):
            if wanted and (at := _at(content, wanted, slip=slip)) >= 0:
                return (at, at + len(wanted)), wanted is whole, slip
    joined = "".join(whole)
    for at in range(len(content)):
        grown = ""
        for end in range(at, min(len(content), at + 2 * len(whole))):
            grown += content[end].word
            if grown == joined and joined:
                return (at, end + 1), True, False
            if not joined.startswith(grown):
                break
    return None, False, False


def _at(content: Sequence[_Word], wanted: Sequence[str], *, slip: bool) -> int:
    size = len(wanted)
    for at in range(len(content) - size + 1):
        misses = 0
        for each, word in zip(content[at : at + size], wanted, strict=True):
            if each.word != word:
                misses += 1
                if not slip or misses > 1 or size < titles.WHOLE or not slips.same(each.word, word):
                    break
        else:
            return at
    return -1


def _authors(said: _Reading, record: Work) -> float:
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
    return False


def _initials(beside: Iterable[str]) -> list[str]:
    """The single letters that words begin with."""
    return list(itertools.takewhile(lambda word: len(word) == 1 and word.isalpha(), beside))


def _named(said: _Reading, record: Work) -> str:
    persons = people.of(record).people
    if not persons:
        return "the record names nobody"
    named = sum(_is_named(people.read(name), said.every) for name in persons[:50])
    return f"{named} of {len(persons)} are named"


def _dated(year: int) -> Work:
    return Work(key="", type="document", issued=Date(Day(year)))


def _container(said: _Reading, record: Work) -> float | None:
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


def _numbers(said: _Reading, record: Work) -> Iterator[tuple[str, bool]]:
    first = WORD.match(record.page.lower() or record.article_number.lower())
    if first and said.page:
        yield "page", first[0].lstrip("e0") == said.page.lstrip("e0")
    if record.volume.isdigit() and said.volume:
        yield "volume", record.volume.lstrip("0") == said.volume.lstrip("0")


def _strange(said: _Reading, place: tuple[int, int] | None, record: Work, *, housed: bool) -> list[str]:
    """The words of a reference that the record does not explain.

    Behind the title, a container that is known explains all that a point or a comma parts from it.
    """
    if place is None:
        return []
    known = _known(record)
    before, behind = said.content[: place[0]], said.content[place[1] :]
    strange = [each.word for each in before if not _explains(each.word, known)]
    end = said.content[place[1] - 1].end
    apart = False
    for each in behind:
        apart = apart or re.search(r"[^\w\s'’-]", said.folded[end : each.start]) is not None
        end = each.end
        if not _explains(each.word, known) and not (apart and housed and not _tells(each.word)):
            strange.append(each.word)
    return strange


def _tells(word: str) -> bool:
    return word in vetoes.SPOKEN


def _known(record: Work) -> frozenset[str]:
    """All words of a record beside its title."""
    known: set[str] = set(_NOISE)
    for names in (record.author, record.editor):
        for name in names.people:
            person = people.read(name)
            known |= {*person.families, *person.family, *person.given, *person.givens}
            known |= {word[0] for word in person.given} | {word[0] for word in person.family}
            if len(person.given) > 1:
                known.add("".join(word[0] for word in person.given))
    for variable in (record.container_title, record.collection_title, record.event_title):
        known.update(words(plain(variable)))
    for string in (
        record.volume, record.issue, record.page, record.article_number, record.publisher, record.publisher_place,
        record.event_place, record.archive, record.archive_id, record.number, record.edition, record.DOI, record.ISSN,
        record.ISBN, record.genre,
    ):  # fmt: skip
        known.update(words(string))
    return frozenset(known)


def _explains(word: str, known: frozenset[str]) -> bool:
    if word in known or _is_year(word):
        return True
    return len(word) > 1 and word.isalpha() and any(each.startswith(word) and len(word) > 2 for each in known)


def _vetoes(doi: str, candidate: Found) -> Iterator[str]:
    if doi and not vetoes.same_doi(doi, candidate):
        yield f"the text has another DOI, {doi}"
    if candidate.kind in kinds.NO_WORK:
        yield f"the record is a {candidate.kind.replace('-', ' ')}"
    yield from vetoes.notice(candidate)


def _note(place: tuple[int, int] | None, *, whole: bool) -> str:
    if place is None:
        return "not in the text"
    return "in the text" if whole else "in the text, without the subtitle"


def _lacks(evidence: Evidence, title: titles.Title, strange: Sequence[str]) -> Iterator[str]:
    """The rules that a candidate does not meet, in words."""
    agreed = [name for name, agrees in evidence.numbers if agrees]
    if evidence.title < 0.95:
        yield "the text has another title"
    elif generic.is_generic(" ".join(title.words)) and len(agreed) < 2:
        yield "many works have this title: volume and page must agree"
    elif title.content < titles.WHOLE and not agreed and evidence.container is None:
        yield "the title is short: the text must name the container, volume or page"
    elif not evidence.exact and not agreed and evidence.container is None:
        yield "the title is without its subtitle: the text must name the container, volume or page"
    if not evidence.authors:
        yield "the text does not name the first author"
    if evidence.year is None:
        if not agreed and evidence.container is None:
            yield "the text has no year"
    elif abs(evidence.year) > 1:
        yield "the years are more than one apart"
    if evidence.numbers and not agreed:
        yield "volume and page differ" if len(evidence.numbers) > 1 else f"the {evidence.numbers[0][0]} differs"
    if strange:
        yield "the record does not explain " + ", ".join(f'"{word}"' for word in strange[:5])
