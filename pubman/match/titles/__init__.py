"""How alike two titles are: equal, nearly (slips), one without the other's subtitle or end, or others."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from pubman.match.titles.misspelled import slipped
from pubman.match.titles.reading import STOP, WHOLE, Title, number, read
from pubman.match.titles.subtitles import shorter, turned

__all__ = ["STOP", "WHOLE", "Likeness", "Title", "compare", "number", "overlap", "read"]

How: TypeAlias = Literal["same", "nearly", "shorter", "other"]

_ASIDE = frozenset(("poster", "demo"))
_BESIDE = _ASIDE | {"abstract", "extended abstract", "student abstract", "extended version", "full version"}
"""Tags of records that are published beside the paper itself; of an entry, only the first two are one."""


class Likeness(NamedTuple):
    """How alike two titles are: 1 to 0, how, in words, and how many content words both have."""

    score: float
    how: How
    note: str
    words: int
    tagged: bool = False
    """Whether one of them alone has a tag behind it: `(Invited)`."""
    beside: bool = False
    """Whether that tag tells of what is published beside a paper: `(Poster)`."""


def compare(entry: str, record: str) -> Likeness:
    """How alike an entry's title and a record's are."""
    one, other = read(entry), read(record)
    count = min(one.content, other.content)
    tagged = one.tag != other.tag
    beside = tagged and (other.tag in _BESIDE or one.tag in _ASIDE)
    if not one.words or not other.words:
        same = bool(one.letters) and one.letters == other.letters
        return Likeness(float(same), "same" if same else "other", "the same" if same else "no words to compare", count)
    if one.letters == other.letters or one.words == other.words or "".join(one.words) == "".join(other.words):
        exact = one.letters == other.letters
        return Likeness(1.0, "same", "the same" if exact else "the same but for small words", count, tagged, beside)
    if slip := slipped(one, other):
        return Likeness(0.98, "nearly", f"the same but for {slip}", count, tagged, beside)
    if turned(one, other):
        return Likeness(0.98, "nearly", "the same, subtitle first", count, tagged, beside)
    if note := shorter(one, other) or shorter(other, one):
        which = "entry" if len(one.words) < len(other.words) else "record"
        return Likeness(0.96, "shorter", note.format(which), count, tagged, beside)
    return Likeness(overlap(one.words, other.words), "other", _difference(one.words, other.words), count)


def overlap(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Twice what they have in common by what they have: Dice's coefficient, below what counts as equal."""
    rest = list(theirs)
    common = 0
    for word in ours:
        if word in rest:
            rest.remove(word)
            common += 1
    return min(0.94, round(2 * common / max(1, len(ours) + len(theirs)), 2))


def _difference(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """The words that only one of them has, as far as a line holds them."""
    mine = [word for word in ours if word not in theirs]
    yours = [word for word in theirs if word not in ours]
    if not mine and not yours:
        return "the same words in another order or number"
    if len(mine) + len(yours) > 6:
        return "another title"
    sides = (("entry", mine), ("record", yours))
    return "; ".join([f"only the {side} has {', '.join(only)}" for side, only in sides if only])
