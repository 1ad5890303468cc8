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
    """Whether titles agree, and people and place in print do not disagree; or people and place agree."""
    one, other = people.letters(plain(work.title)), people.letters(plain(record.title))
    shared = people.shared(work.author, record.author)
    if not one or not other or titles(one, other):
        return bool(shared) or not (_named(work) and _named(record)) or not _elsewhere(work, record)
    listed = work.author.people
    return bool(listed) and shared * 2 >= len(listed) and _same_place(work, record)


def _named(work: Work) -> bool:
    """Whether people are named, and not a group, which goes under many names."""
    return any(person.family for person in work.author.people)


def _elsewhere(work: Work, record: Work) -> bool:
    """Whether they are of other pages or volumes or, where those are not known, of other years."""
    if work.volume and record.volume and work.page and record.page:
        return not _same_place(work, record)
    ours, theirs = work.issued.start, record.issued.start
    return ours is not None and theirs is not None and abs(ours.year - theirs.year) > 1


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
