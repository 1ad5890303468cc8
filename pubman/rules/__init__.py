"""One lint rule a file, the folder's listing is the list of them.

A rule is a module with one function, `check(bib: Bibliography) -> Iterator[Finding]`. Its name, as the configuration
and the comments of a .bib spell it, is the file's with `-` for `_`; the first line of its docstring is what it is for.
A rule looks at the whole bibliography, takes linear time, never raises, and is silent where it is not sure. What an
entry has inherited is looked at in the entry it comes from. Every finding is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from pubman.bibtex.entry import Entry


class Bibliography(NamedTuple):
    """What a rule sees: the whole entries of all files in order, the day it is, and the user's own proper nouns."""

    entries: Sequence[Entry]
    today: date
    words: frozenset[str] = frozenset()

    def own(self, names: Collection[str]) -> Iterator[tuple[Entry, str, str]]:
        """Every entry, field and value of these names, as written and not empty; what is inherited is left out."""
        for entry in self.entries:
            fields = entry.fields
            for name in names:
                if name in fields and (value := fields[name]).strip() and name not in entry.inherited:
                    yield entry, name, value


class Finding(NamedTuple):
    """What is wrong with an entry or, where `field` is not empty, with a field of it.

    `fix` is the value the field should have, where that is certain; none where a person must decide.
    """

    entry: Entry
    field: str
    message: str
    fix: str | None = None
