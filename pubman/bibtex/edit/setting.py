"""The fields of entries set, inserted and removed, and their types changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pubman.bibtex.edit import habits, splices, verify
from pubman.bibtex.edit.notation import encodable, meaning, written
from pubman.bibtex.edit.splices import Splice
from pubman.bibtex.encoding import shown
from pubman.bibtex.entry import MACROS
from pubman.bibtex.scan import scan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pubman.bibtex.edit.habits import Habits
    from pubman.bibtex.scan.source import Block, Field, Source


class Edit(NamedTuple):
    """What one entry is to become: the values of fields, an empty one removing its field, and a type if it changes."""

    block: Block
    values: Mapping[str, str]
    type: str = ""


def set_fields(source: Source, block: Block, values: Mapping[str, str], macros: Mapping[str, str] = MACROS) -> str:
    """The file's text with fields of one entry set to values as BibTeX writes them, delimiters apart; empty removes.

    A value that the field has already, delimiters and macros apart, changes nothing. The names are matched ignoring
    case; of a field that stands twice the first is set, and all are removed. A value is a macro again where it was one
    and names one of `macros`, or where it is the month's. Raises InputError, with the place, when the file may not be
    changed or the change would alter more than that.
    """
    return set_each(source, [Edit(block, values)], macros)


def set_each(source: Source, edits: Sequence[Edit], macros: Mapping[str, str] = MACROS) -> str:
    """The file's text with several entries edited, each as `set_fields` does; an entry is edited once."""
    verify.writable(source)
    text = source.text
    pieces = {id(each.block): (each, *_edited(source, each, macros)) for each in edits}
    made = [Splice(each.block.start, each.block.end, piece.text) for each, piece, _ in pieces.values()]
    new_text = splices.apply(text, made)
    if new_text != text:
        place = min(each.block.start for each, _, _ in pieces.values())
        changed = verify.rescanned(source, new_text, place)
        if len(changed.blocks) != len(source.blocks):
            raise verify.more(source, place)
        pairs = [*zip(source.blocks, changed.blocks, strict=True)]
        stay = [pair for pair in pairs if id(pair[0]) not in pieces]
        verify.same(source, [old for old, _ in stay], changed, [new for _, new in stay], place)
        for old, now in pairs:
            if found := pieces.get(id(old)):
                edit, _, wanted = found
                same_head = _head(changed, now) == _head(source, old, edit.type)
                if now.kind != "entry" or _assignments(changed, now) != wanted or not same_head:
                    raise verify.more(source, old.start)
    return new_text


def _edited(source: Source, edit: Edit, macros: Mapping[str, str]) -> tuple[Source, list[tuple[str, str]]]:
    """The text of one edited entry, scanned, and the fields it is to have."""
    block = edit.block
    piece = scan(source.text[block.start : block.end])
    wanted = _assignments(source, block)
    for name, given in edit.values.items():
        layout = _layout(piece, source, block)
        value = habits.in_lines(given, layout.eol)
        same = [field for field in piece.blocks[0].fields if _name(piece, field) == name.lower()]
        if not value:
            made = splices.merged([cut for field in same for cut in splices.removed(piece, piece.blocks[0], field)])
            wanted = [(each, old) for each, old in wanted if each.lower() != name.lower()]
        elif not same:
            new = written(layout, name, encodable(source, value), "", macros)
            made = [splices.inserted(piece, piece.blocks[0], layout, name, new)]
            wanted.append((name, new))
        elif shown(meaning(piece, same[0], macros)) == value:
            continue
        else:
            new = written(layout, name, encodable(source, value), same[0].kind, macros)
            made = [Splice(*same[0].value_span, new)]
            at = next(at for at, (each, _) in enumerate(wanted) if each.lower() == name.lower())
            wanted[at] = (wanted[at][0], new)
        piece = scan(splices.apply(piece.text, made))
    if edit.type:
        piece = scan(splices.apply(piece.text, [Splice(*piece.blocks[0].type_span, edit.type)]))
    return piece, wanted


def _layout(piece: Source, source: Source, block: Block) -> Habits:
    """The layout of the entry as it is by now, or of its file where it has no field."""
    entry = piece.blocks[0]
    if not entry.fields:
        return habits.of_entry(source, block) if not block.fields else habits.of_file(source)
    layout = habits.of_entry(piece, entry)
    return layout if habits.EOL.search(piece.text) else layout._replace(eol=habits.eol_of(source.text))


def _assignments(source: Source, block: Block) -> list[tuple[str, str]]:
    text = source.text
    return [(text[slice(*field.name_span)], text[slice(*field.value_span)]) for field in block.fields]


def _head(source: Source, block: Block, type_: str = "") -> str:
    """An entry up to its key, of another type if one is given."""
    start, end = block.type_span
    text = source.text
    return text[block.start : start] + (type_ or text[start:end]) + text[end : block.key_span[1]]


def _name(source: Source, field: Field) -> str:
    return source.text[slice(*field.name_span)].lower()
