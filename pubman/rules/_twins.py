"""Entries that may be one work: the same title, and the same first author."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pubman.bibtex import latex, names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.bibtex.entry import Entry

_IN_LETTERS = re.compile(r"[\W_]+")
_ROUGH = re.compile(
    r"\\[A-Za-z]\s*\{[A-Za-z]\}|\\[A-Za-z]+|\\[^A-Za-z]\s*\{?(?:\\[ij]|[A-Za-z])\}?|&#?\w+;|</?\w+>|[^A-Za-z\\&<]+|[\\&<]",
    re.ASCII,
)
SHORTEST = 12
"""As many letters as a title needs: `Editorial` or `Introduction` says nothing."""


def groups(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries with the same title and the same first author, where there are two or more, in file order."""
    by_title: dict[str, list[Entry]] = {}
    for entry in entries:
        title = entry.fields.get("title", "")
        if title and not entry.parent and "title" not in entry.inherited:
            by_title.setdefault(_roughly(title), []).append(entry)
    found: list[list[Entry]] = []
    for same in by_title.values():
        if len(same) > 1:
            closer: dict[tuple[str, str], list[Entry]] = {}
            for entry in same:
                exact, author = (
                    letters(f"{entry.fields['title']} {entry.fields.get('subtitle', '')}"),
                    first_author(entry),
                )
                if author and len(exact) >= SHORTEST:
                    closer.setdefault((exact, author), []).append(entry)
            found += [twins for twins in closer.values() if len(twins) > 1]
    return found


@lru_cache(maxsize=16384)
def _roughly(tex: str) -> str:
    """The plain letters alone, without decoding; accented ones are left out, however they are written."""
    return _ROUGH.sub("", tex).lower()


def letters(tex: str) -> str:
    """The letters and digits alone, in lower case."""
    return _IN_LETTERS.sub("", latex.plain(tex) if "\\" in tex or "&" in tex or "<" in tex else tex).casefold()


def first_author(entry: Entry) -> str:
    """The family name of the first author, or what stands for it."""
    people = names.split(entry.fields.get("author", "")).people
    return letters(people[0].family or people[0].literal) if people else ""


def place(entry: Entry) -> str:
    """An entry for a message about another: its key, and where it stands."""
    return f"'{entry.key}' ({entry.file}:{entry.line})"
