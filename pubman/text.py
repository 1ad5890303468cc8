"""Formatted text before any output format: a `Text` is a tuple of runs, each a string with marks.

Marks are bits, so a run can be emphasised and protected at once, and texts add up with `+`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

EMPH = 1
STRONG = 2
SUP = 4
SUB = 8
SMALLCAPS = 16
MATH = 32
CODE = 64
PROTECTED = 128
"""What BibTeX's braces meant: no change of case touches it."""


class Run(NamedTuple):
    """A stretch of text with the same marks; `link` is where it leads, or nothing."""

    string: str
    marks: int = 0
    link: str = ""


Text: TypeAlias = tuple[Run, ...]


def text(string: str, marks: int = 0, link: str = "") -> Text:
    """The text of one run; no run for an empty string."""
    return (Run(string, marks, link),) if string else ()


def plain(runs: Text) -> str:
    """The characters a reader sees."""
    return "".join([run.string for run in runs])


def mark(runs: Text, marks: int) -> Text:
    """The same text with more marks."""
    return tuple([Run(run.string, run.marks | marks, run.link) for run in runs])


def join(parts: Iterable[Text | str], separator: str) -> Text:
    """The parts with the separator between them; a missing part (empty) takes its separator along."""
    joined: list[Run] = []
    for part in parts:
        if part:
            if joined:
                joined.append(Run(separator))
            joined += (Run(part),) if isinstance(part, str) else part
    return tuple(joined)
