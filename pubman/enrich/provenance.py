"""Where fetched values come from, kept beside the store: JSON, sorted, a line an entry, so that git merges it.

Of an entry: `"roe2020": {"doi": ["crossref", "2026-11-24", "10.5555/a"], "volume": ["crossref", "2026-11-24", "7"]}`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pubman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pubman.enrich.changes import Change


class Fetched(NamedTuple):
    """A value as it was written, the service it came from, and the day."""

    source: str
    date: str
    value: str


Provenance: TypeAlias = "dict[str, dict[str, Fetched]]"


def read(text: str, name: str) -> Provenance:
    """By key and field what was fetched. Raises InputError for what is no such file."""
    if not text.strip():
        return {}
    try:
        table = json.loads(text)
        return {
            key: {field: Fetched(*map(str, told)) for field, told in fields.items()} for key, fields in table.items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        hint = "settle a merge conflict in it, or remove it: it is only a memory of what was fetched"
        raise InputError(f"{name}: does not read as what pubman keeps there", hint=hint) from None


def write(table: Mapping[str, Mapping[str, Fetched]]) -> str:
    """The text of the file."""
    lines = [
        f"{_json(key)}: {_json({field: list(told) for field, told in sorted(fields.items())})}"
        for key, fields in sorted(table.items())
        if fields
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def noted(table: Provenance, key: str, changes: Iterable[Change], source: str, date: str) -> Provenance:
    """The table with changes that were written; fields that were removed are forgotten."""
    fields = dict(table.get(key, {}))
    for change in changes:
        if change.new:
            fields[change.field] = Fetched(source, date, change.new)
        else:
            fields.pop(change.field, None)
    return {**table, key: fields}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
