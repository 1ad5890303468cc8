"""What the comments of a .bib switch off, and what is wrong with such a comment."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pubman.lint.known import ALL, names, said_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pubman.bibtex.scan.source import Source
    from pubman.errors import Problem

_COMMENT = re.compile(r"pubman:[ \t]*(disable(?:-file)?)\b[ \t]*=?[ \t]*([^\r\n}]*)")
SUGGESTED = 20
"""For as many wrong names of a file a near one is looked up."""


class Off:
    """What is switched off: `names` everywhere, and what the comments of these sources say."""

    def __init__(self, sources: Sequence[Source], names: Collection[str] = ()) -> None:
        self.names = frozenset(names)
        self.files = {source.file: _of_comments(source) for source in sources}

    def everywhere(self, name: str) -> bool:
        """Whether a name is off in all files."""
        return name in self.names or ALL in self.names

    def at(self, name: str, file: str, line: int) -> bool:
        """Whether a name is off at a line of a file."""
        return self.everywhere(name) or (file in self.files and self.files[file].holds(name, line))

    def unknown(self) -> list[Problem]:
        """The comments that name what there is not."""
        return [problem for comments in self.files.values() for problem in comments.unknown]


class _Comments(NamedTuple):
    """What the comments of one file switch off: for all of it, and for entries by the lines they start and end in."""

    whole: frozenset[str] = frozenset()
    entries: tuple[tuple[int, int, frozenset[str]], ...] = ()
    unknown: tuple[Problem, ...] = ()

    def holds(self, rule: str, line: int) -> bool:
        """Whether a rule is off at a line."""
        if rule in self.whole or ALL in self.whole:
            return True
        at = bisect_right(self.entries, line, key=lambda entry: entry[0]) - 1
        while at >= 0 and self.entries[at][1] >= line:  # a comment ends its line, so of these there are two at most
            if rule in self.entries[at][2] or ALL in self.entries[at][2]:
                return True
            at -= 1
        return False


def _of_comments(source: Source) -> _Comments:
    """The switches of a file's comments between entries."""
    if "pubman:" not in source.text:
        return _Comments()
    known = {*names(), ALL}
    whole: set[str] = set()
    pending: set[str] = set()
    entries: list[tuple[int, int, frozenset[str]]] = []
    unknown: list[Problem] = []
    for block in source.blocks:
        if block.kind == "comment":
            for found in _COMMENT.finditer(source.text, block.start, block.end):
                rules = set(found[2].replace(",", " ").split())
                wrong = sorted(rules - known) or [""] * (not rules)
                said = [said_of(name, known if len(unknown) < SUGGESTED else ()) for name in wrong]
                unknown += [source.problem(found.start(), "unknown-rule", "warning", message) for message in said]
                (whole if found[1] == "disable-file" else pending).update(rules & known)
        elif block.kind in ("entry", "error") and pending:
            entries.append((source.line(block.start), source.line(block.end - 1), frozenset(pending)))
            pending = set()
    return _Comments(frozenset(whole), tuple(entries), tuple(unknown))
