"""A preprint whose published version is there, too: the list shows the paper twice.

IEEE Reference Guide: the published version replaces the preprint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.read.fields import Fields
from pubman.bibtex.read.preprint import is_preprint
from pubman.rules import Bibliography, Finding
from pubman.rules._twins import groups, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.bibtex.entry import Entry

_PUBLISHED = frozenset(["article", "inproceedings", "conference", "incollection", "inbook"])


def check(bib: Bibliography) -> Iterator[Finding]:
    """Every preprint with a twin in a journal, in proceedings or in a book."""
    for twins in groups(bib.entries):
        preprints: list[Entry] = []
        published: Entry | None = None
        for entry in twins:
            if is_preprint(Fields(entry.type, entry.fields)):
                preprints.append(entry)
            elif published is None and entry.type in _PUBLISHED and _has_place(entry):
                published = entry
        if published is not None:
            for entry in preprints:
                yield Finding(entry, "title", f"a preprint of {place(published)}, which is published")


def _has_place(entry: Entry) -> bool:
    return any(name in entry.fields for name in ("journal", "journaltitle", "booktitle", "maintitle"))
