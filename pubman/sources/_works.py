"""A record of Crossref's shape as a work: its REST records, and content negotiation's CSL-JSON, which mostly agree.

(Crossref, "API JSON format"; CSL 1.0.2, input schema.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pubman import identifiers
from pubman.queries import Found, Relation, Update
from pubman.sources import (
    _containers,
    _dates,
    _imprint,
    _languages,
    _names,
    _numbers,
    _records,
    _titles,
    _types,
)
from pubman.text import Run, plain, text
from pubman.work import UNDATED, Work

if TYPE_CHECKING:
    from pubman.sources._records import Record
    from pubman.text import Text
    from pubman.work import Names

DATES = (
    "published-print", "published-online", "published-other", "issued", "published", "posted", "accepted", "approved",
    "content-created", "created", "deposited",
)  # fmt: skip
_SPOKEN = ("10.1109/",)
"""Publishers whose older records hold whole names in `family`, in the order in which they print them: IEEE."""
_NOTICE = re.compile(r"\W*(?:retracted|withdrawn|removed)(?: article| paper)?\s*[:\]]", re.IGNORECASE)


@dataclass(slots=True)
class _Reading:
    """One record while it is read."""

    record: Record
    kind: str
    type: str = ""
    warnings: list[str] = field(default_factory=list)

    def people(self, role: str) -> Names:
        spoken = self.record.raw("DOI").startswith(_SPOKEN)
        found = _names.read([_person(each) for each in self.record.records(role)], spoken=spoken)
        self.warnings += found.warnings
        return found.names


def read(record: Record, kind: str, service: str) -> Found:
    """The work of one record. Raises ServiceError for one without a title or a DOI."""
    doi = _records.line(record.raw("DOI"))
    title = _title(record)
    if not title:
        _records.refuse(f"{doi or 'it'} has no title", service)
    if not doi:
        _records.refuse(f"{plain(title)[:60]!r} has no DOI", service)
    names = [name for name in map(_titles.container, record.raws("container-title")) if plain(name)]
    reading = _Reading(record, kind, _types.type_of(kind, record.text("subtype"), host=bool(names)))
    if kind == "article" and not _types.known_server(doi, *map(plain, names), record.text("publisher")):
        reading.type = "document"
    if reading.type == "post-weblog" and not names:
        names = [text(blog)] if (blog := _imprint.blog(record)) else []
    if "\ufffd" in plain(title):
        reading.warnings.append("characters of the title are lost, kept as it came")
    elif any(" \ufffd " in raw for raw in record.raws("title")):
        reading.warnings.append("a character of the title is lost, taken for a dash")
    if _NOTICE.match(plain(title)):
        reading.warnings.append("the title says that the work was retracted")
    work = _work(reading, title, doi, names)
    found = Found(
        work,
        (),
        kind,
        tuple((name, date) for name in DATES if (date := _dates.of(record, name)) != UNDATED),
        tuple(_updates(record)),
        tuple(_relations(record)),
        tuple(record.texts("aliases")),
        record.number("score"),
        tuple(dict.fromkeys([*map(plain, names), *record.texts("short-container-title")])),
    )
    if found.retracted:
        reading.warnings.append("the work was retracted")
    if work.issued == UNDATED and work.event_date == UNDATED:
        reading.warnings.append("the record has no date")
    return found._replace(warnings=tuple(dict.fromkeys(reading.warnings)))


def _work(reading: _Reading, title: Text, doi: str, names: list[Text]) -> Work:
    record, type_ = reading.record, reading.type
    publisher, place = _imprint.issuer(record, type_)
    archive = _imprint.archive(record, doi) if type_ == "article" else ""
    if archive and not _types.known_server(doi, archive):
        publisher = archive
    container, series = _container(type_, names, publisher)
    issue = record.text("issue") or _supplement(record)
    numbers = _numbers.read(record.text("volume"), issue, record.text("page"), record.text("article-number"))
    reading.warnings += filter(None, (numbers.warning,))
    issued = _imprint.issued(record, type_)
    if issued == UNDATED and type_ == "paper-conference":
        issued = _imprint.named_year([*map(plain, names), record.record("event").text("name")], reading.warnings)
    elif issued == UNDATED and type_ == "standard":
        issued = _imprint.year_in_doi(doi, reading.warnings)
    event_date, event_place, event_title = _imprint.event(record, issued)
    is_paper = type_ == "paper-conference"
    journal = type_ in ("article-journal", "article-magazine", "article-newspaper")
    if is_paper and container:
        acronym = record.record("event").text("acronym")
        container = (*container[:-1], Run(_containers.with_acronym(container[-1].string, acronym), container[-1].marks))
    return Work(
        key="",
        type=type_,
        title=title,
        author=reading.people("author"),
        editor=reading.people("editor"),
        translator=reading.people("translator"),
        container_title=container,
        collection_title=series or _titles.title(record.raw("collection-title")),
        collection_number=record.text("collection-number"),
        issued=issued,
        event_date=event_date if is_paper else UNDATED,
        event_title=() if container or not is_paper else event_title,
        event_place=event_place if is_paper else "",
        publisher=publisher,
        publisher_place=place,
        volume=numbers.volume,
        issue=numbers.issue if journal or is_paper else "",
        number=_imprint.number(record, type_, doi),
        page=numbers.page,
        article_number=numbers.article_number,
        edition=_numbers.edition(record.raw("edition-number", "edition")),
        version=record.text("version") if type_ in ("dataset", "software") else "",
        genre=_imprint.genre(record, type_, doi),
        status="early access" if journal and numbers.ahead else "",
        archive=archive,
        archive_id=_archive_id(doi) if type_ == "article" else "",
        DOI=doi,
        ISBN=next(filter(None, map(_isbn, record.texts("ISBN"))), ""),
        ISSN=next(iter(record.texts("ISSN")), "")[:20] if journal else "",
        language=_languages.code(record.text("language")),
    )


def _title(record: Record) -> Text:
    """The first title that says something, with its subtitle after a colon."""
    title = next(filter(None, map(_titles.title, record.raws("title"))), ())
    if not title:
        return next(filter(None, map(_titles.title, (*record.raws("original-title"), *record.raws("short-title")))), ())
    return _titles.subtitled(title, next(filter(None, map(_titles.title, record.raws("subtitle"))), ()))


def _container(type_: str, names: list[Text], publisher: str) -> tuple[Text, Text]:
    """What the work stands in, and the series that stands in; books and reports stand in a series alone."""
    by_name = {plain(name): _titles.upright(name) for name in names}
    if type_ in ("book", "report"):
        return (), by_name.get(next(iter(by_name), ""), ())
    if type_ in ("chapter", "paper-conference", "document"):
        host, series = _containers.book(list(by_name))
        return by_name.get(host, ()), by_name.get(series, ())
    name = _containers.journal(list(by_name))
    if name == publisher and not type_.startswith("article-"):
        return (), ()
    return by_name.get(name, ()), ()


def _supplement(record: Record) -> str:
    """The number of a supplement that has no issue's: `S4`."""
    numbering = record.text("special_numbering", "special-numbering")
    return numbering if re.fullmatch(r"S(?:uppl\w*\.?)?\s?\d{1,3}", numbering) else ""


def _archive_id(doi: str) -> str:
    return identifiers.arxiv(doi) if doi.lower().startswith("10.48550/arxiv.") else ""


def _isbn(string: str) -> str:
    string = string.rpartition("/")[2]
    return string[:20] if identifiers.isbn(string) else ""


def _person(record: Record) -> _names.Person:
    family, given = record.text("family"), record.text("given")
    particle = " ".join(filter(None, (record.text("dropping-particle"), record.text("non-dropping-particle"))))
    return _names.Person(
        family,
        given,
        record.text("suffix"),
        particle or record.text("prefix"),
        record.text("name", "literal"),
        None if not record.text("name") else True,
    )


def _updates(record: Record) -> list[Update]:
    return [
        Update(each.text("type"), each.text("DOI"), here)
        for name, here in (("update-to", True), ("updated-by", False))
        for each in record.records(name)
        if each.text("type") and each.text("DOI")
    ]


def _relations(record: Record) -> list[Relation]:
    related = record.record("relation")
    found = [
        Relation(kind, doi)
        for kind in list(related.values)[:100]
        for each in related.records(kind)
        if each.text("id-type").lower() == "doi" and (doi := identifiers.doi(each.text("id")))
    ]
    return list(dict.fromkeys(found))
