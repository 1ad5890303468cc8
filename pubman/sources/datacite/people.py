"""The people of a record: creators and contributors, some of them several in one name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.sources import _groups, _names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pubman.sources._records import Record
    from pubman.work import Names

_ROLE = re.compile(
    r"\s*\((?:eds?\.?|editors?|hrsg\.?|[^()]*(?:univ|inst|depart|school|college|[A-Z]{3,})[^()]*)\)\s*$", re.IGNORECASE
)
_PERSON = re.compile(r"[^\W\d_][^,;()]{0,60},\s*[^\W\d_][^,;()]{0,60}")


def read(records: Iterable[Record], warnings: list[str]) -> Names:
    """The people of some elements, in their order; doubts about them are put behind the warnings."""
    found = _names.read([person for each in records for person in _persons(each)])
    warnings += found.warnings
    return found.names


def _persons(record: Record) -> Iterator[_names.Person]:
    """A creator; several in one name, each with an address behind it, are taken apart where all look like names."""
    name = _ROLE.sub("", record.text("name")[:1000])
    kind = record.text("nameType")
    group = {"Personal": False, "Organizational": True}.get(kind)
    family, given = record.text("familyName"), record.text("givenName")
    if family or given or group:
        yield _names.Person(family, given, whole=name, group=group)
        return
    pieces = [_ROLE.sub("", piece).strip() for piece in name.split(";")]
    persons = [piece for piece in pieces if _PERSON.fullmatch(piece) and not _groups.is_group(piece)]
    if len(pieces) > 1 and persons and (len(persons) == len(pieces) or persons == pieces[:1]):
        for piece in persons:
            yield _names.Person(whole=piece)
    elif name:
        yield _names.Person(whole=name, group=group)
