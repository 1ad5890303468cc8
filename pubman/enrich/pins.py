"""Fields that are the owner's: pinned by a comment, by the configuration, or by an edit of what was fetched.

A comment before an entry pins fields of that entry, `all` every one of them:

    % pubman: pin=title, pages
    @article{...

The configuration pins by the entry's key, in which `*` stands for anything:

    [pin]
    "*" = ["title"]
    "zhao2019*" = ["all"]
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pubman.enrich.changes import says

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pubman.bibtex.entry import Entry
    from pubman.bibtex.scan.source import Source
    from pubman.enrich.changes import Change

ALL = "all"
_COMMENT = re.compile(r"pubman:[ \t]*pin\b[ \t]*=?[ \t]*([^\r\n}]*)")
_NONE: Mapping[str, str] = MappingProxyType({})


class Pins(NamedTuple):
    """The fields of one entry that stay: `named` come what may, `fetched` where they are no longer what was fetched."""

    named: frozenset[str] = frozenset()
    fetched: Mapping[str, str] = _NONE

    def hold(self, change: Change, *, named: bool = False) -> bool:
        """Whether a change must not be made; `named` where the user asks for this very field."""
        if change.field in self.named or ALL in self.named:
            return True
        fetched = self.fetched.get(change.field)
        return fetched is not None and change.old != "" and not says(change.old, fetched) and not named


NOTHING = Pins()


def in_comments(source: Source) -> dict[int, frozenset[str]]:
    """The fields that comments pin, by the place where the entry behind each starts."""
    if "pubman:" not in source.text:
        return {}
    found: dict[int, frozenset[str]] = {}
    pending: set[str] = set()
    for block in source.blocks:
        if block.kind == "comment":
            for comment in _COMMENT.finditer(source.text, block.start, block.end):
                pending.update(comment[1].replace(",", " ").lower().split())
        elif block.kind in ("entry", "error"):
            if pending:
                found[block.start] = frozenset(pending)
            pending = set()
    return found


def of(
    entry: Entry,
    comments: Mapping[int, frozenset[str]],
    configured: Mapping[str, Sequence[str]] = MappingProxyType({}),
    fetched: Mapping[str, str] = _NONE,
) -> Pins:
    """The pins of an entry, of its file's comments, the configuration and the values that were fetched for it."""
    named: set[str] = set(comments.get(entry.block.start, ()))
    for pattern, fields in configured.items():
        if fnmatchcase(entry.key.casefold(), pattern.casefold()):
            named.update(map(str.lower, fields))
    return Pins(frozenset(named), fetched)
