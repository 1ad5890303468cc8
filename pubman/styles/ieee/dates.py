"""Dates: `Feb. 1, 2009`, `Mar. 20–22, 2005`, `Sep./Oct. 1995`, `Jan.–Mar. 2011`, `Spring 2016`.

IEEE Reference Guide, "Style", dates and abbreviations of months.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pubman.wording.ordinals import numeral
from pubman.work import Date, Day

MONTHS = ["", "Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec."]

_QUARTER = re.compile(r"(\w+?) ?quart(?:er|\.)?,?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def full(date: Date) -> str:
    """As much of the date as is known; a range with an en dash, two months of one issue with a slash.

    What a source says in its own words (`c. 1990`) is printed in them.
    """
    start, end = date.start, date.end
    if start is None or date.literal:
        return date.literal or date.season
    if date.season:
        return f"{_season(date.season)} {start.year}{f'–{end.year}' if end and end.year > start.year else ''}"
    if end is None or end == start:
        return _day(start)
    if not (start.month and end.month):
        return f"{start.year}–{end.year}"
    if start.year != end.year:
        return f"{_day(start)}–{_day(end)}"
    if start.month == end.month:
        days = f" {start.day}–{end.day}," if start.day and end.day else ""
        return f"{MONTHS[start.month]}{days} {start.year}"
    if start.day and end.day:
        return f"{MONTHS[start.month]} {start.day}–{MONTHS[end.month]} {end.day}, {start.year}"
    joint = "/" if (end.month - start.month) % 12 == 1 else "–"
    return f"{MONTHS[start.month]}{joint}{MONTHS[end.month]} {start.year}"


def _season(season: str) -> str:
    """A season as printed; `Firstquarter`, as IEEE Xplore has it, and `1st Quart.` are `1st Quart.,`."""
    found = _QUARTER.fullmatch(season)
    number = numeral(found[1].lower()) if found else ""
    return f"{number} Quart.," if number[:1].isdigit() else season


@lru_cache(maxsize=4096)
def month_and_year(date: Date) -> str:
    """The date without its days."""
    start, end = date.start, date.end
    literal = _without_days(date)
    return full(Date(start and start._replace(day=0), end and end._replace(day=0), date.season, literal))


@lru_cache(maxsize=4096)
def year(date: Date) -> str:
    """The year alone, or a range of years."""
    start, end = date.start, date.end
    if start is None:
        return full(date)
    return full(Date(Day(start.year), end and Day(end.year), "", _without_days(date)))


def _without_days(date: Date) -> str:
    """The words of a date, such as `c. 1990`; figures alone (5/3/2021) are a day, and left to `full`."""
    return date.literal if not date.start or any(map(str.isalpha, date.literal)) else ""


def _day(day: Day) -> str:
    if not day.month:
        return str(day.year)
    return f"{MONTHS[day.month]} {day.day}, {day.year}" if day.day else f"{MONTHS[day.month]} {day.year}"
