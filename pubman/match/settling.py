"""What follows from the evidence for all candidates: one is the work, none is, or nobody can tell which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.match.evidence import Verdict

if TYPE_CHECKING:
    from pubman.match.evidence import Evidence
    from pubman.queries import Found


def settle(judged: list[tuple[Found, Evidence]]) -> Verdict:
    """The one that meets all rules, or is better than all others that do; with the evidence for each, best first."""
    judged.sort(key=lambda pair: _order(pair[1]))
    passing = _undominated([pair for pair in judged if pair[1].passes])
    if len(passing) == 1:
        return Verdict("matched", passing[0][0], tuple(judged))
    near = any(evidence.near for _, evidence in judged)
    return Verdict("ambiguous" if passing or near else "no-match", None, tuple(judged))


def _order(evidence: Evidence) -> tuple[bool, bool, float]:
    return not evidence.passes, not evidence.near, -evidence.title - evidence.authors


def _undominated(passing: list[tuple[Found, Evidence]]) -> list[tuple[Found, Evidence]]:
    """Those that no other is better than in what the entry says."""
    return [pair for pair in passing if not any(_better(other[1], pair[1]) for other in passing)]


def _better(one: Evidence, other: Evidence) -> bool:
    """Whether one has what the entry says and the other has not: the whole title, the container, both numbers."""
    ours, theirs = _strength(one), _strength(other)
    return ours != theirs and all(our >= their for our, their in zip(ours, theirs, strict=True))


def _strength(evidence: Evidence) -> tuple[bool, bool, bool]:
    differs = any(not agrees for _, agrees in evidence.numbers)
    return evidence.exact, evidence.container is not None, not differs
