"""Whether a record is the work that an entry, or a reference in free text, means. Pure: values in, values out.

A candidate is the work when all of these hold and no veto stands against it. A search engine's own score is for
ordering alone: its first hit is wrong about every second time when the work is not there at all
(Tkaczyk, "Search-based reference matching", Crossref, 2018).

| rule      | holds when                                                                                               |
|-----------|----------------------------------------------------------------------------------------------------------|
| title     | the same words in the same order, without case, accents, punctuation, hyphens and small words; allowed   |
|           | are British and American spellings, and one-letter slips (lost, doubled, swapped) in one or two words of |
|           | five letters or more, never in a first letter or a number, nor where two words are known to differ by    |
|           | one ("neural", "neutral"); the subtitle at the other end; a title that was cut, or is without its        |
|           | subtitle, when container, volume or page agree, and the subtitle tells of no other work ("study          |
|           | protocol"); a poster, a demo or an abstract is none of the paper's                                       |
| authors   | the first is the same and so are all others that are listed (one in five may be another, one of three    |
|           | may be misspelled); as many, or                                                                          |
|           | "and others"; initials, accents or their transliteration (ü, ue, u), swapped and double names are equal  |
| year      | at most one apart, by the nearest of the record's dates of publication                                   |
| type      | the same, or two that one publication often has: an article of a conference counts when the container    |
|           | agrees, a thesis or a report is never an article                                                         |
| container | where both name one: the same, abbreviated, an acronym, misspelled once, or the same conference, of the  |
|           | same year and region, which no journal of that name is; or volume and page agree                         |
| numbers   | where both have a volume or a first page: at least one agrees; the page, where the issues differ         |
| support   | a title of fewer than four words needs a volume or page, or container, year and all authors; one that    |
|           | many works have ("Editorial") both volume and page; unknown authors or years need both                   |

Vetoes: another DOI or arXiv identifier in the entry; a correction, retraction, reply, comment or review where the entry
is none, and the other way round; a retracted work; another part or edition; a preprint for an article and the other way
round; an issue, a component, a grant, a review of a manuscript. When several candidates meet all rules and none is
better in what the entry says (the whole title, its container, its numbers), nobody can tell: ambiguous.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.match import containers, dates, generic, kinds, numbers, people, titles
from pubman.match.evidence import Evidence, Verdict
from pubman.match.letters import words
from pubman.match.vetoes import against, is_preprint
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pubman.queries import Found
    from pubman.work import Work

__all__ = ["Evidence", "Verdict", "judge", "verdict", "verdict_of"]

SHORT = 4
"""A title of fewer content words says little."""
FAR = 0.5
"""Up to here they have little in common."""
EQUAL = 0.95
"""From here on titles count as equal."""


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
    return evidence._replace(lacks=tuple(_lacks(work, candidate, evidence, title, authors)))


def _same_type(work: Work, record: Work, container: float | None) -> bool:
    if kinds.alike(work.type, record.type) or (is_preprint(work) and is_preprint(record)):
        return True
    return container is not None and container >= containers.AGREE and kinds.near(work.type, record.type)


def _types(work: Work, record: Work) -> str:
    return work.type if work.type == record.type else f"{work.type}, the record has {record.type}"


def _lacks(
    work: Work, candidate: Found, evidence: Evidence, title: titles.Likeness, authors: people.Likeness
) -> Iterator[str]:
    """The rules that a candidate does not meet, in words."""
    agreed = [name for name, agrees in evidence.numbers if agrees]
    named = bool(work.DOI) and work.DOI.lower() == candidate.work.DOI.lower()
    placed = named or len(agreed) > 1
    housed = evidence.container is not None and evidence.container >= containers.AGREE
    if evidence.title < EQUAL:
        yield "the titles differ"
    elif not named:
        yield from _weak(work, evidence, title, agreed, housed=housed)
    if authors.state == "other":
        yield "the authors differ"
    elif authors.state == "order" and not (housed or agreed):
        yield "the first author differs"
    elif authors.state in ("fewer", "unknown") and not placed:
        yield "the authors are not known on both sides"
    if evidence.year is None:
        if not placed:
            yield "the year is not known on both sides"
    elif abs(evidence.year) > 1:
        yield "the years are more than one apart"
    if not evidence.type:
        yield "the types differ"
    if evidence.container is not None and not housed and len(agreed) < 2:
        yield "it stands in another container"
    yield from _numbered(evidence, agreed)


def _numbered(evidence: Evidence, agreed: Sequence[str]) -> Iterator[str]:
    """Which numbers tell of another work: all that both have, or the issue where the page does not agree."""
    differing = [name for name, agrees in evidence.numbers if not agrees]
    if differing and (not agreed or ("issue" in differing and "page" not in agreed)):
        yield f"{' and '.join(differing)} differ" if len(differing) > 1 else f"the {differing[0]} differs"


def _weak(
    work: Work, evidence: Evidence, title: titles.Likeness, agreed: Sequence[str], *, housed: bool
) -> Iterator[str]:
    """Why a title that is the same says too little."""
    if generic.is_generic(" ".join(words(plain(work.title)))):
        if len(agreed) < 2:
            yield "many works have this title: volume and page must agree"
    elif title.words < SHORT:
        full = housed and evidence.year == 0 and evidence.authors == 1 and title.words > 1
        if not agreed and not full:
            yield "the title is short: volume or page must agree, or container, year and all authors"
    elif title.beside:
        yield "one of them is a poster, an abstract or another version"
    elif (title.how == "shorter" or title.tagged) and not (agreed or housed):
        yield "one title is shorter: container, volume or page must agree"


def verdict(work: Work, candidates: Sequence[Found]) -> Verdict:
    """What follows for an entry from all its candidates."""
    return _settle([(each, judge(work, each)) for each in _once(candidates)])


def verdict_of(reference: str, candidates: Sequence[Found]) -> Verdict:
    """What follows for a reference in free text from all its candidates."""
    from pubman.match import reference as references

    doi = references.doi(reference)
    return _settle([(each, references.judge(reference, doi, each)) for each in _once(candidates)])


def _once(candidates: Sequence[Found]) -> list[Found]:
    known: dict[str, Found] = {}
    for each in candidates:
        known.setdefault(each.work.DOI.lower(), each)
    return list(known.values())


def _settle(judged: list[tuple[Found, Evidence]]) -> Verdict:
    judged.sort(key=lambda pair: _order(pair[1]))
    passing = _undominated([pair for pair in judged if pair[1].passes])
    if len(passing) == 1:
        return Verdict("matched", passing[0][0], tuple(judged))
    near = any(evidence.near for _, evidence in judged)
    return Verdict("ambiguous" if passing or near else "no-match", None, tuple(judged))


def _order(evidence: Evidence) -> tuple[bool, bool, float]:
    return not evidence.passes, not evidence.near, -evidence.title - evidence.authors


def _undominated(passing: list[tuple[Found, Evidence]]) -> list[tuple[Found, Evidence]]:
    """Those that no other is better than in what the entry says."""
    return [pair for pair in passing if not any(_better(other[1], pair[1]) for other in passing)]


def _better(one: Evidence, other: Evidence) -> bool:
    """Whether one has what the entry says and the other has not: the whole title, the container, both numbers."""
    ours, theirs = _strength(one), _strength(other)
    return ours != theirs and all(our >= their for our, their in zip(ours, theirs, strict=True))


def _strength(evidence: Evidence) -> tuple[bool, bool, bool]:
    differs = any(not agrees for _, agrees in evidence.numbers)
    return evidence.exact, evidence.container is not None, not differs
