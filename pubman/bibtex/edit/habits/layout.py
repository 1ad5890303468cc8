"""The layout of an entry, and an entry, a field and a value written in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pubman.bibtex.edit.habits.spacing import in_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

OWN = 1
"""The `width` that stands for a column of each entry's own, `pad` behind its longest name."""


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
