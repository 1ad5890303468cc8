"""A month that cannot be read as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex import dates, latex
from pubman.bibtex.entry import MACROS, MONTHS
from pubman.rules import Bibliography, Finding
from pubman.rules._text import PLACEHOLDERS, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_KNOWN = frozenset([*MONTHS, *MACROS])
_OTHERS = re.compile(
    r"(?:Q[1-4]|(?:first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|half)|(?:early|mid|late)\W+\w+)", re.IGNORECASE
)

LONGEST = 100
"""As much of a field as is looked at."""


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields `month`."""
    for entry, name, value in bib.own(("month",)):
        if value in _KNOWN:
            continue
        plain = latex.plain(value[:LONGEST]).strip()
        if plain.isascii() and plain.isdigit():
            if not 1 <= int(plain[:9]) <= 12:
                yield Finding(entry, name, f"{quoted(plain)} is no month")
        elif not _readable(plain):
            yield Finding(entry, name, f"{quoted(plain)} is no month; write jan, feb, ... without quotes or braces")


def _readable(plain: str) -> bool:
    """Whether a date comes out, or it is in another language, which is not judged."""
    if plain.lower() in PLACEHOLDERS or _OTHERS.fullmatch(plain) or not plain.isascii():
        return True
    return bool(dates.read_field(f"{plain} 2000").start) or dates.read_field(plain).start is not None
