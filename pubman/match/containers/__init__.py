"""Whether two works stand in the same journal, book or series, abbreviated or not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pubman.match.containers.acronyms import is_acronym
from pubman.match.containers.gatherings import same_gathering
from pubman.match.containers.names import read
from pubman.match.containers.shortening import abbreviates, misspelled, stands_in
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.queries import Found
    from pubman.work import Work

__all__ = ["AGREE", "compare", "likeness", "read", "stands_in"]

AGREE = 0.85
"""From here on it is the same container."""
_DIFFERS = 0.8
"""Up to here, however much the names share, it is another one."""
_BOOKS = frozenset(["paper-conference", "chapter"])
_ASIDE = frozenset(
    "workshop workshops wkshps companion adjunct findings demonstrations demos extended abstracts posters"
    " chapter".split()
)
"""What makes of a conference's book another one."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")


def compare(entry: Work, found: Found) -> float | None:
    """How alike the containers are, by the best of the record's names, 0 to 1; None when either has none."""
    record = found.work
    our = plain(entry.container_title or entry.event_title) or entry.archive
    names = [plain(name) for name in (record.container_title, record.collection_title, record.event_title) if name]
    theirs = list(dict.fromkeys([*names, *found.containers]))
    if record.type == "article" or (not theirs and entry.type == "article"):
        theirs += filter(None, (record.archive, record.publisher))
    if not our or not theirs:
        return None
    best = max([likeness(our, their, gathering=_gathers(entry, our, record, their)) for their in theirs])
    return min(best, _DIFFERS) if _held_again(our, theirs) else best


def _gathers(entry: Work, our: str, record: Work, their: str) -> bool:
    """Whether the names may be two of one conference: not when a journal's name does not speak of a meeting."""
    if entry.type not in _BOOKS and record.type not in _BOOKS:
        return False
    journals = [name for work, name in ((entry, our), (record, their)) if work.type == "article-journal"]
    others = [name for work, name in ((entry, our), (record, their)) if work.type != "article-journal"]
    return not any(read(other).meets and not read(name).meets for name in journals for other in others)


def _held_again(our: str, theirs: Sequence[str]) -> bool:
    """Whether two names are of different years of a conference: by the year in them, else by its count (`12th`)."""
    for pattern in (_YEAR, _ORDINAL):
        ours, others = set(pattern.findall(our)), {each for their in theirs for each in pattern.findall(their)}
        if ours and others:
            return ours.isdisjoint(others)
    return False


@lru_cache(4096)
def likeness(one: str, other: str, *, gathering: bool = False) -> float:
    """How alike two names are: 1 for equal, from `AGREE` on for the same abbreviated, else how much they share.

    `gathering` tells that one of them is a conference's, which go under many names.
    """
    if one == other:
        return 1.0
    ours, theirs = read(one), read(other)
    if not ours.words or not theirs.words:
        return 0.0
    if ours.words == theirs.words or "".join(ours.words) == "".join(theirs.words):
        return 1.0
    if len(ours.words) == len(theirs.words) == 1 and not {one[-1:], other[-1:]} & {"."}:
        return 0.0  # names of one word are not abbreviated without a point: `Cancer` is not `Cancers`
    if _ASIDE.isdisjoint(set(ours.words) ^ set(theirs.words)):
        if abbreviates(ours.words, theirs.words) or misspelled(ours.words, theirs.words):
            return 0.95
        if any(
            len(head) > 1 and abbreviates(head, whole)
            for head, whole in ((ours.head, theirs.words), (theirs.head, ours.words))
        ):
            return 0.9
        if is_acronym(ours, theirs) or is_acronym(theirs, ours) or (gathering and same_gathering(ours, theirs)):
            return 0.9
    common = len(set(ours.words) & set(theirs.words))
    return min(_DIFFERS, round(2 * common / (len(ours.words) + len(theirs.words)), 2))
