"""An `and` before the first name, after the last, or twice in a row: a name is missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.rules import Bibliography, Finding
from pubman.rules._people import ROLES, people
from pubman.rules._text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUSPECT = re.compile(r"^[\s,;~]*and\s|\sand[\s,;~]*$|\sand[\s,;~]+and(?=\s|$)", re.IGNORECASE)


def check(bib: Bibliography) -> Iterator[Finding]:
    """The lists of names."""
    for entry, name, value in bib.own(ROLES):
        if not _SUSPECT.search(value):
            continue
        found = people(f" {value} ")
        empty = next((index for index, (written, _) in enumerate(found) if not written.strip(" \t\r\n,;~")), -1)
        if empty == 0:
            yield Finding(entry, name, f"'and' before the first name: {quoted(value)}")
        elif empty == len(found) - 1:
            yield Finding(entry, name, f"'and' after the last name: {quoted(value[-50:])}")
        elif empty > 0:
            yield Finding(entry, name, f"no name between 'and' and 'and' after {quoted(found[empty - 1][0])}")
