"""Dates as .bib files write them: `year`, `month`, `day` and their ranges, ISO 8601-2 (biblatex), and running text.

What is no date is kept as `literal`; beside a date, `literal` is the text itself where that says more (`c. 1990`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pubman.bibtex import latex
from pubman.bibtex.dates.words import ABOUT, MONTHS, NO_MEANING, SEASON_CODES, SEASONS, TO
from pubman.work import UNDATED, Date, Day

if TYPE_CHECKING:
    from collections.abc import Mapping

_ISO = re.compile(r"(\d{4})(?:-(\d\d|[uX]{2}))?(?:-(\d\d|[uX]{2}))?(?:[T ]\d\d:?\d\d[\d:.,+Z-]*)?([?~%]?)", re.ASCII)
_YEAR_FIRST = re.compile(
    r"(\d{4})(?:([./-])(\d{1,2})(?:\2(\d{1,2})(?:/[a-z]*)?)?|(\d\d)(\d\d)|\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)",
    re.ASCII,
)
_YEAR_LAST = re.compile(r"(?:(\d{1,2})\s*([./-])\s*)?(\d{1,2})\s*[./-]\s*(\d{4})", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s*[-–—/]\s*(\d{4}|\d\d)", re.ASCII)
_YEAR = re.compile(r"[(\[]?(\d{4})[a-z]?[)\]]?[.,]?", re.ASCII)
_A_YEAR = re.compile(r"(?<![\d.])(?:1[5-9]|20)\d\d(?!\d)", re.ASCII)
_LEAD = re.compile(
    r"(?:last\s+)?(?:access(?:ed)?|retrieved|visited|available|viewed|checked)(?:\s+on)?[\s:]+", re.IGNORECASE
)
_TOKEN = re.compile(
    r"(?P<year>\d{4})(?!\d)|(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![^\W_])|(?P<word>[^\W\d_]+)|(?P<dash>[-–—−/&])|(?P<point>[\s.,()\[\]]+)|(?P<rest>.)",
    re.DOTALL,
)
_LETTER = re.compile(r"[^\W\d_]")


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
    if date := _iso(value):
        return date
    value = _LEAD.sub("", " ".join(latex.plain(value).split()), count=1)
    if not value:
        return UNDATED
    return _iso(value) or _numeric(value) or _running(value, 0) or Date(literal=value)


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
    if date := _running(f"{month} {day}".strip(), number) or _running(month, number):
        return date
    if (whole := read_field(month)).start:
        return whole
    return Date(Day(number), season=month if _LETTER.search(month) else "")


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


def _iso(value: str) -> Date | None:
    """A date or an interval of ISO 8601-2; an open end is no end."""
    first, slash, last = value.partition("/")
    found = _ISO.fullmatch(first.strip())
    if not found:
        if slash and first.strip() in ("", "..") and last.strip():
            return _iso(last)
        return None
    year, month, day = (int(group) if group and group.isdigit() else 0 for group in found.groups()[:3])
    season = SEASON_CODES.get(month, "")
    if (month > 12 and not season) or day > 31:
        return None
    month = 0 if season else month
    start = Day(year, month, day if month else 0)
    literal = {"": "", "~": f"c. {year}"}.get(found[4], value)
    if not slash or last.strip() in ("", ".."):
        return Date(start, None, season, literal)
    last = last.strip()
    end = _iso(f"{first.strip()[: -len(last)]}{last}" if len(last) in (2, 5) and month else last)
    if end is None or end.start is None or end.end or "/" in last:
        return None
    season = season if end.season in ("", season) else f"{season}/{end.season}".strip("/")
    return Date(start, end.start if end.start != start else None, season, literal)


def _numeric(value: str) -> Date | None:
    """`2020/5/3`, `3.5.2020`, `05/2020`, `20200503`, `2020年5月3日`; of `5/6/2020` (May or June) the year."""
    if found := _YEAR_FIRST.fullmatch(value):
        month = int(found[3] or found[5] or found[7])
        day = int(found[4] or found[6] or found[8] or 0)
        return Date(Day(int(found[1]), month, day)) if 1 <= month <= 12 and day <= 31 else None
    if not (found := _YEAR_LAST.fullmatch(value)):
        return None
    first, second, year = int(found[1] or 0), int(found[3]), int(found[4])
    if found[2] == "." or first > 12 or first == second or not found[1]:
        day, month = first, second
    elif second > 12:
        day, month = second, first
    else:
        return Date(Day(year), literal=value)
    return Date(Day(year, month, day)) if 1 <= month <= 12 and day <= 31 else None


class _Ends:
    """The one or two ends of a date in running text: year, month, day each, 0 while not known."""

    __slots__ = ("ends", "literal", "numbers", "season")

    def __init__(self, *, numbers: bool) -> None:
        self.ends: list[list[int]] = [[0, 0, 0]]
        self.season = self.literal = ""
        self.numbers = numbers

    def take(self, kind: str | None, string: str) -> bool:
        """One token; False when it is no part of a date."""
        if kind == "word":
            return self.word(string.lower(), string)
        if kind == "day":
            return self.number(int("".join([digit for digit in string if digit.isdigit()])))
        if kind == "dash":
            self.next()
        elif kind == "year":
            if self.ends[-1][0]:
                return False
            self.ends[-1][0] = int(string)
        return kind != "rest"

    def word(self, word: str, printed: str) -> bool:
        if month := MONTHS.get(word):
            if self.ends[-1][1]:
                if len(self.ends) > 1:
                    return False
                self.ends.append([0, 0, 0])
            self.ends[-1][1] = month
        elif season := SEASONS.get(word):
            self.season = f"{self.season}/{season}" if self.season else season
        elif word in TO:
            self.next()
        elif word in ABOUT:
            self.literal = printed
        else:
            return word in NO_MEANING
        return True

    def number(self, number: int) -> bool:
        """A day of the month; a number is a month where the field has no word (`month = 10`)."""
        end = self.ends[-1]
        if self.numbers and not end[1] and 1 <= number <= 12:
            end[1] = number
        elif 1 <= number <= 31 and not end[2]:
            end[2] = number
        else:
            return False
        return True

    def next(self) -> None:
        if len(self.ends) == 1 and any(self.ends[0]):
            self.ends.append([0, 0, 0])

    def date(self, year: int, value: str) -> Date | None:
        """The date, `year` being what another field says; what one end leaves out is the other's."""
        first, last = self.ends[0], self.ends[-1]
        first[1] = first[1] or (last[1] if first[2] else 0)
        last[1] = last[1] or (first[1] if last[2] else 0)
        if (first[2] and not first[1]) or (last[2] and not last[1]):
            return None
        last[0] = last[0] or year or first[0]
        first[0] = first[0] or year or last[0]
        if not first[0]:
            return None
        if first[:2] == last[:2] and not (first[2] and last[2]):
            first = last = max(first, last)  # the dashes of `19-July-2008` join the parts of one day
        start, end = Day(*first), Day(*last)
        if (start.month == 0) != (end.month == 0):
            end = start = max(start, end, key=lambda day: day.month)
        return Date(start, end if end != start else None, self.season, value if self.literal else "")


def _running(value: str, year: int) -> Date | None:
    """A date in running text; `year` is the one known beforehand, or 0. None where anything is no part of a date."""
    ends = _Ends(numbers=bool(year) and not _LETTER.search(value))
    for token in _TOKEN.finditer(value):
        if not ends.take(token.lastgroup, token[0]):
            return None
    return ends.date(year, value)
