"""Dates in figures alone, in the order of some country."""

from __future__ import annotations

import re

from pubman.work import Date, Day

_YEAR_FIRST = re.compile(
    r"(\d{4})(?:([./-])(\d{1,2})(?:\2(\d{1,2})(?:/[a-z]*)?)?|(\d\d)(\d\d)|\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)",
    re.ASCII,
)
_YEAR_LAST = re.compile(r"(?:(\d{1,2})\s*([./-])\s*)?(\d{1,2})\s*[./-]\s*(\d{4})", re.ASCII)


def read(value: str) -> Date | None:
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
