"""Whether a record is the work that an entry, or a reference in free text, means. Pure: values in, values out.

A candidate is the work when all rules hold (their table is in `rules`) and no veto stands against it. A search engine's
own score is for ordering alone: its first hit is wrong about every second time when the work is not there at all
(Tkaczyk, "Search-based reference matching", Crossref, 2018).

Vetoes: another DOI or arXiv identifier in the entry; a correction, retraction, reply, comment or review where the entry
is none, and the other way round; a retracted work; another part or edition; a preprint for an article and the other way
round; an issue, a component, a grant, a review of a manuscript. When several candidates meet all rules and none is
better in what the entry says (the whole title, its container, its numbers), nobody can tell: ambiguous.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.match import containers, dates, kinds, numbers, people, rules, titles
from pubman.match.evidence import Evidence, Verdict
from pubman.match.settling import settle
from pubman.match.vetoes import against, is_preprint
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.queries import Found
    from pubman.work import Work

__all__ = ["Evidence", "Verdict", "judge", "verdict", "verdict_of"]

FAR = 0.5
"""Up to here they have little in common."""


def judge(work: Work, candidate: Found) -> Evidence:
    """The evidence for and against a candidate being the work of an entry.

    Of a candidate whose title has little in common with the entry's, containers and numbers are not compared.
    """
    record = candidate.work
    title = titles.compare(plain(work.title), plain(record.title))
    far = title.score < FAR
    authors = people.compare(people.of(work), people.of(record))
    container = None if far else containers.compare(work, candidate)
    evidence = Evidence(
        title.score,
        authors.score,
        dates.apart(work, candidate),
        _same_type(work, record, container),
        tuple(against(work, candidate, titled=title.how in ("same", "nearly"), far=far)),
        container,
        () if far else numbers.compare(work, record),
        notes=(("title", title.note), ("authors", authors.note), ("type", _types(work, record))),
        exact=title.how != "shorter",
    )
    return evidence._replace(lacks=tuple(rules.not_met(work, candidate, evidence, title, authors)))


def _same_type(work: Work, record: Work, container: float | None) -> bool:
    if kinds.alike(work.type, record.type) or (is_preprint(work) and is_preprint(record)):
        return True
    return container is not None and container >= containers.AGREE and kinds.near(work.type, record.type)


def _types(work: Work, record: Work) -> str:
    return work.type if work.type == record.type else f"{work.type}, the record has {record.type}"


def verdict(work: Work, candidates: Sequence[Found]) -> Verdict:
    """What follows for an entry from all its candidates."""
    return settle([(each, judge(work, each)) for each in _once(candidates)])


def verdict_of(reference: str, candidates: Sequence[Found]) -> Verdict:
    """What follows for a reference in free text from all its candidates."""
    from pubman.match import reference as references

    doi = references.doi(reference)
    return settle([(each, references.judge(reference, doi, each)) for each in _once(candidates)])


def _once(candidates: Sequence[Found]) -> list[Found]:
    """The candidates, each DOI's once."""
    known: dict[str, Found] = {}
    for each in candidates:
        known.setdefault(each.work.DOI.lower(), each)
    return list(known.values())
