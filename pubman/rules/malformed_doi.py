"""A DOI that is none, or is written with its resolver's address.

Syntax: DOI Handbook, section 2.2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman import identifiers
from pubman.bibtex.read.fields import verbatim
from pubman.rules import Bibliography, Finding, _dois
from pubman.rules._text import PLACEHOLDERS, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = re.compile(r"(?:https?://(?:dx\.)?doi\.org/)?10/[a-z0-9]+", re.IGNORECASE)
_LEAD = re.compile(r"(?i)\s*(?:https?://|(?:dx\.|www\.)?doi\.org|doi\b)")


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields `doi`."""
    for entry, name, value in bib.own(("doi",)):
        if _dois.COMMON.fullmatch(value):
            continue
        bare = verbatim(value)
        found = identifiers.doi(bare)
        if found == bare or bare.lower() in PLACEHOLDERS:
            continue
        if _SHORT.fullmatch(bare):
            yield Finding(entry, name, f"{quoted(bare)} is a short DOI; write the whole one, which starts with '10.'")
        elif not found:
            yield Finding(entry, name, f"{quoted(bare)} is no DOI")
        elif _LEAD.match(bare):
            yield Finding(entry, name, f"{quoted(bare)} is more than a DOI; write {quoted(found)}", found)
        elif bare.rstrip(".,;") == found:
            yield Finding(entry, name, f"the DOI {quoted(bare)} ends with a punctuation mark")
