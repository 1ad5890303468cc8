"""`et al.` typed by hand: BibTeX takes it for a person, `and others` is what it knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.rules import Bibliography, Finding
from pubman.rules._people import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

_ET_AL = re.compile(r"\bet\.?[\s~]*al\b", re.IGNORECASE)
_AT_END = re.compile(
    r"(?:\s+and)?[\s,~]*(?:\\emph|\\textit)?\{*(?:\\(?:it|em)\s+)?et\.?[\s~]+al\.?\}*[\s.,]*$", re.IGNORECASE
)

TAIL = 80
"""As much of a list's end as is looked at for a fix."""


def check(bib: Bibliography) -> Iterator[Finding]:
    """The lists of names."""
    for entry, name, value in bib.own(ROLES):
        if "et" in value.lower() and _ET_AL.search(value):
            head = value[:-TAIL] + _AT_END.sub("", value[-TAIL:])
            balanced = head.count("{") == head.count("}")
            fix = (
                f"{head} and others"
                if head.strip() and head != value and balanced and not _ET_AL.search(head)
                else None
            )
            yield Finding(entry, name, "'et al.' typed by hand; write 'and others', or all the names", fix)
