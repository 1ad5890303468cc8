"""Whether two names are of one conference, which goes under many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.match.containers.names import PERIODICAL
from pubman.match.containers.shortening import abbreviates, shortens

if TYPE_CHECKING:
    from pubman.match.containers.names import Name

_ELSEWHERE = frozenset(
    "european asian asia pacific american african nordic chinese japanese indian latin north south applications joint"
    " students".split()
)
"""What makes of a conference another one, however much the rest is the same."""


def same_gathering(ours: Name, theirs: Name) -> bool:
    """Whether two names are of the same conference: by what they are about, or by its acronym."""
    if _a_journal(ours, theirs):
        return False
    if (ours.acronyms & theirs.initials) or (theirs.acronyms & ours.initials):
        return True
    if not _ELSEWHERE.isdisjoint({*ours.said} ^ {*theirs.said}):
        return False
    if ours.acronyms & theirs.acronyms:
        return True
    if not ours.core or not theirs.core:
        return False
    if abbreviates(ours.core, theirs.core):
        return True
    short, long = sorted((ours.core, theirs.core), key=len)
    if len(short) < 2:
        return short[0] in long and short[0] in ours.acronyms | theirs.acronyms
    rest = iter(long)
    return all(any(shortens(word, each) for each in rest) for word in short)


def _a_journal(ours: Name, theirs: Name) -> bool:
    """Whether one is the name of a journal and the other that of a conference."""
    if ours.meets == theirs.meets:
        return False
    return not PERIODICAL.isdisjoint(theirs.said if ours.meets else ours.said)
