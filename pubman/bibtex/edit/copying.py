"""An entry of one file as it will stand in another: its values as written, the layout of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.edit import notation, splices
from pubman.bibtex.edit.splices import Splice
from pubman.bibtex.encoding import shown
from pubman.bibtex.write import Draft, escape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pubman.bibtex.edit.habits import Habits
    from pubman.bibtex.entry import Entry
    from pubman.bibtex.scan.source import Field

LINKS = frozenset(["crossref", "xref", "xdata", "related", "entryset"])
"""Fields that name other entries by their keys."""


class Copy:
    """One entry to be copied; `known` are the macros of its own file, `kept` those that mean the same in the other."""

    def __init__(self, entry: Entry, known: Mapping[str, str], kept: frozenset[str]) -> None:
        self.entry = entry
        self.known = known
        self.kept = kept

    def text(self, key: str, layout: Habits, renamed: Mapping[str, str], *, pure_ascii: bool = False) -> str:
        """The entry under this key, with the keys it names `renamed` (by their old ones, case-folded).

        One with remarks between its fields keeps the layout it has. Raises InputError when `pure_ascii` is asked for
        and TeX has no name for a character.
        """
        source, block = self.entry.source, self.entry.block
        text = source.text
        values = [(field, self.value(field, renamed, pure_ascii=pure_ascii)) for field in block.fields]
        if self.has_remarks():
            made = [Splice(*field.value_span, value) for field, value in values]
            before = block.start
            made = [
                Splice(start - before, end - before, new) for start, end, new in [*made, Splice(*block.key_span, key)]
            ]
            copied = shown(splices.apply(text[before : block.end], made))
            return escape.ascii_tex(copied) if pure_ascii else copied
        fields = tuple((shown(text[slice(*field.name_span)]), value) for field, value in values)
        type_ = shown(text[slice(*block.type_span)])
        return Draft(type_, key, fields, text[block.opener]).laid_out(layout)

    def has_remarks(self) -> bool:
        """Whether a `%` remark stands anywhere between its tokens."""
        text, block = self.entry.source.text, self.entry.block
        starts = [block.opener, block.key_span[1], *(field.end for field in block.fields)]
        ends = [block.key_span[0], *(field.start for field in block.fields), block.close]
        return any(text.find("%", start, end) >= 0 for start, end in zip(starts, ends, strict=True))

    def value(self, field: Field, renamed: Mapping[str, str], *, pure_ascii: bool) -> str:
        """A value with its delimiters."""
        source, text = self.entry.source, self.entry.source.text
        name = text[slice(*field.name_span)].lower()
        new = shown(text[slice(*field.value_span)])
        used = {text[part.start : part.end].lower() for part in field.parts if part.kind == "macro"}
        if any(name in self.known and name not in self.kept for name in used):
            new = f"{{{shown(self.meaning(field, name))}}}"
        if name in LINKS and renamed:
            keys = shown(notation.meaning(source, field, self.known)).split(",")
            if any(key.strip().casefold() in renamed for key in keys):
                new = f"{{{','.join(_renamed(key, renamed) for key in keys)}}}"
        return escape.ascii_tex(new) if pure_ascii else new

    def meaning(self, field: Field, name: str) -> str:
        first = next(each for each in self.entry.block.fields if self._name(each) == name)
        if first is field and name in self.entry.fields:
            return self.entry.fields[name]
        return notation.meaning(self.entry.source, field, self.known)

    def _name(self, field: Field) -> str:
        return self.entry.source.text[slice(*field.name_span)].lower()


def kept(known: Mapping[str, str], macros: Mapping[str, str]) -> frozenset[str]:
    """The macros that can stay macros: those that mean in the store what they mean in the file, or nothing there."""
    same = {name for name, value in macros.items() if known.get(name, value) == value}
    return frozenset(same)


def _renamed(key: str, renamed: Mapping[str, str]) -> str:
    stripped = key.strip()
    return key.replace(stripped, renamed.get(stripped.casefold(), stripped)) if stripped else key
