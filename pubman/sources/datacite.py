"""DataCite's REST API: datasets, software, theses, and arXiv's preprints by DOI (DataCite Metadata Schema 4.6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from pubman import identifiers
from pubman.queries import Ask, Found, Relation
from pubman.sources import _dates, _groups, _imprint, _languages, _markup, _names, _numbers, _records, _titles, _types
from pubman.text import plain
from pubman.work import UNDATED, Date, Names, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pubman.queries import Query
    from pubman.sources._records import Record
    from pubman.text import Text

GENERAL = {
    "Dataset": "dataset", "Collection": "dataset", "Software": "software", "ComputationalNotebook": "software",
    "JournalArticle": "article-journal", "DataPaper": "article-journal", "ConferencePaper": "paper-conference",
    "ConferenceProceeding": "book", "Book": "book", "BookChapter": "chapter", "Dissertation": "thesis",
    "Preprint": "article", "Report": "report", "Standard": "standard", "Audiovisual": "motion_picture",
}  # fmt: skip
"""`resourceTypeGeneral` and CSL's type; the others (Text, Image, Workflow, ...) go by what they are called besides."""
_SAID = (
    (re.compile(r"thesis|dissertation|tesis|tese\b|habilitation", re.IGNORECASE), "thesis"),
    (re.compile(r"conference ?(?:paper|proceeding|contribution|article)|proceedings|inproceedings", re.IGNORECASE),
     "paper-conference"),
    (re.compile(r"journal ?article|article-journal", re.IGNORECASE), "article-journal"),
    (re.compile(r"chapter", re.IGNORECASE), "chapter"),
    (re.compile(r"monograph|\bbook\b|livre|libro", re.IGNORECASE), "book"),
    (re.compile(r"pre-?print", re.IGNORECASE), "article"),
    (re.compile(r"report|working ?paper|deliverable|white ?paper", re.IGNORECASE), "report"),
)  # fmt: skip
_DATES = ("Issued", "Available", "Created", "Submitted")
_ROLE = re.compile(
    r"\s*\((?:eds?\.?|editors?|hrsg\.?|[^()]*(?:univ|inst|depart|school|college|[A-Z]{3,})[^()]*)\)\s*$", re.IGNORECASE
)
_PERSON = re.compile(r"[^\W\d_][^,;()]{0,60},\s*[^\W\d_][^,;()]{0,60}")
_ACRONYM_YEAR = re.compile(r"[A-Za-z]{3,}[ -]?(?:19|20)\d\d")


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
    host = _Host(attributes)
    type_ = _type(types, host)
    dates = list(_dates_of(attributes))
    author = _people(attributes.records("creators"), warnings)
    editor = _people(
        (each for each in attributes.records("contributors") if each.text("contributorType") == "Editor"), warnings
    )
    publisher = _publisher(attributes)
    numbers = _numbers.read(host.volume, host.issue, host.page, "")
    issued = _issued(attributes, dates)
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
    return Found(work, tuple(dict.fromkeys(warnings)), kind, tuple(dates), (), relations)


def _title(attributes: Record) -> Text:
    """The title that is of no special type, with the subtitle."""
    titles = attributes.records("titles")
    main = next(filter(None, (_titles.title(each.raw("title")) for each in titles if not each.text("titleType"))), ())
    main = main or next(filter(None, (_titles.title(each.raw("title")) for each in titles)), ())
    subtitles = (_titles.title(each.raw("title")) for each in titles if each.text("titleType") == "Subtitle")
    return _titles.subtitled(main, next(subtitles, ())) if main else ()


class _Host:
    """What the work was published in: `container`, made of an older field, or a related item."""

    def __init__(self, attributes: Record) -> None:
        found = attributes.record("container")
        self.kind = found.text("type")
        self.title = _titles.container(found.raw("title"))
        if not self.title:
            for each in attributes.records("relatedItems"):
                if each.text("relationType") in ("IsPublishedIn", "IsPartOf"):
                    found = each
                    self.title = _titles.container(each.record("titles").raw("title"))
                    break
        first, last = found.text("firstPage"), found.text("lastPage")
        volume = found.text("volume")
        self.volume = "" if _ACRONYM_YEAR.fullmatch(volume) else volume
        self.issue = found.text("issue")
        self.page = "-".join(filter(None, (first, last))) if re.search(r"\d", first) else ""


def _type(types: Record, host: _Host) -> str:
    general = types.text("resourceTypeGeneral")
    type_ = GENERAL.get(general, "")
    if not type_:
        said = types.text("resourceType")
        bibtex = {"phdthesis": "thesis", "book": "book", "inbook": "chapter", "inproceedings": "paper-conference"}
        type_ = next((found for pattern, found in _SAID if pattern.search(said)), "") or bibtex.get(
            types.text("bibtex"), ""
        )
    if not type_ and host.title and host.kind == "Journal":
        type_ = "article-journal"
    if type_ in ("article-journal", "paper-conference", "chapter") and not host.title:
        return "document"
    return type_ or "document"


def _people(records: Iterable[Record], warnings: list[str]) -> Names:
    found = _names.read([person for each in records for person in _persons(each)])
    warnings += found.warnings
    return found.names


def _persons(record: Record) -> Iterator[_names.Person]:
    """A creator; several in one name, each with an address behind it, are taken apart where all look like names."""
    name = _ROLE.sub("", record.text("name")[:1000])
    kind = record.text("nameType")
    group = {"Personal": False, "Organizational": True}.get(kind)
    family, given = record.text("familyName"), record.text("givenName")
    if family or given or group:
        yield _names.Person(family, given, whole=name, group=group)
        return
    pieces = [_ROLE.sub("", piece).strip() for piece in name.split(";")]
    persons = [piece for piece in pieces if _PERSON.fullmatch(piece) and not _groups.is_group(piece)]
    if len(pieces) > 1 and persons and (len(persons) == len(pieces) or persons == pieces[:1]):
        for piece in persons:
            yield _names.Person(whole=piece)
    elif name:
        yield _names.Person(whole=name, group=group)


def _publisher(attributes: Record) -> str:
    name = attributes.text("publisher") or attributes.record("publisher").text("name")
    name = _markup.words(name).rstrip(" ,:;/")
    return "" if name.lower() in _imprint.UNKNOWN else name


def _dates_of(attributes: Record) -> Iterator[tuple[str, Date]]:
    for each in attributes.records("dates"):
        date = _dates.iso(each.text("date"))
        if date != UNDATED and each.text("dateType"):
            yield each.text("dateType"), date


def _issued(attributes: Record, dates: list[tuple[str, Date]]) -> Date:
    """The publication year, to the day where a date of issue or availability in that year tells it."""
    told = [date for kind in _DATES for name, date in dates if name == kind]
    year = _dates.iso(attributes.text("publicationYear"))
    if year.start:
        of_issue = [date for name, date in dates if name in ("Issued", "Available")]
        return _dates.finer(year, of_issue)
    return next(iter(told), _dates.iso(attributes.text("published")))


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
