"""Whether the record behind an entry's own identifier is the entry's work at all: some DOIs are another paper's."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from pubman.enrich import people
from pubman.text import plain

if TYPE_CHECKING:
    from pubman.work import Work

ALIKE = 0.8
"""How alike two titles are (difflib's ratio on their letters) when they count as one, an identifier being equal."""


def is_same(work: Work, record: Work) -> bool:
    """Whether titles agree, or, where they do not, the people and the place in print do."""
    one, other = people.letters(plain(work.title)), people.letters(plain(record.title))
    if not one or not other or titles(one, other):
        return True
    listed = work.author.people
    if not listed or people.shared(work.author, record.author) * 2 < len(listed):
        return False
    return _same_place(work, record)


def titles(one: str, other: str) -> bool:
    """Whether titles, as letters alone, are alike, one being the beginning of the other included."""
    if one.startswith(other) or other.startswith(one):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _same_place(work: Work, record: Work) -> bool:
    """Whether both stand on the same page of the same volume, which a translated title does not change."""
    return bool(work.volume and work.page) and (work.volume, _first(work)) == (record.volume, _first(record))


def _first(work: Work) -> str:
    return work.page.partition("–")[0]
