"""How far the years of an entry and of a record are apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pubman.queries import Found
    from pubman.work import Date, Work

PUBLISHED = frozenset(["issued", "published", "published-print", "published-online", "published-other", "posted"])
"""The dates of a record that tell when it came out; others tell when it was accepted or registered."""


def apart(work: Work, found: Found) -> int | None:
    """The years from the entry's to the nearest of the record's; None when either has none."""
    ours = _years(work.issued)
    if not ours:
        return None
    dates = [date for name, date in found.dates if name in PUBLISHED]
    theirs = {year for date in (found.work.issued, found.work.event_date, *dates) for year in _years(date)}
    return min((their - our for our in ours for their in theirs), key=lambda years: (abs(years), years), default=None)


def _years(date: Date) -> tuple[int, ...]:
    if date.start is None:
        words = date.literal.split()
        return tuple(int(word) for word in words if word.isascii() and word.isdigit() and len(word) == 4)
    return (date.start.year, date.end.year) if date.end else (date.start.year,)
