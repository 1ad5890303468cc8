"""Whether a record is the work that a reference in free text names: its title is there, and every word is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.match import dates, generic, kinds, titles, vetoes
from pubman.match.evidence import EQUAL, Evidence
from pubman.match.reference import naming
from pubman.match.reference.reading import doi, find, read
from pubman.match.reference.unexplained import unexplained
from pubman.text import plain
from pubman.work import Date, Day, Work

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pubman.queries import Found

__all__ = ["doi", "judge"]


def judge(reference: str, doi: str, candidate: Found) -> Evidence:
    """The evidence for and against a candidate being what a reference names, which has a DOI or not.

    The record's title must stand in the reference, and what stands around it must be the record's: a name that is not,
    or a word beside the title, tells of another work.
    """
    record = candidate.work
    said = read(reference)
    title = titles.read(plain(record.title))
    place, whole, slipped = find(said, title)
    authors = naming.authors(said, record)
    years = [dates.apart(_dated(year), candidate) for year in said.years]
    apart = min((year for year in years if year is not None), key=abs, default=None)
    container = naming.container(said, record)
    agreed = tuple(naming.numbers(said, record))
    strange = unexplained(said, place, record, housed=whole and bool(container))
    score = 0.0 if place is None else 1.0 if whole and not slipped else 0.98 if whole else 0.96
    if place is None:
        score = titles.overlap(title.words, tuple(each.word for each in said.content[: 2 * len(title.words)]))
    evidence = Evidence(
        score,
        authors,
        apart,
        True,
        tuple(_vetoes(doi, candidate, whole=whole)),
        container,
        agreed,
        notes=(("title", _note(place, whole=whole)), ("authors", naming.counted(said, record)), ("type", record.type)),
        exact=whole,
        open=place is not None and not strange and abs(apart or 0) < 2 and (not agreed or any(dict(agreed).values())),
    )
    return evidence._replace(lacks=tuple(_lacks(evidence, title, strange)))


def _dated(year: int) -> Work:
    return Work(key="", type="document", issued=Date(Day(year)))


def _vetoes(doi: str, candidate: Found, *, whole: bool) -> Iterator[str]:
    if doi and not vetoes.same_doi(doi, candidate):
        yield f"the text has another DOI, {doi}"
    if candidate.kind in kinds.NO_WORK:
        yield f"the record is a {candidate.kind.replace('-', ' ')}"
    if not (whole and vetoes.notices(plain(candidate.work.title))):  # else the text itself says `Correction: ...`
        yield from vetoes.notice(candidate)


def _note(place: tuple[int, int] | None, *, whole: bool) -> str:
    if place is None:
        return "not in the text"
    return "in the text" if whole else "in the text, without the subtitle"


def _lacks(evidence: Evidence, title: titles.Title, strange: Sequence[str]) -> Iterator[str]:
    """The rules that a candidate does not meet, in words."""
    agreed = [name for name, agrees in evidence.numbers if agrees]
    if evidence.title < EQUAL:
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
