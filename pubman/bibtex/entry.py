"""Entries as they mean to be read: macros expanded, `#` joined, `crossref` and `xdata` followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pubman.bibtex.encoding import shown
from pubman.bibtex.inherit import inherit
from pubman.bibtex.scan.faults import Fault, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.bibtex.scan.source import Block, Field, Source
    from pubman.errors import Problem

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MACROS = {month[:3].lower(): month for month in MONTHS}
"""What every BibTeX style defines (btxdoc, section 3.2: three-letter names of the months)."""

PLACES = 5
"""As many places as one message names."""

ROOM = 1 << 24
"""As many characters as `#` may make of macros in one reading; who needs more has macros that double themselves."""


@dataclass(slots=True)
class Entry:
    """One entry. `type` and the names of fields are in lower case, `key` and the values as written.

    `inherited` names the fields it has from a `crossref` or `xdata`; `parent` is set when another's crossref names it.
    """

    type: str
    key: str
    fields: dict[str, str]
    source: Source
    block: Block
    inherited: tuple[str, ...] = ()
    parent: bool = False

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.source.file

    @property
    def line(self) -> int:
        """The line it starts in, from 1."""
        return self.source.line(self.block.start)


def resolve(sources: Sequence[Source]) -> tuple[list[Entry], list[Problem]]:
    """The whole entries of the files in their order, and what is wrong with them beyond their syntax.

    `@string`s are shared in the order of the files. A broken entry is not among them: its source has the problem. Of
    entries with the same key all are there, and an error names every place.
    """
    reading = _Reading()
    for source in sources:
        reading.read(source)
    reading.compare()
    inherit(reading.entries, reading.report)
    return reading.entries, [
        p for source in sources if id(source) in reading.faults for p in told(reading.faults[id(source)], source)
    ]


def macros(sources: Sequence[Source]) -> dict[str, str]:
    """What every macro stands for behind the last of the files, by its name in lower case; the months are in it."""
    reading = _Reading()
    for source in sources:
        reading.read(source)
    return reading.macros


class _Reading:
    """The state of one `resolve`: the macros defined so far, and the findings by source."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.macros = dict(MACROS)
        self.faults: dict[int, list[Fault]] = {}
        self.room = ROOM

    def fault(self, source: Source, fault: Fault) -> None:
        self.faults.setdefault(id(source), []).append(fault)

    def report(self, entry: Entry, name: str, rule: str, message: str) -> None:
        """A warning at a field of an entry, or at the entry when the field is inherited."""
        text = entry.source.text
        places = [f.name_start for f in entry.block.fields if text[f.name_start : f.name_end].lower() == name]
        offset = places[0] if places else entry.block.start
        self.fault(entry.source, Fault(offset, rule, f"entry '{entry.key}': {message}", "warning"))

    def read(self, source: Source) -> None:
        """The entries of one source."""
        text = source.text
        foreign = not _is_utf8(text)
        for block in source.blocks:
            if block.kind == "string":
                for field in block.fields:
                    self.macros[text[field.name_start : field.name_end].lower()] = self.value(source, field)
            elif block.kind == "entry":
                fields: dict[str, str] = {}
                for field in block.fields:
                    name_start, name_end, start, end, kind, _ = field
                    name = text[name_start:name_end].lower()
                    value = text[start + 1 : end - 1] if kind in ("brace", "quote") else self.value(source, field)
                    if name not in fields:
                        fields[name] = value
                    else:
                        message = f"duplicate field '{name}' in entry '{source.key(block)}': the first is used"
                        self.fault(source, Fault(name_start, "duplicate-field", message, "warning"))
                key = text[slice(*block.key_span)]
                if foreign:
                    key, fields = shown(key), {shown(name): shown(value) for name, value in fields.items()}
                self.entries.append(Entry(block.type, key, fields, source, block))

    def value(self, source: Source, field: Field) -> str:
        """A value with macros expanded; an undefined macro is its name."""
        text = source.text
        if field.kind == "macro":
            return self.macro(source, field.start, field.end)
        strings = []
        for kind, start, end in field.parts:
            if kind == "macro":
                strings.append(self.macro(source, start, end))
            else:
                strings.append(text[start:end] if kind == "number" else text[start + 1 : end - 1])
        if len(strings) == 1:
            return strings[0]
        size = sum(map(len, strings))
        if size > field.end - field.start:
            self.room -= size
            if self.room < 0:
                message = "the macros of this file grow beyond measure; this value is left unexpanded"
                self.fault(source, Fault(field.start, "macro-size", message))
                return text[field.start : field.end]
        return "".join(strings)

    def macro(self, source: Source, start: int, end: int) -> str:
        name = source.text[start:end]
        value = self.macros.get(name.lower())
        if value is None:
            self.fault(
                source, Fault(start, "undefined-macro", f"undefined macro '{name}': its name is shown", "warning")
            )
            return name
        return value

    def compare(self) -> None:
        """Find keys that stand twice, ignoring case as BibTeX does."""
        places: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.key:
                places.setdefault(entry.key.casefold(), []).append(entry)
        if len(places) == len(self.entries):
            return
        for same in places.values():
            if len(same) > 1:
                self._duplicates(same)

    def _duplicates(self, same: list[Entry]) -> None:
        named = [f"{entry.file}:{entry.line}" for entry in same[: PLACES + 1]]
        more = len(same) - 1 - PLACES
        for index, entry in enumerate(same[1:], 1):
            others = [place for at, place in enumerate(named) if at != index][:PLACES]
            also = ", ".join(others) + (f" and {more} more" if more > 0 else "")
            case = "" if entry.key == same[0].key else f" (as '{same[0].key}', case does not count)"
            message = f"duplicate key '{entry.key}'{case}: also at {also}"
            self.fault(entry.source, Fault(entry.block.key_span[0], "duplicate-key", message))


def _is_utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
