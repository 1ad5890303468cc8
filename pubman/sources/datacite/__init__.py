"""DataCite's REST API: datasets, software, theses, and arXiv's preprints by DOI (DataCite Metadata Schema 4.6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from pubman import identifiers
from pubman.queries import Ask, Found, Relation
from pubman.sources import _imprint, _languages, _markup, _numbers, _records, _titles, _types
from pubman.sources.datacite import dates, kinds, people
from pubman.sources.datacite.host import Host
from pubman.text import plain
from pubman.work import UNDATED, Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.queries import Query
    from pubman.sources._records import Record
    from pubman.text import Text


def request(query: Query) -> Ask:
    """The record of the query's first DOI."""
    return Ask("datacite", f"/dois/{quote(query.dois[0], safe='')}")


def parse(body: bytes) -> list[Found]:
    """The work of the answer. Raises ServiceError when it is none."""
    data = _records.load(body, "DataCite").record("data")
    attributes = data.record("attributes")
    doi = attributes.text("doi") or data.text("id")
    title = _title(attributes)
    if not title:
        _records.refuse(f"{doi or 'it'} has no title", "DataCite")
    if not doi:
        _records.refuse(f"{plain(title)[:60]!r} has no DOI", "DataCite")
    return [_found(attributes, title, doi)]


def _found(attributes: Record, title: Text, doi: str) -> Found:
    warnings: list[str] = []
    types = attributes.record("types")
    host = Host(attributes)
    type_ = kinds.type_of(types, host)
    dated = list(dates.read(attributes))
    author = people.read(attributes.records("creators"), warnings)
    editor = people.read(
        (each for each in attributes.records("contributors") if each.text("contributorType") == "Editor"), warnings
    )
    publisher = _publisher(attributes)
    numbers = _numbers.read(host.volume, host.issue, host.page, "")
    warnings += filter(None, (numbers.warning,))
    issued = dates.issued(attributes, dated)
    if issued == UNDATED:
        warnings.append("the record has no date")
    is_arxiv = doi.lower().startswith("10.48550/arxiv.")
    in_host = type_ in ("article-journal", "paper-conference", "chapter")
    work = Work(
        key="",
        type=type_,
        title=title,
        author=author,
        editor=editor,
        container_title=host.title if in_host else (),
        issued=issued,
        publisher=publisher,
        volume=numbers.volume if in_host else "",
        issue=numbers.issue if in_host else "",
        page=numbers.page if in_host else "",
        article_number=numbers.article_number if in_host else "",
        version=attributes.text("version") if type_ in ("software", "dataset") else "",
        genre=(_types.thesis(types.text("resourceType")) or "thesis") if type_ == "thesis" else "",
        archive=("arXiv" if is_arxiv else _types.server(doi, publisher)) if type_ == "article" else "",
        archive_id=identifiers.arxiv(doi) if is_arxiv else "",
        DOI=doi,
        language=_languages.code(attributes.text("language")),
    )
    kind = types.text("resourceTypeGeneral")
    relations = tuple(_relations(attributes, is_arxiv=is_arxiv))
    return Found(work, tuple(dict.fromkeys(warnings)), kind, tuple(dated), (), relations)


def _title(attributes: Record) -> Text:
    """The title that is of no special type, with the subtitle."""
    titles = attributes.records("titles")
    main = next(filter(None, (_titles.title(each.raw("title")) for each in titles if not each.text("titleType"))), ())
    main = main or next(filter(None, (_titles.title(each.raw("title")) for each in titles)), ())
    subtitles = (_titles.title(each.raw("title")) for each in titles if each.text("titleType") == "Subtitle")
    return _titles.subtitled(main, next(subtitles, ())) if main else ()


def _publisher(attributes: Record) -> str:
    name = attributes.text("publisher") or attributes.record("publisher").text("name")
    name = _markup.words(name).rstrip(" ,:;/")
    return "" if name.lower() in _imprint.UNKNOWN else name


def _relations(attributes: Record, *, is_arxiv: bool) -> Iterator[Relation]:
    for each in attributes.records("relatedIdentifiers"):
        if each.text("relatedIdentifierType") != "DOI":
            continue
        doi = identifiers.doi(each.text("relatedIdentifier"))
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", each.text("relationType")).lower()
        if is_arxiv and kind in ("is-version-of", "is-previous-version-of"):
            kind = "is-preprint-of"
        if doi and kind and kind not in ("references", "cites", "is-cited-by", "is-referenced-by"):
            yield Relation(kind, doi)
