"""A work as a BibTeX entry that people like to read: their order of fields, their names for types, safe TeX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pubman.bibtex.edit import habits
from pubman.bibtex.write import fields as fields_of

if TYPE_CHECKING:
    from pubman.bibtex.edit.habits import Habits
    from pubman.work import Work

TYPES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "paper-conference": "inproceedings", "chapter": "incollection", "book": "book", "thesis": "phdthesis",
    "report": "techreport", "standard": "standard",
    "patent": "patent", "dataset": "dataset", "software": "software", "webpage": "online", "post-weblog": "online",
    "manuscript": "unpublished", "article": "misc",
}  # fmt: skip
"""CSL's type -> BibTeX's or, where BibTeX has none, that of IEEEtran and biblatex; all others are `misc`."""


class Draft(NamedTuple):
    """An entry that has no layout yet: names and values as they will be written, delimiters included."""

    type: str
    key: str
    fields: tuple[tuple[str, str], ...]
    opener: str = "{"

    def laid_out(self, layout: Habits) -> str:
        """The text of the entry, without an end of line behind it."""
        return layout.entry(f"@{self.type}{self.opener}{self.key}", self.fields, ")" if self.opener == "(" else "}")


def entry(work: Work, key: str, *, pure_ascii: bool = False, layout: Habits | None = None) -> str:
    """The work as one entry, in a file's layout or in pubman's own: a field a line, indented by two blanks.

    Raises InputError when `pure_ascii` is asked for and TeX has no name for a character.
    """
    layout = layout or habits.Habits()
    return draft(work, key, layout, pure_ascii=pure_ascii).laid_out(layout)


def draft(work: Work, key: str, layout: Habits, *, pure_ascii: bool = False) -> Draft:
    """The work's type and fields, values delimited as the layout has it. Raises InputError as `entry` does."""
    fields = tuple(
        (name, value if name == "month" else layout.delimited(value))
        for name, value in fields_of.Writing(work, pure_ascii=pure_ascii).fields()
        if value
    )
    return Draft(type_of(work), key, fields)


def type_of(work: Work) -> str:
    """The BibTeX type of a work."""
    type_ = TYPES.get(work.type, "misc")
    if work.type == "book" and work.genre == "manual":
        return "manual"
    if work.type == "thesis" and re.match(
        r"(?:m|b)[.a-z]*\s?(?:s|a|sc|eng|phil)\b|master|bachelor", work.genre, re.IGNORECASE
    ):
        return "mastersthesis"
    return type_
