"""Names joined by `&`: BibTeX reads them as one person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex import names
from pubman.rules import Bibliography, Finding
from pubman.rules._people import ROLES, people
from pubman.rules._text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_AMPERSAND = re.compile(r"\s\\?&\s")


def check(bib: Bibliography) -> Iterator[Finding]:
    """The lists of names; a firm has the sign in its name (`Ernst & Young`)."""
    for entry, name, value in bib.own(ROLES):
        if "&" not in value:
            continue
        for written, free in people(value):
            if _AMPERSAND.search(free) and len(names.split(written).people) > 1:
                yield Finding(entry, name, f"'&' in the names {quoted(written.strip())}; names are joined by ' and '")
