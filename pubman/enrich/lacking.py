"""What an entry lacks, and by what it can be looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman import identifiers, wanted
from pubman.bibtex.read import online, preprint
from pubman.bibtex.read.fields import Fields
from pubman.enrich.values import FIELDS, OTHERS
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from pubman.bibtex.entry import Entry
    from pubman.wanted import Wanted
    from pubman.work import Work

SEARCHED = frozenset("article-journal article-magazine paper-conference chapter book article".split())
"""The types whose works have a DOI as a rule; of others only an identifier of their own is looked up."""
OPEN = frozenset(("document", "webpage", "manuscript"))
"""What an entry is that does not tell what it is: a preprint, it may be."""
_NOT_PUBLISHED = ("submitted for publication", "unpublished")
_ARXIV_DOI = "10.48550/arxiv."


def lacks(entry: Entry, work: Work, *, issn: bool = False) -> list[str]:
    """The fields that a look-up could give an entry, its author's full list among them where it ends in `others`."""
    names = [name for name in FIELDS.get(work.type, OTHERS).split() if name not in ("editor", "eid", "series", "venue")]
    found = [name for name in names if not has(name, entry, work) and (issn or name != "issn")]
    return ["author", *found] if work.author.others and "author" not in found else found


def may_change(entry: Entry, work: Work, *, issn: bool = False) -> bool:
    """Whether an entry is worth a look-up: it lacks something, or it is a preprint, which may be published by now."""
    if work.type == "article" or (work.type in OPEN and identifier(entry, work)):
        return True  # it may have been published by now
    return work.status == "early access" or bool(lacks(entry, work, issn=issn))


def has(name: str, entry: Entry, work: Work) -> bool:
    """Whether an entry has what a field would say, in this field or in another."""
    if name in _KNOWN:
        return bool(_KNOWN[name](work)) or any(_raw(entry, each) for each in _ALSO.get(name, ()))
    return _raw(entry, name)


def _raw(entry: Entry, name: str) -> bool:
    return bool(entry.fields.get(name, "").strip(" \t\r\n{}"))


def _has_days(work: Work) -> bool:
    return bool(work.event_date.start or work.event_date.literal)


_KNOWN: dict[str, Callable[[Work], object]] = {
    "author": lambda work: work.author.people,
    "journal": lambda work: work.container_title,
    "booktitle": lambda work: work.container_title or work.event_title,
    "year": lambda work: work.issued.start or work.issued.literal,
    "volume": lambda work: work.volume,
    "number": lambda work: work.issue or work.number or work.collection_number,
    "pages": lambda work: work.page or work.article_number,
    "eid": lambda work: work.page or work.article_number,
    "month": lambda work: (work.issued.start and work.issued.start.month) or work.issued.season or _has_days(work),
    "venue": lambda work: work.event_place,
    "address": lambda work: work.event_place or work.publisher_place,
    "eventdate": _has_days,
    "publisher": lambda work: work.publisher,
    "school": lambda work: work.publisher,
    "institution": lambda work: work.publisher,
    "organization": lambda work: work.publisher,
    "series": lambda work: work.collection_title,
    "issn": lambda work: work.ISSN,
}
_ALSO = {
    "author": ("author",),
    "journal": ("journal", "journaltitle", "booktitle"),
    "booktitle": ("booktitle", "journal", "journaltitle"),
    "year": ("year", "date"),
    "month": ("month", "date"),
    "venue": ("venue", "eventvenue"),
    "address": ("address", "location", "venue", "eventvenue"),
    "eventdate": ("eventdate",),
}
"""Fields that say the same; what stands there and is not understood is the owner's all the same."""


def identifier(entry: Entry, work: Work) -> Wanted | None:
    """The DOI or arXiv identifier of an entry, wherever it stands; a DOI that is not arXiv's comes first."""
    fields = Fields(entry.type, entry.fields)
    if (doi := online.doi(fields) or work.DOI) and (found := wanted.of_doi(doi)) and found.doi:
        return found
    if deposited := preprint.deposit(fields).id or (work.archive_id if work.archive == "arXiv" else ""):
        return wanted.of_arxiv(deposited)
    for name in ("doi", "url", "eprint", "note", "howpublished"):
        value = fields.verbatim(name)
        for word in value.split() if name in ("note", "howpublished") else [value]:
            word = word.strip(",;()[]")
            if word and ("/" in word or ":" in word) and (found := wanted.of(word)):
                return found
    return None


def is_arxiv(doi: str) -> bool:
    """Whether a DOI is the one that arXiv registers for a paper."""
    return identifiers.doi(doi).lower().startswith(_ARXIV_DOI)


def words(work: Work) -> str:
    """What to search for: title, first author's family name, year and container; empty without title or anything else.

    (Crossref, "Tips for using the REST API": `query.bibliographic` with all in one.)
    """
    title = plain(work.title)
    people = work.author.people or work.editor.people
    family = people[0].family or people[0].literal if people else ""
    year = str(work.issued.start.year) if work.issued.start else ""
    rest = [part for part in (family, year, plain(work.container_title)) if part]
    return " ".join([title, *rest]) if title and rest else ""


def searchable(work: Work) -> bool:
    """Whether a search can be expected to find the work."""
    return work.type in SEARCHED and work.status not in _NOT_PUBLISHED
