"""The columns in which names, signs and values are aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.edit.habits.majority import most
from pubman.bibtex.edit.habits.spacing import EOL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.bibtex.edit.habits.layout import Habits
    from pubman.bibtex.scan.source import Block, Source


class Equals:
    """What stands around the `=` of the fields of some entries."""

    def __init__(self, source: Source, blocks: Sequence[Block]) -> None:
        self.names: list[int] = []
        self.pads: list[str] = []
        self.gaps: list[str] = []
        for block in blocks:
            for field in block.fields:
                pad, _, gap = source.text[field.name_end : field.start].partition("=")
                if not (pad + gap).strip(" \t"):
                    self.names.append(field.name_end - field.name_start)
                    self.pads.append(pad)
                    self.gaps.append(gap)

    def columns(self) -> tuple[int, str, int, str]:
        """`width`, `pad`, `left` and `gap` of Habits."""
        if not self.names:
            return 0, " ", 0, " "
        ends = [name + len(pad) for name, pad in zip(self.names, self.pads, strict=True)]
        width, pad = _column(self.names, self.pads, ends)
        values = [end + 1 + len(gap) for end, gap in zip(ends, self.gaps, strict=True)]
        left, gap = _column(ends, self.gaps, values)
        return width, pad, left, gap


def _column(starts: list[int], blanks: list[str], ends: list[int]) -> tuple[int, str]:
    """The column that most of the ends share, and the fewest blanks before it; no column where the blanks are alike."""
    usual = most(blanks)
    alike = blanks.count(usual) == len(blanks)
    if alike and not (len(set(starts)) == 1 and len(usual) > 1):
        return 0, usual
    column = most(ends)
    if ends.count(column) * 2 <= len(ends) or any("\t" in blank for blank in blanks):
        return 0, usual
    shortest = min((blank for blank, end in zip(blanks, ends, strict=True) if end == column), key=len)
    return column, " " if alike else shortest


def widest(block: Block, layout: Habits) -> int:
    """The column that an entry's longest name asks for."""
    return max(field.name_end - field.name_start for field in block.fields) + len(layout.pad)


def differ(own: Sequence[Habits]) -> bool:
    """Whether the column of each entry is one of its own: always as far behind the longest name."""
    pads, widths = [habits.pad for habits in own], [habits.width for habits in own]
    pad = most(pads)
    return pads.count(pad) * 2 > len(own) and (len(pad) <= 1 or widths.count(most(widths)) * 2 <= len(own))


def flush_right(block: Block, leads: Sequence[str]) -> int:
    """The column that most of the names end in, where they start in different ones; else 0."""
    margins = [EOL.split(lead)[-1] if EOL.search(lead) else "\t" for lead in leads]
    names = [
        (len(margin), len(margin) + field.name_end - field.name_start)
        for margin, field in zip(margins, block.fields, strict=True)
        if not margin.strip(" ")
    ]
    if len({start for start, _ in names}) < 2:
        return 0
    column = most(end for _, end in names)
    aligned = [start for start, end in names if end == column]
    return column if len(aligned) * 2 > len(block.fields) and len(set(aligned)) > 1 else 0
