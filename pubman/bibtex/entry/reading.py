"""The entries of sources with macros expanded and `#` joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.encoding import shown
from pubman.bibtex.entry.entry import Entry
from pubman.bibtex.entry.months import MACROS
from pubman.bibtex.scan.faults import Fault

if TYPE_CHECKING:
    from pubman.bibtex.scan.source import Field, Source

ROOM = 1 << 24
"""As many characters as `#` may make of macros in one reading; who needs more has macros that double themselves."""


class Reading:
    """The entries and macros read so far, and the findings by source."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.macros = dict(MACROS)
        self.faults: dict[int, list[Fault]] = {}
        self.room = ROOM

    def fault(self, source: Source, fault: Fault) -> None:
        """Note a finding."""
        self.faults.setdefault(id(source), []).append(fault)

    def report(self, entry: Entry, name: str, rule: str, message: str) -> None:
        """A warning at a field of an entry, or at the entry when the field is inherited."""
        text = entry.source.text
        places = [f.name_start for f in entry.block.fields if text[f.name_start : f.name_end].lower() == name]
        offset = places[0] if places else entry.block.start
        self.fault(entry.source, Fault(offset, rule, f"entry '{entry.key}': {message}", "warning"))

    def read(self, source: Source) -> None:
        """Add the entries and the macros of one source."""
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
        """What a macro stands for; one that is not defined is its name."""
        name = source.text[start:end]
        value = self.macros.get(name.lower())
        if value is None:
            self.fault(
                source, Fault(start, "undefined-macro", f"undefined macro '{name}': its name is shown", "warning")
            )
            return name
        return value


def _is_utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
