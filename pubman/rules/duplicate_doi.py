"""A DOI that two entries have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.rules import Bibliography, Finding, _dois
from pubman.rules._twins import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.bibtex.entry import Entry


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields `doi`; every entry but the first is named."""
    first: dict[str, Entry] = {}
    for entry, name, value in bib.own(("doi",)):
        doi = _dois.name(value)
        if not doi:
            continue
        other = first.setdefault(doi, entry)
        if other is not entry and other.key.casefold() != entry.key.casefold():
            yield Finding(entry, name, f"the DOI {doi} is also that of {place(other)}")
