"""Names joined by `;`: BibTeX reads them as one person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.rules import Bibliography, Finding
from pubman.rules._people import ROLES
from pubman.rules._text import outside, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEMICOLON = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});|\\;|;")


def check(bib: Bibliography) -> Iterator[Finding]:
    """The lists of names."""
    for entry, name, value in bib.own(ROLES):
        if ";" in value and any(found == ";" for found in _SEMICOLON.findall(outside(value))):
            yield Finding(entry, name, f"';' in the names {quoted(value)}; names are joined by ' and '")
