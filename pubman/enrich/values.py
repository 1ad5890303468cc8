"""The values a record has, under the names of an entry's fields and written as in a new entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.entry import MONTHS
from pubman.bibtex.write import fields

if TYPE_CHECKING:
    from pubman.work import Date, Work

_JOURNAL = "author journal year volume number pages eid month doi issn"
FIELDS = {
    "article-journal": _JOURNAL,
    "article-magazine": _JOURNAL,
    "article-newspaper": "author journal year pages month doi",
    "paper-conference": "author booktitle year series volume pages eid venue address eventdate month doi",
    "chapter": "author booktitle year series volume pages eid publisher doi",
    "book": "author editor year publisher doi",
    "thesis": "author school year doi",
    "report": "author institution number year month doi",
    "standard": "organization number year doi",
    "article": "author year month doi",
}
"""What an entry can get, by the type of the record: what a reference list prints, in the order of an entry."""
OTHERS = "author year doi"


def of(record: Work, *, pure_ascii: bool = False) -> dict[str, str]:
    """Field by field what an entry of the work would have, delimiters apart.

    Raises InputError when `pure_ascii` is asked for and TeX has no name for a character.
    """
    found = {name: value for name, value in fields.Writing(record, pure_ascii=pure_ascii).fields() if value}
    if "month" in found:
        found["month"] = _month(record.issued, found["month"])
    if record.type == "paper-conference" and not record.event_place:
        found.pop("address", None)  # the publisher's seat says nothing of where a paper was read
    elif "venue" in found:
        del found["address"]
    return found


def people(record: Work, start: int, *, pure_ascii: bool) -> str:
    """The authors from a place of the list on."""
    rest = record.author._replace(people=record.author.people[start:])
    return fields.Writing(record, pure_ascii=pure_ascii).people(rest)


def _month(issued: Date, written: str) -> str:
    """A month's macro, or in words what is more than one month."""
    start, end = issued.start, issued.end
    if issued.season or not start or not end or end.month == start.month or not 1 <= end.month <= 12:
        return written.strip("{}")
    return f"{MONTHS[start.month - 1]}--{MONTHS[end.month - 1]}"
