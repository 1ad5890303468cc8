"""Conferences: the proceedings' name or the event's, its place, and papers that were only presented."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pubman.bibtex import dates, latex
from pubman.text import plain, text
from pubman.wording.places import is_region
from pubman.work import UNDATED, Date

if TYPE_CHECKING:
    from pubman.bibtex.read.fields import Fields
    from pubman.text import Text

_PRESENTED = re.compile(
    r"[\s(\[]*(?:(?:paper|poster|talk) )?presented (?:at|to|in|before)(?: the\b)?\s*(.+)", re.IGNORECASE | re.DOTALL
)
_SHORT = re.compile(r"[A-Z]\w*\.(?!$)")
_ACRONYM = re.compile(
    r"[\w&/+.’'-]+(?: [\w&/+.’'-]+){0,2}?[ ]?(?:['’‘]\d\d|['’]?(?:19|20)\d\d)(?: (?:Adjunct|Companion|Workshops?))?",
    re.IGNORECASE,
)
_TURNED = re.compile(r"(.+), (?:[^,]*\d{4}\. )?([^,]+ (?:on|for|of|in)(?: the)?)", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d$")
_DATED = re.compile(rf"{_MONTH.pattern}[^,]*,? (?:19|20)\d\d\b")
_VOLUME = re.compile(
    r"(?:[A-Z][a-z]+ ){0,3}(?:Proceedings|Papers|Abstracts|Track|Workshops)|Part [IVX]+"
    r"|(?:Companion )?Volume(?: \d.*)?",
    re.IGNORECASE,
)

SEATS = {
    "association for computing machinery": "new york",
    "acm": "new york",
    "springer": "cham|berlin|heidelberg|new york",
    "ieee": "piscataway|new york|los alamitos",
    "curran": "red hook",
    "usenix": "berkeley|usa",
    "elsevier": "amsterdam",
    "spie": "bellingham",
    "aaai": "menlo park|palo alto|washington",
    "eurographics": "goslar|aire-la-ville",
    "ios": "amsterdam",
    "kluwer": "dordrecht|norwell|boston",
    "mit press": "cambridge",
    "omnipress": "madison",
    "scitepress": "setubal|setúbal",
    "morgan kaufmann": "san francisco|san mateo|burlington",
}
"""Where publishers sit: exports give that as the address of a paper that was read elsewhere."""


class Event(NamedTuple):
    """An event as told in one sentence."""

    title: Text = ()
    place: str = ""
    date: Date = UNDATED


def presented(fields: Fields) -> bool:
    """Whether an unpublished paper was read at an event."""
    return bool(fields.tex("eventtitle") or _sentence(fields))


def told(fields: Fields) -> Event:
    """The event of a note such as `presented at the 1989 Int. Conf. Med. Eng., Chicago, IL, USA, Nov. 9--12, 1989`."""
    sentence = _sentence(fields).strip(" )]")
    # A period at the end may be that of the name's last word, if the name is an abbreviated one (`Conf. Visual Lit.`).
    if "," in sentence or not _SHORT.search(sentence):
        sentence = sentence.rstrip(". ")
    parts = [part.strip() for part in sentence.split(",")]
    last, date = len(parts), UNDATED
    while last > 1 and (earlier := dates.read_field(" ".join(parts[last - 1 :]))).start:
        last, date = last - 1, earlier
    name, *where = parts[:last]
    return Event(text(name), ", ".join(where), date)


def _sentence(fields: Fields) -> str:
    """What follows `presented at the` in a note."""
    for name in ("note", "howpublished"):
        if found := _PRESENTED.match(fields.string(name)):
            return found[1]
    return ""


def in_name(name: Text) -> Event:
    """The event of a proceedings' name as DBLP and older IEEE Xplore exports give it.

    `14th Symposium on Logic, Trento, Italy, July 2-5, 1999, Proceedings` holds place and days, and in `Robotics,
    2012 IEEE Conference on` the topic stands first.
    """
    string = plain(name)
    if "," not in string:
        return Event(name)
    if turned := _TURNED.fullmatch(string):
        return Event(text(f"{turned[2]} {turned[1]}"))
    if not _DATED.search(string):
        return Event(name)
    parts = [part for part in string.split(", ") if not _VOLUME.fullmatch(part)]
    last = next((index for index in reversed(range(len(parts))) if _YEAR.search(parts[index])), 0)
    first = last if _MONTH.search(parts[last]) else last - 1
    date = dates.read_field(" ".join(parts[first : last + 1]))
    if first < 1 or not (date.start and date.start.month):
        return Event(name)
    after = parts[last + 1 :]
    if after:
        return Event(text(_named(parts[:first])), ", ".join(after), date)
    size = 3 if first > 3 and is_region(parts[first - 2]) and not _ACRONYM.fullmatch(parts[first - 3]) else 2
    if first <= size:
        size = max(first - 1, 0)
    return Event(text(_named(parts[: first - size])), ", ".join(parts[first - size : first]), date)


def _named(parts: list[str]) -> str:
    """The event's name without its acronym and year at the end, which say nothing more."""
    if len(parts) > 1 and _ACRONYM.fullmatch(parts[-1]):
        parts = parts[:-1]
    return ", ".join(parts)


def place(fields: Fields) -> str:
    """Where the event was: `venue`, `location` beside `address` (ACM's export), or else the only place there is."""
    values = fields.values
    if venue := fields.string("venue", "eventvenue"):
        return venue
    if "location" in values and "address" in values:
        return fields.string("location")
    where = fields.string("address", "location")
    return "" if where and _is_seat(where, fields.string("publisher", "organization")) else where


def _is_seat(where: str, publisher: str) -> bool:
    publisher, where = publisher.lower().removeprefix("the "), where.lower()
    if where == "usa" and publisher:
        return True
    for name, seats in SEATS.items():
        if publisher.startswith(name):
            return any(where == seat or where.startswith(f"{seat},") for seat in seats.split("|"))
    return False


def series(fields: Fields) -> Text:
    """The series of a volume; one that only repeats the event's acronym (`KDD '19`) or a bare number is none."""
    tex = fields.tex("series")
    if not tex:
        return ()
    string = latex.plain(tex)
    repeats = string in fields.string("booktitle") or _ACRONYM.fullmatch(string)
    return () if repeats or string.isdigit() else latex.decode(tex)
