"""Where an entry and its record say different things. What only reads differently is no difference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman import duplicates
from pubman.enrich import lacking, people
from pubman.enrich.changes import Change
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pubman.bibtex.entry import Entry
    from pubman.queries import Found
    from pubman.work import Work

FIELDS = ("author", "title", "year", "month", "volume", "number", "pages", "eid", "doi")
"""The fields that are compared, and that can be updated."""
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def differences(entry: Entry, work: Work, found: Found, values: Mapping[str, str]) -> Iterator[Change]:
    """The fields of the entry's own that its record has otherwise; titles but for case, braces and punctuation."""
    own = {entry.source.text[slice(*field.name_span)].lower() for field in entry.block.fields}
    for name in FIELDS:
        old, new = entry.fields.get(name, ""), values.get(name, "")
        if name in own and new and old != new and lacking.has(name, entry, work) and _DIFFER[name](work, found):
            yield Change(name, old, new, "update")


def _author(work: Work, found: Found) -> bool:
    return not people.agree(work.author, found.work.author)


def _title(work: Work, found: Found) -> bool:
    return people.letters(plain(work.title)) != people.letters(plain(found.work.title))


def _year(work: Work, found: Found) -> bool:
    """Print and online may be of two years; either will do."""
    years = {date.start.year for _, date in (*found.dates, ("issued", found.work.issued)) if date.start}
    return work.issued.start is not None and bool(years) and work.issued.start.year not in years


def _month(work: Work, found: Found) -> bool:
    given, said = work.issued.start, found.work.issued.start
    if not given or not said or not given.month or not said.month or given.year != said.year:
        return False
    known = {date.start.month for _, date in found.dates if date.start and date.start.year == given.year}
    return given.month not in known | {said.month}


def _number(work: Work, found: Found) -> bool:
    record = found.work
    one, other = work.issue or work.number, record.issue or record.number
    return bool(one and other) and _plain(one) != _plain(other)


def _pages(work: Work, found: Found) -> bool:
    one, other = work.page, found.work.page
    return bool(one and other) and _plain(one) != _plain(other)


def _eid(work: Work, found: Found) -> bool:
    one, other = work.article_number, found.work.article_number
    return bool(one and other) and _plain(one) != _plain(other)


def _doi(work: Work, found: Found) -> bool:
    own = duplicates.identity(work).doi
    return bool(own) and own not in {found.work.DOI.lower(), *map(str.lower, found.aliases)}


def _volume(work: Work, found: Found) -> bool:
    return bool(work.volume and found.work.volume) and _plain(work.volume) != _plain(found.work.volume)


def _plain(number: str) -> str:
    return _ZEROS.sub("", number.replace(" ", "").lower())


_DIFFER: dict[str, Callable[[Work, Found], bool]] = {
    "author": _author,
    "title": _title,
    "year": _year,
    "month": _month,
    "volume": _volume,
    "number": _number,
    "pages": _pages,
    "eid": _eid,
    "doi": _doi,
}
