"""Case files: what a person can read and add to.

    ##### what is shown
    the input, as many lines as it takes
    =>
    the output

A case may have more than two parts. An empty or unreadable case is refused: it would test nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from pathlib import Path


class Case(NamedTuple):
    title: str
    parts: tuple[str, ...]
    place: str


def read(path: Path) -> list[Case]:
    """The cases of one file, in order."""
    head, *chunks = ("\n" + path.read_text("utf-8")).split("\n##### ")
    if head.strip() and not head.strip().startswith("//"):
        raise ValueError(f"{path}: text before the first case (start a remark with //)")
    cases, line = [], head.count("\n") + 1
    for chunk in chunks:
        title, _, body = chunk.partition("\n")
        parts = tuple(part.strip("\n") for part in ("\n" + body + "\n").split("\n=>\n"))
        if len(parts) < 2 or not title.strip() or not parts[0].strip():
            raise ValueError(f"{path}:{line}: a case needs a title, an input, a line `=>` and an output")
        cases.append(Case(title.strip(), parts, f"{path.name}:{line}"))
        line += chunk.count("\n") + 1
    if not cases:
        raise ValueError(f"{path}: no case")
    return cases


def cases(folder: Path, pattern: str = "*.cases") -> pytest.MarkDecorator:
    """Parametrise a test with `case` over every case file of a folder."""
    found = [case for path in sorted(folder.glob(pattern)) for case in read(path)]
    if not found:
        raise ValueError(f"{folder}: no case file {pattern}")
    return pytest.mark.parametrize("case", found, ids=[f"{case.place} {case.title}" for case in found])
