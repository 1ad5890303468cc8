"""Findings while a file is read: kept as offsets, told as `Problem`s, and not endless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from pubman.bibtex.scan.source import Source
    from pubman.errors import Problem

Severity: TypeAlias = Literal["error", "warning"]

LIMIT = 100
"""As many findings of one rule as are told one by one."""


class Fault(NamedTuple):
    """A finding at an offset."""

    offset: int
    rule: str
    message: str
    severity: Severity = "error"


class Unreadable(Exception):  # noqa: N818 - it never leaves the scanner
    """What cannot be read on; `ends` where the file's end was met while something was open."""

    def __init__(self, offset: int, message: str, *, ends: bool = False) -> None:
        super().__init__(message)
        self.fault = Fault(offset, "unclosed" if ends else "syntax", message)
        self.ends = ends


def told(faults: list[Fault], source: Source) -> list[Problem]:
    """The findings in the order of the file; of one rule at most LIMIT, and one more that counts the rest."""
    kept: list[Problem] = []
    seen: dict[str, list[Fault]] = {}
    for fault in sorted(faults, key=lambda fault: fault.offset):
        same = seen.setdefault(fault.rule, [])
        same.append(fault)
        if len(same) <= LIMIT:
            kept.append(source.problem(fault.offset, fault.rule, fault.severity, fault.message))
    for rule, same in seen.items():
        if rest := same[LIMIT:]:
            worst: Severity = "error" if any(fault.severity == "error" for fault in rest) else "warning"
            last = source.line(rest[-1].offset)
            message = f"{rest[0].message} (and {len(rest) - 1} more like it, to line {last})"
            kept.append(source.problem(rest[0].offset, rule, worst, message))
    return sorted(kept, key=lambda problem: (problem.line, problem.column))
