"""Who published a work of Crossref's shape, where and when; the event it was read at; what kind of its type it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.sources import _dates, _markup, _titles, _types
from pubman.work import UNDATED, Date

if TYPE_CHECKING:
    from pubman.sources._records import Record
    from pubman.text import Text

_BY_DATE = {
    "article": ("posted", "issued", "published-online", "published"),
    "thesis": ("issued", "published-print", "approved", "published-online"),
}
_IN_PRINT = (
    "published-print", "issued", "published", "published-online", "published-other", "posted", "content-created",
)  # fmt: skip
"""Print is what IEEE's references give; the day of the first copy online, often of another year, comes after it."""
_ACRONYM = re.compile(r"\s*\((?:[A-Z][A-Za-z&]{1,9})\)$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
_GLUED = re.compile(r"(.*\bPress)((?:New |Los |San )?[A-Z][a-z]+)")
"""`Oxford University PressOxford`: the place is glued to the name."""
_STREET = re.compile(r"(?:.*,)?\s*\d+[a-z]?\s[^,]*,\s*(?=\S)", re.IGNORECASE | re.DOTALL)
"""An address up to its street: `400 Commonwealth Drive, Warrendale, PA`."""
_YEAR_IN_DOI = re.compile(r"10\.1109/ieeestd\.((?:19|20)\d\d)\.\d+", re.IGNORECASE | re.ASCII)
UNKNOWN = frozenset(["-", "", "unknown", "s.l.", "[s.l.]", "s.n.", "[s.n.]", "s.n", "[s.n", "n.p."])
"""What stands where a publisher or a town would, in small letters."""


def issuer(record: Record, type_: str) -> tuple[str, str]:
    """Who published the work, and where: of reports and theses the institution, of standards their body."""
    publisher = _ACRONYM.sub("", _markup.words(record.text("publisher")))
    place = _town(_markup.words(record.text("publisher-location", "publisher-place")))
    if glued := _GLUED.fullmatch(publisher):
        publisher, place = glued[1], place or glued[2]
    institution = record.record("institution")
    name = _markup.words(institution.text("name"))
    if type_ in ("report", "thesis"):
        if name and name != publisher:
            publisher, place = _ACRONYM.sub("", name), ""
        place = _markup.words(institution.text("place")) or place
        if type_ == "thesis" and (department := _markup.words(institution.text("department"))):
            publisher = f"{department}, {publisher}" if publisher else department
    elif type_ == "standard":
        publisher = _markup.words(record.record("standards-body").text("name")) or publisher
    publisher, place = publisher.rstrip(" ,:;/"), place.rstrip(" ,:;/")
    return "" if publisher.lower() in UNKNOWN else publisher, "" if place.lower() in UNKNOWN else place


def issued(record: Record, type_: str) -> Date:
    """When the work came out: print before online, the issue's month where it is finer."""
    order = _BY_DATE.get(type_, _IN_PRINT)
    journal_issue = record.record("journal-issue")
    known = [date for name in order if (date := _dates.of(record, name)) != UNDATED]
    if not known:
        known = [date for name in _IN_PRINT if (date := _dates.of(record, name)) != UNDATED]
    of_issue = [
        date for name in ("published-print", "published-online") if (date := _dates.of(journal_issue, name)) != UNDATED
    ]
    if not known:
        return of_issue[0] if of_issue else UNDATED
    return _dates.finer(known[0], of_issue)


def _town(place: str) -> str:
    """A publisher's town, where the record has its address or the line of a library's card around it.

    `Fifth edition. | New York : Routledge, 2017` is Routledge's habit, `[Boise, Idaho]` that of libraries.
    """
    for line in place.split("|"):
        town, colon, _ = line.partition(":")
        if colon or "|" not in place:
            place = town
            break
    place = place.strip(" ,;")
    if place.startswith("[") and place.find("]") in (-1, len(place) - 1):
        place = place.strip("[]")
    street = _STREET.match(place)
    return place[street.end() :] if street else place


def year_in_doi(doi: str, warnings: list[str]) -> Date:
    """The year that IEEE writes into the DOIs of its standards, whose records have none."""
    found = _YEAR_IN_DOI.fullmatch(doi)
    if not found:
        return UNDATED
    warnings.append(f"the record has no date: the year {found[1]} is that in the DOI")
    return Date(_dates.day(int(found[1])))


def named_year(names: list[str], warnings: list[str]) -> Date:
    """The year in the name of a conference, when there is only one."""
    years = {int(year) for name in names for year in _YEAR.findall(name)}
    if len(years) != 1:
        return UNDATED
    (year,) = years
    warnings.append(f"the record has no date: the year {year} is that in the conference's name")
    return Date(_dates.day(year))


def event(record: Record, issued_: Date) -> tuple[Date, str, Text]:
    """When and where a conference was, and its name; an event of other years than the paper's is another one."""
    event = record.record("event")
    start, end = _dates.of(event, "start").start, _dates.of(event, "end").start
    date = _dates.between(start, end) if start else _dates.of(record, "event-date")
    place = _markup.words(event.text("location") or record.text("event-place"))
    name = _titles.title(event.raw("name") or record.raw("event-title", "event"))
    if date.start and issued_.start and not 0 <= issued_.start.year - date.start.year <= 1:
        return UNDATED, "", name
    return date, place, name


def number(record: Record, type_: str, doi: str) -> str:
    """The number of a report, a standard or a patent; an RFC's is in its DOI."""
    if type_ not in ("report", "standard", "patent"):
        return ""
    if found := re.fullmatch(r"10\.17487/rfc0*(\d+)", doi, re.IGNORECASE):
        return found[1]
    return record.text("report-number", "number")


def genre(record: Record, type_: str, doi: str) -> str:
    """The kind of a thesis or a report."""
    if type_ == "thesis":
        return _types.thesis(" ".join(record.texts("degree")) or record.text("genre")) or "thesis"
    if type_ == "report":
        return "RFC" if doi.lower().startswith("10.17487/rfc") else record.text("genre")
    return ""


def blog(record: Record) -> str:
    """The name of a blog: its institution, unless that is the publisher of many, else the group it is in."""
    institution = _markup.words(record.record("institution").text("name"))
    group = _markup.words(record.text("group-title"))
    return institution if institution and institution != record.text("publisher") else group or institution


def archive(record: Record, doi: str) -> str:
    """The server of a preprint."""
    institution = _markup.words(record.record("institution").text("name"))
    publisher = _ACRONYM.sub("", _markup.words(record.text("publisher")))
    group = record.text("group-title")
    group = "" if group.lower() in ("preprint", "preprints") else group
    return _types.server(
        doi,
        institution,
        _markup.words(record.text("container-title")),
        group if "preprint" in group.lower() or "rxiv" in group.lower() else "",
        publisher,
    )
