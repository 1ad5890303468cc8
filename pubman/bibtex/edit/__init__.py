"""Changes to a .bib file's text that leave every other byte as it is.

Each is made as splices, scanned again and compared with what was asked for; a change that would do more, or less, is
refused. Everything here is pure: texts in, a text out.
"""

from __future__ import annotations

import re
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

_WHITE = " \t\f\v\r\n"
_REST_OF_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_BLANK_BEFORE = re.compile(r"(?:\r\n|\n|\r)([ \t]*(?:\r\n|\n|\r))\Z")


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


def append(source: Source, entries: Sequence[str]) -> str:
    """The file's text with whole entries at its end, a blank line before each.

    Raises InputError, with the place, for a file that may not be changed or whose end would swallow them.
    """
    verify.writable(source)
    if not entries:
        return source.text
    text, eol = source.text, habits.of_file(source).eol
    ended = [habits.in_lines(entry, eol) for entry in entries]
    new_text = text + _missing(text, eol) + eol.join(entry + eol for entry in ended)
    place = max(len(text) - 1, 0)
    changed = verify.rescanned(source, new_text, place)
    before, after = verify.solid(source), verify.solid(changed)
    verify.same(source, before, changed, after[: len(before)], place)
    added = after[len(before) :]
    if [changed.text[block.start : block.end] for block in added] != ended or any(
        block.kind != "entry" for block in added
    ):
        raise verify.more(source, place)
    return new_text


def delete(source: Source, blocks: Sequence[Block]) -> str:
    """The file's text without some entries and the blank lines behind them (at the end of the file: before them).

    Raises InputError, with the place, when the file may not be changed or the change would alter more than that.
    """
    verify.writable(source)
    if not blocks:
        return source.text
    text = source.text
    made = splices.merged([_cut(text, block) for block in blocks])
    last = made[-1]
    if last.end == len(text) and (blank := _BLANK_BEFORE.search(text, max(0, last.start - 200), last.start)):
        made[-1] = last._replace(start=blank.start(1))
    gone = {id(block) for block in blocks}
    place = min(block.start for block in blocks)
    changed = verify.rescanned(source, splices.apply(text, made), place, cut=True)
    kept = [block for block in source.blocks if id(block) not in gone]
    verify.same(source, kept, changed, changed.blocks, place)
    return changed.text


def _cut(text: str, block: Block) -> Splice:
    """An entry, the rest of its line and the blank lines behind it; where others share its line, the entry alone."""
    start, end = block.start, block.end
    before = text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start]
    line = _REST_OF_LINE.match(text, end)
    if not line or before.strip(" \t\ufeff"):
        return Splice(start, end)
    blank = _BLANK_LINES.match(text, line.end())
    return Splice(start - len(before.lstrip("\ufeff")), blank.end() if blank else line.end())


def _layout(piece: Source, source: Source, block: Block) -> Habits:
    """The layout of the entry as it is by now, or of its file where it has no field."""
    entry = piece.blocks[0]
    if not entry.fields:
        return habits.of_entry(source, block) if not block.fields else habits.of_file(source)
    layout = habits.of_entry(piece, entry)
    return layout if habits.EOL.search(piece.text) else layout._replace(eol=habits.eol_of(source.text))


def _missing(text: str, eol: str) -> str:
    """What the end of a file lacks for a line of its own with a blank line before it."""
    body = text.removeprefix("\ufeff")
    tail = body[len(body.rstrip(_WHITE)) :]
    partial = bool(tail) and not tail.endswith(("\n", "\r"))
    if len(tail) == len(body):
        return eol if partial else ""
    return eol * max(2 - len(habits.EOL.findall(tail)), int(partial))


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
