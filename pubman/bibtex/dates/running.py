"""Dates in running text, with one end or two."""

from __future__ import annotations

import re

from pubman.bibtex.dates.words import ABOUT, LETTER, MONTHS, NO_MEANING, SEASONS, TO
from pubman.work import Date, Day

_TOKEN = re.compile(
    r"(?P<year>\d{4})(?!\d)|(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![^\W_])|(?P<word>[^\W\d_]+)|(?P<dash>[-–—−/&])|(?P<point>[\s.,()\[\]]+)|(?P<rest>.)",
    re.DOTALL,
)


def read(value: str, year: int) -> Date | None:
    """A date in running text; `year` is the one known beforehand, or 0. None where anything is no part of a date."""
    ends = _Ends(numbers=bool(year) and not LETTER.search(value))
    for token in _TOKEN.finditer(value):
        if not ends.take(token.lastgroup, token[0]):
            return None
    return ends.date(year, value)


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
