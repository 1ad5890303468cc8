"""A work's fields as BibTeX has them, in the order in which people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.entry import MACROS
from pubman.bibtex.write import escape, people, protect
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.text import Text
    from pubman.work import Date, Names, Work

SAID = {
    "article-magazine": ("entrysubtype", "magazine"), "article-newspaper": ("entrysubtype", "newspaper"),
    "post-weblog": ("entrysubtype", "blog"), "motion_picture": ("type", "video"), "speech": ("type", "lecture"),
    "personal_communication": ("howpublished", "personal communication"),
}  # fmt: skip
"""What tells the types apart that share one."""

ISSUER = {"thesis": "school", "report": "institution", "standard": "organization", "manual": "organization"}
CONTAINER = {
    "article-journal": "journal", "article-magazine": "journal", "article-newspaper": "journal",
    "webpage": "organization", "post-weblog": "organization",
}  # fmt: skip
MONTHS = list(MACROS)
STATUS = {"to be published": "to appear", "submitted for publication": "submitted", "early access": "early access"}


class Writing:
    """One work's fields, in their order."""

    def __init__(self, work: Work, *, pure_ascii: bool) -> None:
        self.work = work
        self.pure_ascii = pure_ascii

    def fields(self) -> Iterator[tuple[str, str]]:
        work, tex = self.work, self.tex
        yield "author", self.people(work.author)
        yield "editor", self.people(work.editor)
        yield "translator", self.people(work.translator)
        of_volume = work.volume_title and not work.container_title  # a volume of a work: BibTeX's title is the volume's
        yield "title", self.text(protect.capitals(work.volume_title if of_volume else work.title))
        yield from self.container()
        yield from ([SAID[work.type]] if work.type in SAID else ())
        if work.type in ("report", "patent", "dataset", "software", "thesis"):
            yield "type", tex("" if work.type == "thesis" and _is_usual(work.genre) else work.genre)
        issuer = ISSUER.get("manual" if work.genre == "manual" else work.type, "publisher")
        if issuer != "publisher":
            yield issuer, tex(work.publisher)
        yield "edition", tex(work.edition)
        yield "series", self.text(work.collection_title)
        yield "chapter", tex(work.chapter_number or work.section)
        yield "volume", tex(work.volume)
        yield from self.numbers()
        yield "eid", tex(work.article_number)
        yield "pages", tex(work.page).replace("–", "--")
        if issuer == "publisher" and work.publisher != plain(work.container_title):
            yield issuer, tex(work.publisher)
        yield from self.places()
        yield from self.dates()
        yield "nationality", tex(work.jurisdiction)
        yield "version", tex(work.version)
        if work.type not in SAID:
            yield "howpublished", tex(work.medium)
        yield from self.identifiers()
        yield "language", tex(work.language)
        yield "keywords", tex(", ".join(work.keyword))
        yield from self.notes()

    def container(self) -> Iterator[tuple[str, str]]:
        work = self.work
        name = CONTAINER.get(work.type, "booktitle")
        if work.volume_title:
            yield name, self.text(work.volume_title if work.container_title else ())
            yield "maintitle", self.text(work.container_title or work.title)
        else:
            event = work.event_title if work.type == "paper-conference" else ()
            yield name, self.text(work.container_title or event)
        if work.container_title and work.type == "paper-conference":
            yield "eventtitle", self.text(work.event_title)

    def numbers(self) -> Iterator[tuple[str, str]]:
        work, tex = self.work, self.tex
        if work.type == "paper-conference":
            yield "number", tex(work.collection_number or work.issue)
            yield "paper", tex(work.number)
        else:
            yield "number", tex(work.issue or work.number or work.collection_number)

    def places(self) -> Iterator[tuple[str, str]]:
        work, tex = self.work, self.tex
        if work.event_place and work.publisher_place and work.event_place != work.publisher_place:
            yield "venue", tex(work.event_place)
            yield "address", tex(work.publisher_place)
        else:
            yield "address", tex(work.event_place or work.publisher_place)
        yield "eventdate", _iso(work.event_date)

    def dates(self) -> Iterator[tuple[str, str]]:
        issued = self.work.issued
        yield "year", f"{issued.start.year:04}" if issued.start else self.tex(issued.literal)
        yield "month", month(issued)
        if issued.start and issued.start.day:
            same = issued.end and issued.end.day and issued.end[:2] == issued.start[:2]
            yield "day", f"{issued.start.day}--{issued.end.day}" if issued.end and same else str(issued.start.day)

    def identifiers(self) -> Iterator[tuple[str, str]]:
        work = self.work
        yield "isbn", escape.verbatim(work.ISBN)
        yield "issn", escape.verbatim(work.ISSN)
        yield "doi", escape.verbatim(work.DOI)
        yield "eprint", escape.verbatim(work.archive_id)
        yield "archiveprefix", self.tex(work.archive)
        url = escape.verbatim(work.URL)
        yield "url", "" if work.DOI and "doi.org/10." in url else url
        yield "urldate", _iso(work.accessed)

    def notes(self) -> Iterator[tuple[str, str]]:
        work = self.work
        status = STATUS.get(work.status, work.status)
        if work.note.lower() == status or not status or work.type == "manuscript":
            yield "note", self.tex(work.note or status)
        else:
            yield ("pubstate" if work.note else "note"), self.tex(status)
            yield "note", self.tex(work.note)

    def tex(self, string: str) -> str:
        return escape.tex(string, pure_ascii=self.pure_ascii) if string else ""

    def text(self, runs: Text) -> str:
        return escape.formatted(runs, pure_ascii=self.pure_ascii).strip(" ") if runs else ""

    def people(self, names: Names) -> str:
        return people.written(names, self.tex) if names.people else ""


def month(date: Date) -> str:
    """The month of a date, or both of its ends, as BibTeX writes it; delimiters included."""
    if date.season:
        return f"{{{escape.tex(date.season)}}}"
    start, end = date.start, date.end
    if not start or not 1 <= start.month <= 12:
        return ""
    first = MONTHS[start.month - 1]
    if end and end.month != start.month and 1 <= end.month <= 12:
        return f'{first} # "--" # {MONTHS[end.month - 1]}'
    return first


def _is_usual(genre: str) -> bool:
    return genre in ("", "Ph.D. dissertation", "M.S. thesis")


def _iso(date: Date) -> str:
    """A date or a range of days by ISO 8601, as biblatex reads it; empty for none."""
    days = [
        f"{day.year:04}" + "".join(f"-{part:02}" for part in day[1:] if part) for day in (date.start, date.end) if day
    ]
    return "/".join(days)
