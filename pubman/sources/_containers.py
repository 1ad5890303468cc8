"""What a work stands in: services list a journal under two names, a book and its series in either order."""

from __future__ import annotations

import re

_SERIES = re.compile(
    r"lecture notes|studies in|communications in computer|series\b|springerbriefs|methods in|topics in|progress in"
    r"|springer (?:proceedings|series|tracts|theses|texts|optimization|handbooks)|advances in|(?:under)?graduate texts"
    r"|monographs|contributions to|contemporary mathematics|ifip advances|nato |smart innovation|unitext|textbooks"
    r"|library|handbook of |procedia|proceedings of symposia|annals of|research notes|perspectives (?:in|on)"
    r"|conference proceedings$|mathematics and its applications|surveys and|understanding complex",
    re.IGNORECASE,
)
_SURELY_SERIES = re.compile(
    r"lecture notes in|communications in computer and information|springerbriefs|proceedings of symposia|series in"
    r"|\bseries$|^studies in|^methods in|conference (?:proceedings|series)$|^contemporary mathematics|ifip advances"
    r"|^springer |^spie proceedings$|^proceedings of spie$",
    re.IGNORECASE,
)
_BOOK = re.compile(
    r"\b(?:proceedings of the|conference|workshop|symposium|volume|vol\.|part [a-z0-9]+\b|handbook)"
    r"|\b(?:19|20)\d\d\b|[:–]",
    re.IGNORECASE,
)


def journal(names: list[str]) -> str:
    """The full name among a journal's names: the longest one that is made of words."""
    return max(names, key=lambda name: (" " in name or not name.isascii(), len(name)), default="")


def book(names: list[str]) -> tuple[str, str]:
    """The book and its series: today's records name the series first, older ones last, so its words decide."""
    if len(names) < 2:
        return (names[0] if names else ""), ""
    first, second = names[0], names[1]
    return (first, second) if _likeness(second) > _likeness(first) else (second, first)


def _likeness(name: str) -> int:
    """How much a title looks like that of a series."""
    likeness = 3 if _SURELY_SERIES.search(name) else 1 if _SERIES.search(name) else 0
    return likeness - (1 if _BOOK.search(name) else 0)


def with_acronym(name: str, acronym: str) -> str:
    """ACM writes `Proceedings of ... Management - NDM '15`; the acronym belongs in parentheses."""
    head, dash, tail = name.rpartition(" - ")
    if dash and tail and (tail == acronym or re.fullmatch(r"[A-Z][\w/&-]{1,14} ?[’'](?:\d\d)", tail)):
        return f"{head.rstrip()} ({tail})"
    return name
