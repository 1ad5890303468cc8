"""Which types of works can be the same publication under the habits of those who type and of those who register."""

from __future__ import annotations

_JOURNAL = frozenset(["article-journal", "article-magazine", "article-newspaper"])
_CHAPTER = frozenset(["paper-conference", "chapter"])
_LOOSE = frozenset(["document", "webpage", "manuscript"])
NO_WORK = frozenset(
    "journal journal-issue journal-volume journal-series peer-review component grant book-set book-series"
    " proceedings-series report-series standard-series report-component".split()
)
"""Records that are no work anybody cites for a title like this."""


def alike(entry: str, record: str) -> bool:
    """Whether the types are the same, or two that one publication often has."""
    return entry == record or (entry in _JOURNAL and record in _JOURNAL) or (entry in _CHAPTER and record in _CHAPTER)


def near(entry: str, record: str) -> bool:
    """Whether they can be the same when the container says so.

    Proceedings come out as journals, and what an entry of no type is, its journal tells.
    """
    placed = _JOURNAL | _CHAPTER
    return record in placed and (entry in placed or entry in _LOOSE)
