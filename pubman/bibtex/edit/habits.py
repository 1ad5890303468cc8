"""How a .bib file is laid out, so that what is put into it looks like what stands there."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pubman.bibtex.scan.source import Block, Source

T = TypeVar("T")

SAMPLE = 40
"""As many of the last entries are looked at."""

OWN = 1
"""The `width` that stands for a column of each entry's own, `pad` behind its longest name."""

EOL = re.compile(r"\r\n|\n|\r")


class Habits(NamedTuple):
    """The layout of an entry; without an argument, that of an entry nobody has an example for.

    `lines`: each field on a line of its own, by `indent`; else all on one, `indent` between them. `width` is the column
    of `=` and `left` that of the value, counted from the name, 0 where nothing is aligned; `pad` and `gap` are the
    blanks around `=`, at least. `closing` is what stands before the closing delimiter, an end of line being LF. `right`
    is the column that all names end in, counted from the line's start, as ADS and MathSciNet export them; 0 where none.
    """

    eol: str = "\n"
    lines: bool = True
    indent: str = "  "
    comma_first: str = ""
    trailing: bool = True
    width: int = 0
    pad: str = " "
    left: int = 0
    gap: str = " "
    quote: bool = False
    bare: bool = False
    closing: str = "\n"
    right: int = 0

    def assignment(self, name: str, value: str) -> str:
        """`name = value`, aligned; what is too long for a column stands one blank before the next sign."""
        before = (name + (self.pad[:1] if self.width else self.pad)).ljust(self.width)
        gap = self.gap[:1] if self.left else self.gap
        return f"{before}={gap}".ljust(self.left) + value

    def lead(self, name: str) -> str:
        """The blanks before a name on its line."""
        if not (self.right and self.lines):
            return self.indent
        return " " * (self.right - len(name) if len(name) <= self.right else 1)

    def entry(self, head: str, fields: Sequence[tuple[str, str]], closer: str = "}") -> str:
        """A whole entry, of `@type{key` and its names and values as written; lines end as the file's do."""
        pad = self.pad[:1] if self.width > OWN else self.pad
        wide = max((len(name + pad) for name, _ in fields), default=0)
        aligned = self._replace(
            width=self.width and max(self.width, wide),
            left=self.left and max(self.left, (self.width or wide) + 1 + len(self.gap[:1])),
        )
        lines = [aligned.assignment(name, value) for name, value in fields]
        if self.comma_first:
            first = f",\n{self.indent}{' ' * len(self.comma_first)}"
            body = first + f"\n{self.indent}{self.comma_first}".join(lines)
        else:
            leads = [self.lead(name) for name, _ in fields]
            body = "".join(f",\n{lead}{line}" for lead, line in zip(leads, lines, strict=True))
        body = body if lines else ","
        comma = "," if self.trailing and not self.comma_first and lines else ""
        return in_lines(f"{head}{body}{comma}{self.closing}{closer}", self.eol)

    def delimited(self, value: str) -> str:
        """A value as the fields around are: bare digits, quotes or braces."""
        if self.bare and value.isascii() and value.isdigit():
            return value
        return f'"{value}"' if self.quote and '"' not in value else f"{{{value}}}"


def in_lines(text: str, eol: str) -> str:
    """The text with every end of line like this one."""
    return EOL.sub(eol, text) if eol != "\n" or "\r" in text else text


def of_entry(source: Source, block: Block) -> Habits:
    """The layout of one entry; what it has no example of is as in the rest of its file."""
    text, fields = source.text, block.fields
    if not fields:
        lines = "\n" in text[block.start : block.close] or "\r" in text[block.start : block.close]
        rest = of_file(source)
        return rest if lines else rest._replace(lines=False, indent=" ")
    leads = _leads(source, block)
    starting = [lead for lead in leads if EOL.search(lead)]
    lines = len(starting) * 2 > len(leads) or (bool(starting) and starting[-1] is leads[-1])
    lead = (starting if lines else leads)[-1]
    first, comma, after = lead.rpartition(",")
    comma_first = f",{_blanks(after)}" if lines and comma and EOL.search(first) and not EOL.search(after) else ""
    around = first if comma_first else lead
    indent = _blanks(EOL.split(around)[-1] if lines else after)
    tail = text[fields[-1].end : block.close]
    own = _Equals(source, [block])
    return Habits(
        _eol(text[block.start : block.end]) or _eol(text) or "\n",
        lines,
        indent,
        comma_first,
        "," in without_remarks(tail),
        *own.columns(),
        *_delimiters(source, block),
        _closing(tail),
        _right(block, leads) if lines and not comma_first else 0,
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
    comma_first = _most(habits.comma_first for habits in each)
    width, pad, left, gap = _Equals(source, [block for _, block in found]).columns()
    own = [habits for habits, block in found if habits.width and habits.width == _widest(block, habits)]
    if len(own) * 2 > len(each) and _differ(own):
        width, pad = OWN, _most(habits.pad for habits in own)
    right = _most(habits.right for habits in each)
    return Habits(
        eol,
        lines=True,
        indent=_most(habits.indent for habits in each if habits.right == right),
        comma_first=comma_first,
        trailing=_most(habits.trailing for habits in each),
        width=width,
        pad=pad,
        left=left,
        gap=gap,
        quote=_most(habits.quote for habits in each),
        bare=_most(habits.bare for habits in each),
        closing=_most(habits.closing for habits in each),
        right=right,
    )


def _blanks(space: str) -> str:
    """White space as BibTeX knows it: a no-break space, which is none to it, becomes a blank."""
    return space if not space.strip(" \t") else "".join(each if each == "\t" else " " for each in space)


def eol_of(text: str) -> str:
    """The end of line that most of the lines have; LF where there is none."""
    return _majority(EOL.findall(text)) or "\n"


class _Equals:
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
    usual = _most(blanks)
    alike = blanks.count(usual) == len(blanks)
    if alike and not (len(set(starts)) == 1 and len(usual) > 1):
        return 0, usual
    column = _most(ends)
    if ends.count(column) * 2 <= len(ends) or any("\t" in blank for blank in blanks):
        return 0, usual
    shortest = min((blank for blank, end in zip(blanks, ends, strict=True) if end == column), key=len)
    return column, " " if alike else shortest


def _widest(block: Block, layout: Habits) -> int:
    """The column that an entry's longest name asks for."""
    return max(field.name_end - field.name_start for field in block.fields) + len(layout.pad)


def _differ(own: Sequence[Habits]) -> bool:
    """Whether the column of each entry is one of its own: always as far behind the longest name."""
    pads, widths = [habits.pad for habits in own], [habits.width for habits in own]
    pad = _most(pads)
    return pads.count(pad) * 2 > len(own) and (len(pad) <= 1 or widths.count(_most(widths)) * 2 <= len(own))


def _right(block: Block, leads: Sequence[str]) -> int:
    """The column that most of the names end in, where they start in different ones; else 0."""
    margins = [EOL.split(lead)[-1] if EOL.search(lead) else "\t" for lead in leads]
    names = [
        (len(margin), len(margin) + field.name_end - field.name_start)
        for margin, field in zip(margins, block.fields, strict=True)
        if not margin.strip(" ")
    ]
    if len({start for start, _ in names}) < 2:
        return 0
    column = _most(end for _, end in names)
    aligned = [start for start, end in names if end == column]
    return column if len(aligned) * 2 > len(block.fields) and len(set(aligned)) > 1 else 0


def _leads(source: Source, block: Block) -> list[str]:
    """What stands before each field, remarks left out."""
    text = source.text
    ends = [block.key_span[1], *(field.end for field in block.fields)]
    return [without_remarks(text[end : field.name_start]) for end, field in zip(ends[:-1], block.fields, strict=True)]


def without_remarks(gap: str) -> str:
    """What stands between two tokens but for its remarks."""
    return re.sub(r"%[^\r\n]*", "", gap) if "%" in gap else gap


def _delimiters(source: Source, block: Block) -> tuple[bool, bool]:
    """Whether values stand in quotes, and numbers bare."""
    kinds = [part.kind for field in block.fields for part in field.parts]
    quotes, braces = kinds.count("quote"), kinds.count("brace")
    quote = quotes > braces if quotes or braces else False
    braced = [
        source.text[field.start + 1 : field.end - 1] for field in block.fields if field.kind in ("brace", "quote")
    ]
    return quote, kinds.count("number") > sum(value.isdigit() for value in braced)


def _closing(tail: str) -> str:
    """What stands before the closing delimiter, behind commas and remarks."""
    parts = EOL.split(tail)
    last = parts[-1].rpartition(",")[2]
    return "\n" + _blanks(last) if len(parts) > 1 else _blanks(last)


def _eol(text: str) -> str:
    found = EOL.search(text)
    return found[0] if found else ""


def _majority(found: list[str]) -> str:
    return _most(found) if found else ""


def _most(found: Iterable[T]) -> T:
    return Counter(found).most_common(1)[0][0]
