"""`Early access`, `to appear` or `in press` for more than a year: it should have its volume and pages by now."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pubman.bibtex import dates
from pubman.bibtex.read.fields import Fields
from pubman.bibtex.read.status import status
from pubman.rules import Bibliography, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.bibtex.entry import Entry

_SAYING = ("note", "pubstate", "status", "addendum", "howpublished", "volume", "number", "pages")
_FIRM = re.compile(
    r"\W*(?:to appear|in ?press|forthcoming|to be published|in print)\b|\W*accepted(?: for publication)?\W*$",
    re.IGNORECASE,
)


def check(bib: Bibliography) -> Iterator[Finding]:
    """Entries with a date; of a year alone, its last day counts."""
    for entry in bib.entries:
        fields = entry.fields
        if ("volume" in fields and "pages" in fields) or not any(name in fields for name in _SAYING):
            continue
        said, name = _said(entry)
        if said and (issued := dates.read(fields).start):
            last = date(min(max(issued.year, 1), 9000) + 1, issued.month or 12, min(issued.day or 28, 28))
            if last < bib.today:
                yield Finding(entry, name, f"{said} since {issued.year}; its volume and pages should be known by now")


def _said(entry: Entry) -> tuple[str, str]:
    """What the entry says of its state, and in which field."""
    said = status(Fields(entry.type, entry.fields))
    if said not in ("early access", "to be published"):
        return "", ""
    for name in _SAYING:
        if value := entry.fields.get(name, ""):
            if said == "to be published" and _FIRM.match(value):
                return said, name
            if (
                said == "early access"
                and (name in ("volume", "pages") or not value[0].isdigit())
                and status(Fields("", {name: value}))
            ):
                return said, name
    return "", ""
