"""The files beside the store that remember what was fetched."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pubman.edge import files
from pubman.edge.files import ChangedError
from pubman.enrich import provenance
from pubman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from pubman.bibtex.entry import Entry
    from pubman.bibtex.scan.source import Source
    from pubman.enrich import Plan
    from pubman.enrich.provenance import Provenance

ATTEMPTS = 100


def read(sources: Sequence[Source]) -> Fetched:
    """What was fetched for the entries of these files. Raises InputError for a file that does not read."""
    return Fetched({source.file: _read(path(source.file))[0] for source in sources})


def path(file: str) -> Path:
    """The file beside a .bib file."""
    return files.path(file).with_suffix(".fetched.json")


class Fetched:
    """What was fetched, by file, key and field."""

    def __init__(self, tables: Mapping[str, Provenance]) -> None:
        self.tables = tables

    def values(self, entry: Entry) -> dict[str, str]:
        """The values that were fetched for an entry, by field."""
        return {field: told.value for field, told in self.tables.get(entry.file, {}).get(entry.key, {}).items()}

    def note(self, written: Iterable[tuple[Entry, Plan, str]]) -> None:
        """Remember what was written, with its service. Raises WriteError when a file cannot be written."""
        today = datetime.now(UTC).date().isoformat()
        by_file: dict[str, list[tuple[Entry, Plan, str]]] = {}
        for each in written:
            if each[1].changes:
                by_file.setdefault(each[0].file, []).append(each)
        for file, rows in by_file.items():
            for attempt in range(ATTEMPTS):
                table, old = _read(path(file))
                for entry, plan, service in rows:
                    table = provenance.noted(table, entry.key, plan.changes, service, today)
                try:
                    files.replace(path(file), old, provenance.write(table).encode())
                    break
                except ChangedError:
                    if attempt == ATTEMPTS - 1:
                        raise


def _read(where: Path) -> tuple[Provenance, bytes]:
    if not where.exists():
        return {}, b""
    data = files.read(where)
    try:
        return provenance.read(data.decode("utf-8-sig"), files.shown(where)), data
    except UnicodeDecodeError:
        raise InputError(f"{files.shown(where)}: not UTF-8", hint="remove it: it is only a memory") from None
