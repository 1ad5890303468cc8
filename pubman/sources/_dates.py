"""Dates of records: CSL's `date-parts`, ISO 8601, and what publishers put in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.work import UNDATED, Date, Day

if TYPE_CHECKING:
    from pubman.sources._records import Record

_SEASONS = {21: "Spring", 22: "Summer", 23: "Fall", 24: "Winter"}
"""ISO 8601-2's numbers for them, which CSL (`season` 1 to 4) and Crossref (as months) share."""
_LENGTHS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?", re.ASCII | re.DOTALL)
_LATEST = 2200


def of(record: Record, name: str) -> Date:
    """The date of a name: `{"date-parts": [[2020, 5, 1], [2020, 5, 3]]}`, `{"raw": "2020-05"}`, or a string."""
    value = record.values.get(name)
    if isinstance(value, str):
        return iso(value)
    told = record.record(name)
    parts = told.values.get("date-parts")
    if isinstance(parts, list) and (date := _of_parts(parts)):
        season = told.text("season")
        if date.start and not date.start.month and season:
            number = 20 + int(season) if season.isascii() and season.isdigit() and len(season) == 1 else 0
            return date._replace(season=_SEASONS.get(number, season if season.isalpha() else ""))
        return date
    return iso(told.text("raw", "literal", "date-time"))


def _of_parts(parts: list[object]) -> Date | None:
    days = [_day(part) for part in parts[:2] if isinstance(part, list)]
    start = days[0] if days else None
    if not start:
        return None
    if start.month in _SEASONS:
        return Date(Day(start.year), season=_SEASONS[start.month])
    end = days[1] if len(days) > 1 else None
    return between(start, end)


def _day(parts: list[object]) -> Day | None:
    numbers = [_number(part) for part in parts[:3]] + [0, 0, 0]
    return day(*numbers[:3])


def day(year: int, month: int = 0, number: int = 0) -> Day | None:
    """A day as far as it can be one: no month 13, no 31st of February; None without a year."""
    if not 1000 <= year <= _LATEST:
        return None
    if month in _SEASONS:
        return Day(year, month)
    if not 1 <= month <= 12:
        return Day(year)
    return Day(year, month, number if 1 <= number <= _LENGTHS[month] else 0)


def between(start: Day | None, end: Day | None) -> Date:
    """One day or a range; an end that is not behind the start is none."""
    if not start:
        return UNDATED
    return Date(start, end if end and end > start and end.month <= 12 else None)


def iso(string: str) -> Date:
    """A date or a range by ISO 8601 (`2020-05-01`, `2020-05/2020-06`, with or without a time); else nothing."""
    if len(string) > 100:
        return UNDATED
    first, _, last = string.strip().partition("/")
    return between(_iso_day(first), _iso_day(last))


def _iso_day(string: str) -> Day | None:
    found = _ISO.fullmatch(string.strip())
    return day(int(found[1]), int(found[2] or 0), int(found[3] or 0)) if found else None


def _number(value: object) -> int:
    if isinstance(value, bool):
        return 0
    if isinstance(value, int):
        return value if abs(value) < 10_000 else 0
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 5:
        return int(value)
    return 0


def finer(date: Date, others: list[Date]) -> Date:
    """The date, or another one of the same year that knows the month, or the same month that knows the day."""
    for other in others:
        if not (date.start and other.start) or date.season or date.start.year != other.start.year:
            continue
        if not date.start.month and (other.start.month or other.season):
            date = other
    return date
