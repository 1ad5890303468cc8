"""The certain fixes of the lint rules made in a file's text, pure; every other byte stays as it is.

All fixes of a file are made at once and the result is scanned again: it must differ by exactly these values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.edit import splices
from pubman.bibtex.edit.splices import Splice
from pubman.bibtex.scan import scan
from pubman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pubman.bibtex.scan.source import Block, Field, Source
    from pubman.rules import Finding


def mended(source: Source, findings: Iterable[Finding]) -> tuple[str, list[Finding]]:
    """The text with what can be fixed fixed, and the findings that this settles.

    A value made of macros is left alone, and so is a file that must not be changed. Raises InputError when the result
    would be another than was meant.
    """
    if source.refusal:
        return source.text, []
    made: dict[tuple[int, int], list[Splice]] = {}
    settled: list[Finding] = []
    for finding in findings:
        block = finding.entry.block
        field = _field(source, block, finding)
        if field is None or finding.fix is None or (block.start, field.start) in made:
            continue
        start, end = field.start, field.end
        if finding.fix:
            made[block.start, start] = [Splice(start + 1, end - 1, finding.fix)]
        else:
            made[block.start, start] = splices.removed(source, block, field)
        settled.append(finding)
    text = _spliced(source.text, [splice for each in made.values() for splice in each])
    _verify(source, text, settled)
    return text, settled


def _field(source: Source, block: Block, finding: Finding) -> Field | None:
    """The field as it stands in the file, when it holds just what the rule saw."""
    if finding.entry.source is not source:
        return None
    same = [field for field in block.fields if _name(source, field) == finding.field]
    if len(same) != 1 or (same[0].kind not in ("brace", "quote") and finding.fix):
        return None
    start, end = same[0].value_span
    seen = finding.entry.fields.get(finding.field)
    return same[0] if not finding.fix or source.text[start + 1 : end - 1] == seen else None


def _name(source: Source, field: Field) -> str:
    return source.text[slice(*field.name_span)].lower()


def _spliced(text: str, made: list[Splice]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(made):
        if start >= at:
            pieces += [text[at:start], new]
            at = end
    return "".join([*pieces, text[at:]])


def _verify(source: Source, text: str, settled: list[Finding]) -> None:
    changed = scan(text, source.file)
    wanted = {(id(each.entry.block), each.field): each.fix for each in settled}
    touched = {id(each.entry.block) for each in settled}
    same = len(source.blocks) == len(changed.blocks)
    for old, new in zip(source.blocks, changed.blocks, strict=False):
        if id(old) not in touched:
            same = same and source.text[old.start : old.end] == changed.text[new.start : new.end]
            continue
        meant = [(_name(source, field), wanted.get((id(old), _name(source, field)), ""), field) for field in old.fields]
        values = [
            (name, fix or source.text[field.start + 1 : field.end - 1])
            for name, fix, field in meant
            if fix or (id(old), name) not in wanted
        ]
        got = [(_name(changed, field), changed.text[field.start + 1 : field.end - 1]) for field in new.fields]
        same = same and old.kind == new.kind and values == got and source.key(old) == changed.key(new)
    if not same:
        raise InputError(
            f"{source.file}: the fixes would alter more of the file than was meant; nothing was written",
            hint="fix the findings by hand",
        )
