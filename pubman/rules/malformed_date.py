"""A date that is no day of the calendar.

biblatex manual 3.19, section 2.3.8 (ISO 8601-2).
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pubman.bibtex import dates
from pubman.rules import Bibliography, Finding
from pubman.rules._text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_ISO = re.compile(r"(?<![\w-])([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?(?![\w-])")
SEASONS = range(21, 42)
"""The codes of seasons, quarters and halves of a year (ISO 8601-2, 4.8)."""


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields `date`, `eventdate`, `origdate` and `urldate`."""
    for entry, name, value in bib.own(("date", "eventdate", "origdate", "urldate")):
        for year, month, day in _ISO.findall(value):
            if not _exists(int(year), int(month), int(day or 1), whole=bool(day)):
                yield Finding(entry, name, f"there is no day or month {quoted(value)}")
                break
        else:
            if (
                name != "urldate"
                and not re.search(r"[0-9]{4}|[0-9]{2}[uX]{2}", value)
                and dates.read_field(value).literal.isdigit()
            ):
                yield Finding(entry, name, f"{quoted(value)} is no date")


def _exists(year: int, month: int, day: int, *, whole: bool) -> bool:
    if month in SEASONS and not whole:
        return True
    try:
        date(max(year, 1), month, day)
    except ValueError:
        return False
    return True
