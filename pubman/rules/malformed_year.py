"""A year that is no year, or lies far ahead.

Words that tell the state of a work (`to appear`) may stand for a year, as IEEEtran's manual has it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex import latex
from pubman.rules import Bibliography, Finding
from pubman.rules._text import PLACEHOLDERS, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = r"[1-9][0-9]{3}"
_GOOD = re.compile(
    rf"(?:c\.|ca\.|circa)?\s*[(\[]?{_YEAR}[a-z]?\??[)\]]?(?:\s*(?:[-–—/,]|and)+\s*(?:{_YEAR}|[0-9]{{2}})[a-z]?)*|n\.?\s?d\.?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]{4}")
AHEAD = 2
"""As many years after this one as a work may be announced for."""


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields `year`."""
    latest = bib.today.year + AHEAD
    for entry, name, value in bib.own(("year",)):
        if len(value) == 4 and value.isascii() and value.isdigit() and 1000 <= int(value) <= latest:
            continue
        plain = latex.plain(value).strip()
        if not plain.isascii() or _WORD.search(plain):
            continue
        if _GOOD.fullmatch(plain):
            if (year := re.search(_YEAR, plain)) and int(year[0]) > latest:
                yield Finding(entry, name, f"the year {year[0]} lies ahead")
        elif not re.search(rf"\b{_YEAR}\b", plain) and plain.lower() not in PLACEHOLDERS:
            yield Finding(entry, name, f"{quoted(plain)} is no year")
