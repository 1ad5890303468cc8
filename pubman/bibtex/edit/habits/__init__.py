"""How a .bib file is laid out, so that what is put into it looks like what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.edit.habits import spacing
from pubman.bibtex.edit.habits.columns import Equals, differ, flush_right, widest
from pubman.bibtex.edit.habits.layout import OWN, Habits
from pubman.bibtex.edit.habits.majority import most
from pubman.bibtex.edit.habits.spacing import EOL, eol_of, in_lines, without_remarks

if TYPE_CHECKING:
    from pubman.bibtex.scan.source import Block, Source

__all__ = ["EOL", "Habits", "eol_of", "in_lines", "of_entry", "of_file", "without_remarks"]

SAMPLE = 40
"""As many of the last entries are looked at."""


def of_entry(source: Source, block: Block) -> Habits:
    """The layout of one entry; what it has no example of is as in the rest of its file."""
    text, fields = source.text, block.fields
    if not fields:
        lines = "\n" in text[block.start : block.close] or "\r" in text[block.start : block.close]
        rest = of_file(source)
        return rest if lines else rest._replace(lines=False, indent=" ")
    leads = spacing.leads(source, block)
    starting = [lead for lead in leads if EOL.search(lead)]
    lines = len(starting) * 2 > len(leads) or (bool(starting) and starting[-1] is leads[-1])
    lead = (starting if lines else leads)[-1]
    first, comma, after = lead.rpartition(",")
    comma_first = f",{spacing.blanks(after)}" if lines and comma and EOL.search(first) and not EOL.search(after) else ""
    around = first if comma_first else lead
    indent = spacing.blanks(EOL.split(around)[-1] if lines else after)
    tail = text[fields[-1].end : block.close]
    own = Equals(source, [block])
    return Habits(
        spacing.first_eol(text[block.start : block.end]) or spacing.first_eol(text) or "\n",
        lines,
        indent,
        comma_first,
        "," in without_remarks(tail),
        *own.columns(),
        *_delimiters(source, block),
        spacing.closing(tail),
        flush_right(block, leads) if lines and not comma_first else 0,
    )


def of_file(source: Source) -> Habits:
    """The layout that most of the last entries have; the default where none has each field on its line."""
    text = source.text
    eol = eol_of(text)
    entries = [block for block in source.blocks if block.kind == "entry" and block.fields]
    blocks = [block for block in entries if len(block.fields) > 1][-SAMPLE:] or entries[-SAMPLE:]
    found = [(habits, block) for block in blocks if (habits := of_entry(source, block)).lines]
    if not found:
        return Habits(eol)
    each = [habits for habits, _ in found]
    comma_first = most(habits.comma_first for habits in each)
    width, pad, left, gap = Equals(source, [block for _, block in found]).columns()
    own = [habits for habits, block in found if habits.width and habits.width == widest(block, habits)]
    if len(own) * 2 > len(each) and differ(own):
        width, pad = OWN, most(habits.pad for habits in own)
    right = most(habits.right for habits in each)
    return Habits(
        eol,
        lines=True,
        indent=most(habits.indent for habits in each if habits.right == right),
        comma_first=comma_first,
        trailing=most(habits.trailing for habits in each),
        width=width,
        pad=pad,
        left=left,
        gap=gap,
        quote=most(habits.quote for habits in each),
        bare=most(habits.bare for habits in each),
        closing=most(habits.closing for habits in each),
        right=right,
    )


def _delimiters(source: Source, block: Block) -> tuple[bool, bool]:
    """Whether values stand in quotes, and numbers bare."""
    kinds = [part.kind for field in block.fields for part in field.parts]
    quotes, braces = kinds.count("quote"), kinds.count("brace")
    quote = quotes > braces if quotes or braces else False
    braced = [
        source.text[field.start + 1 : field.end - 1] for field in block.fields if field.kind in ("brace", "quote")
    ]
    return quote, kinds.count("number") > sum(value.isdigit() for value in braced)
