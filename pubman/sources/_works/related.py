"""What a record says of other works: those it updates, is updated by, or is a version of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman import identifiers
from pubman.queries import Relation, Update

if TYPE_CHECKING:
    from pubman.sources._records import Record


def updates(record: Record) -> list[Update]:
    """The corrections, retractions and new editions that it is (`here`) or has."""
    return [
        Update(each.text("type"), each.text("DOI"), here)
        for name, here in (("update-to", True), ("updated-by", False))
        for each in record.records(name)
        if each.text("type") and each.text("DOI")
    ]


def relations(record: Record) -> list[Relation]:
    """The works with a DOI that it is related to, each once in each way."""
    related = record.record("relation")
    found = [
        Relation(kind, doi)
        for kind in list(related.values)[:100]
        for each in related.records(kind)
        if each.text("id-type").lower() == "doi" and (doi := identifiers.doi(each.text("id")))
    ]
    return list(dict.fromkeys(found))
