"""Dates as .bib files write them: `year`, `month`, `day` and their ranges, ISO 8601-2 (biblatex), and running text.

What is no date is kept as `literal`; beside a date, `literal` is the text itself where that says more (`c. 1990`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pubman.bibtex import latex
from pubman.bibtex.dates import figures, iso, running
from pubman.bibtex.dates.words import LETTER
from pubman.work import UNDATED, Date, Day

if TYPE_CHECKING:
    from collections.abc import Mapping

_YEARS = re.compile(r"(\d{4})\s*[-–—/]\s*(\d{4}|\d\d)", re.ASCII)
_YEAR = re.compile(r"[(\[]?(\d{4})[a-z]?[)\]]?[.,]?", re.ASCII)
_A_YEAR = re.compile(r"(?<![\d.])(?:1[5-9]|20)\d\d(?!\d)", re.ASCII)
_LEAD = re.compile(
    r"(?:last\s+)?(?:access(?:ed)?|retrieved|visited|available|viewed|checked)(?:\s+on)?[\s:]+", re.IGNORECASE
)


def read(fields: Mapping[str, str]) -> Date:
    """When the entry was issued: `date` where it can be read, else `year`, `month`, `day`; text in `year` is kept."""
    year, month = fields.get("year", ""), fields.get("month", "")
    if value := fields.get("date", ""):
        date = read_field(value)
        if date.start and (date.start.month or date.end or date.season or not month):
            return date
        if date.start:
            return _joined(str(date.start.year), month, fields.get("day", ""))
        if not year:
            return _about(date)
    return _joined(year, month, fields.get("day", ""))


@lru_cache(maxsize=4096)
def read_field(value: str) -> Date:
    """One value: ISO (`2020-02-25/2020-02-28`, `2016-21`) or text (`25--28 Feb. 2020`); no date is `literal`."""
    value = value.strip()
    if date := iso.read(value):
        return date
    value = _LEAD.sub("", " ".join(latex.plain(value).split()), count=1)
    if not value:
        return UNDATED
    return iso.read(value) or figures.read(value) or running.read(value, 0) or Date(literal=value)


@lru_cache(maxsize=8192)
def _joined(year: str, month: str, day: str) -> Date:
    """The date of `year`, `month` and `day`; each may hold more than its name says."""
    year, month, day = (" ".join(latex.plain(part).split()) for part in (year, month, day))
    found = _YEAR.fullmatch(year)
    if not found:
        return _span(year) or _in_text(year, month, day)
    number = int(found[1])
    if not month:
        return Date(Day(number))
    if date := running.read(f"{month} {day}".strip(), number) or running.read(month, number):
        return date
    if (whole := read_field(month)).start:
        return whole
    return Date(Day(number), season=month if LETTER.search(month) else "")


def _span(year: str) -> Date | None:
    """Two years in `year`: `2019--2020`, `2019/20`; not `2019/05`, which is a month."""
    found = _YEARS.fullmatch(year)
    if not found:
        return None
    first = int(found[1])
    last = int(found[2]) if len(found[2]) == 4 else first - first % 100 + int(found[2])
    if last <= first or (len(found[2]) == 2 and last != first + 1 and int(found[2]) <= 12):
        return None
    return Date(Day(first), Day(last))


def _in_text(year: str, month: str, day: str) -> Date:
    """The date in a `year` that is not just a year, or in the other fields when there is none."""
    text = " ".join(part for part in (month, day, year) if part)
    date = read_field(year) if year else UNDATED
    if not date.start and (whole := read_field(text)).start:
        return whole
    return _about(date)


def _about(date: Date) -> Date:
    """Text that is no date, with the year it names."""
    found = _A_YEAR.search(date.literal)
    return date._replace(start=Day(int(found[0]))) if found else date
