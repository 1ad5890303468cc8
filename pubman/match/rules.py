"""The rules that a record must meet to be the work of an entry.

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
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.match import containers, generic
from pubman.match.evidence import EQUAL
from pubman.match.letters import words
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pubman.match import people, titles
    from pubman.match.evidence import Evidence
    from pubman.queries import Found
    from pubman.work import Work

SHORT = 4
"""A title of fewer content words says little."""


def not_met(
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
