"""A record's fields as the variables of a work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman import identifiers
from pubman.sources import _imprint, _languages, _numbers, _titles, _types
from pubman.sources._works import people, titles
from pubman.text import plain
from pubman.work import UNDATED, Work

if TYPE_CHECKING:
    from pubman.sources._records import Record
    from pubman.text import Text


def work(record: Record, type_: str, title: Text, doi: str, names: list[Text], warnings: list[str]) -> Work:
    """The work of a record; `names` are those of what it stands in. Doubts are put behind the warnings."""
    publisher, place = _imprint.issuer(record, type_)
    archive = _imprint.archive(record, doi) if type_ == "article" else ""
    if archive and not _types.known_server(doi, archive):
        publisher = archive
    container, series = titles.host(record, type_, names, publisher)
    issue = record.text("issue") or _supplement(record)
    numbers = _numbers.read(record.text("volume"), issue, record.text("page"), record.text("article-number"))
    warnings += filter(None, (numbers.warning,))
    issued = _imprint.issued(record, type_)
    if issued == UNDATED and type_ == "paper-conference":
        issued = _imprint.named_year([*map(plain, names), record.record("event").text("name")], warnings)
    elif issued == UNDATED and type_ == "standard":
        issued = _imprint.year_in_doi(doi, warnings)
    event_date, event_place, event_title = _imprint.event(record, issued)
    is_paper = type_ == "paper-conference"
    journal = type_ in ("article-journal", "article-magazine", "article-newspaper")
    return Work(
        key="",
        type=type_,
        title=title,
        author=people.read(record, "author", warnings),
        editor=people.read(record, "editor", warnings),
        translator=people.read(record, "translator", warnings),
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


def _supplement(record: Record) -> str:
    """The number of a supplement that has no issue's: `S4`."""
    numbering = record.text("special_numbering", "special-numbering")
    return numbering if re.fullmatch(r"S(?:uppl\w*\.?)?\s?\d{1,3}", numbering) else ""


def _archive_id(doi: str) -> str:
    return identifiers.arxiv(doi) if doi.lower().startswith("10.48550/arxiv.") else ""


def _isbn(string: str) -> str:
    string = string.rpartition("/")[2]
    return string[:20] if identifiers.isbn(string) else ""
