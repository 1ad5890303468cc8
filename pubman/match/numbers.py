"""Whether the volume and the first page agree, as far as both sides have them; and whether it is another issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pubman.work import Work

_RUN = re.compile(r"[^\W_]+")
_ROMAN = re.compile(r"(?=[mdclxvi])m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def compare(entry: Work, record: Work) -> tuple[tuple[str, bool], ...]:
    """The names of the numbers that both have, and whether they agree.

    That the issues are the same says little and is left out; that they differ within a volume, as those of a monthly
    column do, stands last.
    """
    agreed: list[tuple[str, bool]] = []
    if (ours := _volume(entry.volume)) and (theirs := _volume(record.volume)):
        agreed.append(("volume", ours == theirs))
    pages, others = _pages(entry), _pages(record)
    if pages and others:
        agreed.append(("page", not pages.isdisjoint(others)))
    if ("volume", True) in agreed and entry.issue and record.issue:
        issue, other = _issues(entry.issue), _issues(record.issue)
        if issue and other and issue.isdisjoint(other):
            agreed.append(("issue", False))
    return tuple(agreed)


def _volume(volume: str) -> str:
    """A volume as it is compared: `012`, `Vol. 12` and `XII` are 12."""
    found = _RUN.findall(volume.lower())
    found = [part for part in found if part not in ("vol", "volume", "no")]
    string = "-".join(found)
    if string.isdigit():
        return string.lstrip("0") or "0"
    return str(_value(string)) if string and _ROMAN.fullmatch(string) else string


def _value(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _issues(issue: str) -> frozenset[int]:
    """The numbers of an issue or of several (`3/4`, `3-5`), those between them as well; of one in words none."""
    found = [part for part in _RUN.findall(issue.lower()) if part not in ("no", "issue")]
    if not found or not all(part.isdecimal() and len(part) < 4 for part in found):
        return frozenset()
    first, last = int(found[0]), int(found[-1])
    return frozenset(range(min(first, last), max(first, last) + 1))


def _pages(work: Work) -> set[str]:
    """The first page and the article number, without the letters and zeros before their digits."""
    found = set()
    for string in (work.page, work.article_number):
        parts = _RUN.findall(string.lower())
        if parts:
            first = parts[0]
            found.add(first.lstrip("e0") or first)
    return found - {""}
