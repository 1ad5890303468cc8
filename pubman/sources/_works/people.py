"""The people of a record, by their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.sources import _names

if TYPE_CHECKING:
    from pubman.sources._records import Record
    from pubman.work import Names

_SPOKEN = ("10.1109/",)
"""Publishers whose older records hold whole names in `family`, in the order in which they print them: IEEE."""


def read(record: Record, role: str, warnings: list[str]) -> Names:
    """The people of one role (`author`, `editor`, `translator`)."""
    spoken = record.raw("DOI").startswith(_SPOKEN)
    found = _names.read([_person(each) for each in record.records(role)], spoken=spoken)
    warnings += found.warnings
    return found.names


def _person(record: Record) -> _names.Person:
    family, given = record.text("family"), record.text("given")
    particle = " ".join(filter(None, (record.text("dropping-particle"), record.text("non-dropping-particle"))))
    return _names.Person(
        family,
        given,
        record.text("suffix"),
        particle or record.text("prefix"),
        record.text("name", "literal"),
        None if not record.text("name") else True,
    )
