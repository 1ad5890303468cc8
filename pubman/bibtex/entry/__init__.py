"""Entries as they mean to be read: macros expanded, `#` joined, `crossref` and `xdata` followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.entry.entry import Entry
from pubman.bibtex.entry.inheritance import inherit
from pubman.bibtex.entry.months import MACROS, MONTHS
from pubman.bibtex.entry.reading import ROOM, Reading
from pubman.bibtex.entry.same_keys import repeated
from pubman.bibtex.scan.faults import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.bibtex.scan.source import Source
    from pubman.errors import Problem

__all__ = ["MACROS", "MONTHS", "ROOM", "Entry", "macros", "resolve"]


def resolve(sources: Sequence[Source]) -> tuple[list[Entry], list[Problem]]:
    """The whole entries of the files in their order, and what is wrong with them beyond their syntax.

    `@string`s are shared in the order of the files. A broken entry is not among them: its source has the problem. Of
    entries with the same key all are there, and an error names every place.
    """
    reading = Reading()
    for source in sources:
        reading.read(source)
    for entry, fault in repeated(reading.entries):
        reading.fault(entry.source, fault)
    inherit(reading.entries, reading.report)
    return reading.entries, [
        p for source in sources if id(source) in reading.faults for p in told(reading.faults[id(source)], source)
    ]


def macros(sources: Sequence[Source]) -> dict[str, str]:
    """What every macro stands for behind the last of the files, by its name in lower case; the months are in it."""
    reading = Reading()
    for source in sources:
        reading.read(source)
    return reading.macros
