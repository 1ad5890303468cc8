"""Titles with and without their subtitles, subtitles first, and titles that were cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.match.titles.misspelled import slips_between
from pubman.match.titles.reading import WHOLE

if TYPE_CHECKING:
    from pubman.match.titles.reading import Title

_OTHER_WORK = frozenset(
    "addendum again amended another appendix continued continuation corrigenda discussion editorial errata extended"
    " extension extensions followup further introduction new part postscript preface rebuttal reconsidered reexamined"
    " rejoinder remarks replication reply response review revised revisited second sequel summary supplement"
    " supplementary third update updated version later".split()
)
"""In a short subtitle, these make it another work's; so do a number and a single word."""
_SPEAKS_OF_IT = frozenset(
    "addendum amendment appendix authors closure comment comments commentary corrections correction corrigenda"
    " corrigendum discussion errata erratum part protocol rebuttal rejoinder replication reply response retraction"
    " supplement supplementary".split()
)
"""At the beginning of a subtitle, however long, these make it another work's: `reply to the comment by A. One`."""
_COUNTS = frozenset("23456789")
_SHORT_END = 3
_LONG = 8
"""As many content words as a title needs that was cut within a word without saying so."""


def turned(one: Title, other: Title) -> bool:
    """Whether one has the other's subtitle before its title."""
    if len(one.words) != len(other.words) or not (one.breaks and other.breaks):
        return False
    return any(one.words[at:] + one.words[:at] == other.words for at in one.breaks)


def shorter(short: Title, long: Title) -> str:
    """How a shorter title stands for a longer one: without its subtitle, or cut; else nothing."""
    for ours, theirs, ends in ((short.words, long.words, long.breaks), (short.compounds, long.compounds, long.seams)):
        size = len(ours)
        if size > len(theirs):
            continue
        if size in ends and (ours == theirs[:size] or slips_between(ours, theirs[:size])):
            rest = theirs[size : min((end for end in ends if end > size), default=len(theirs))]
            if not _SPEAKS_OF_IT.isdisjoint(rest[:2]) or (rest and rest[0] in _COUNTS):
                return ""
            if len(rest) > _SHORT_END or (len(rest) > 1 and not rest[0].isdigit() and _OTHER_WORK.isdisjoint(rest)):
                return "the {}'s is without the subtitle"
        begins = ours[:-1] == theirs[: size - 1] and theirs[size - 1].startswith(ours[-1])
        unsaid = size >= _LONG and size < len(theirs) and ours[-1] != theirs[size - 1] and theirs[size - 1].isalpha()
        if begins and ((short.cut and size >= WHOLE) or unsaid):
            return "the {}'s is cut"
    return ""
