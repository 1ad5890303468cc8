"""Dates and intervals of ISO 8601-2, as biblatex has them."""

from __future__ import annotations

import re

from pubman.bibtex.dates.words import SEASON_CODES
from pubman.work import Date, Day

_ISO = re.compile(r"(\d{4})(?:-(\d\d|[uX]{2}))?(?:-(\d\d|[uX]{2}))?(?:[T ]\d\d:?\d\d[\d:.,+Z-]*)?([?~%]?)", re.ASCII)


def read(value: str) -> Date | None:
    """A date or an interval of ISO 8601-2; an open end is no end."""
    if value.count("/") > 1:
        return None
    first, slash, last = value.partition("/")
    found = _ISO.fullmatch(first.strip())
    if not found:
        if slash and first.strip() in ("", "..") and last.strip():
            return read(last)
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
    end = read(f"{first.strip()[: -len(last)]}{last}" if len(last) in (2, 5) and month else last)
    if end is None or end.start is None:
        return None
    season = season if end.season in ("", season) else f"{season}/{end.season}".strip("/")
    return Date(start, end.start if end.start != start else None, season, literal)
