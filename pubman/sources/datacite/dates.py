"""The dates of a record, and of them the one that the work came out on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.sources import _dates
from pubman.work import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.sources._records import Record
    from pubman.work import Date

_DATES = ("Issued", "Available", "Created", "Submitted")


def read(attributes: Record) -> Iterator[tuple[str, Date]]:
    """The dates that say what they are of, by their `dateType`."""
    for each in attributes.records("dates"):
        date = _dates.iso(each.text("date"))
        if date != UNDATED and each.text("dateType"):
            yield each.text("dateType"), date


def issued(attributes: Record, dates: list[tuple[str, Date]]) -> Date:
    """The publication year, to the day where a date of issue or availability in that year tells it."""
    told = [date for kind in _DATES for name, date in dates if name == kind]
    year = _dates.iso(attributes.text("publicationYear"))
    if year.start:
        of_issue = [date for name, date in dates if name in ("Issued", "Available")]
        return _dates.finer(year, of_issue)
    return next(iter(told), _dates.iso(attributes.text("published")))
