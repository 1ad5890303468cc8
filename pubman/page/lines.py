"""The lines of a page that are its text: neither front matter, nor in a code fence, nor in a comment of several lines.

CommonMark 0.31.2, sections 2.1 (line endings), 4.5 (fenced code blocks), 4.6 (HTML blocks, types 1 and 2), 5.1 and 5.2
(quotes and list items end with their fences).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = r"((?: {0,3}>[ \t]?| {0,3}(?:[-+*]|\d{1,9}[.)])(?: {1,4}|\t))*) {0,3}(?P<fence>`{3,}(?=[^`]*$)|~{3,})"
_QUOTE = r" {0,3}> ?"
_OPENERS = frozenset("`~>-+*0123456789<")
"""What can begin a line that opens something."""

_RAW = r"(?i) {0,3}<(?:pre|script|style|textarea)(?=[\s>]|$)"
_RAW_END = r"(?i)</(?:pre|script|style|textarea)>"

_FRONT = {"---": ("---", "..."), "+++": ("+++",), "{": ("}",)}
"""Front matter in YAML, TOML and JSON (Hugo): the first line of the page, and what closes it."""


class Line(NamedTuple):
    """A line without its ending: its number from 1, where it starts, its text, and what it stands in, or nothing."""

    number: int
    start: int
    text: str
    within: str


def lines(text: str, word: str = "") -> Iterator[Line]:
    """Every line of the text, or every one that holds a word (in lower case; any case is found).

    `within` is `front matter`, `code fence` or `comment`, with the line that opens it.
    """
    rows = text.replace("\r\n", " \n").replace("\r", "\n").split("\n")  # as long as the text, so places stay right
    start = int(text.startswith("\ufeff"))
    rows[0] = rows[0][start:]
    front = _front_matter(rows)
    state: _Fence | _Comment | _Raw | None = None
    for number, row in enumerate(rows, 1):
        if number <= front:
            within = "front matter"
        else:
            if state and state.left_by(row):
                state = None
            if state:
                within = state.place
                state = None if state.closed_by(row) else state
            else:
                state = _opened(row, number) if row.lstrip(" ")[:1] in _OPENERS else None
                within = state.place if isinstance(state, _Fence) else ""
        if not word or word in row.lower():
            yield Line(number, start, row, within)
        start += len(row) + 1


def _front_matter(rows: list[str]) -> int:
    """How many lines at the top are front matter; none when it is never closed."""
    closing = _FRONT.get(rows[0].rstrip(" \t"))
    if closing:
        for number, row in enumerate(rows[1:], 2):
            if row.rstrip(" \t") in closing:
                return number
    return 0


class _Comment:
    """An HTML comment that its own line does not close."""

    def __init__(self, number: int) -> None:
        self.place = f"comment of line {number}"

    def left_by(self, _: str) -> bool:
        return False

    def closed_by(self, row: str) -> bool:
        return "-->" in row


class _Raw:
    """A block of HTML in which nothing is Markdown: no fence, no comment; a marker is one still."""

    place = ""

    def left_by(self, _: str) -> bool:
        return False

    def closed_by(self, row: str) -> bool:
        return re.search(_RAW_END, row) is not None


class _Fence:
    """An open code fence, in as many quotes as `depth` and in a list item whose text starts at `indent`."""

    def __init__(self, number: int, fence: str, depth: int, indent: int) -> None:
        self.place = f"code fence of line {number}"
        self.sign, self.length, self.depth, self.indent = fence[0], len(fence), depth, indent

    def inner(self, row: str) -> str | None:
        """The row without the signs of its quotes and list item, or nothing when it is no longer in them."""
        for _ in range(self.depth):
            quote = re.match(_QUOTE, row)
            if not quote:
                return None
            row = row[quote.end() :]
        if row.strip() and len(row) - len(row.lstrip(" ")) < self.indent:
            return None
        return row[self.indent :]

    def left_by(self, row: str) -> bool:
        return self.inner(row) is None

    def closed_by(self, row: str) -> bool:
        inner = (self.inner(row) or "").rstrip(" \t")
        closing = inner.lstrip(" ")
        return len(inner) - len(closing) < 4 and len(closing) >= self.length and not closing.strip(self.sign)


def _opened(row: str, number: int) -> _Fence | _Comment | _Raw | None:
    """The fence, comment or raw HTML that a line of text opens, or nothing."""
    head = row.lstrip(" ")
    if head.startswith("<!--"):
        return _Comment(number) if len(row) - len(head) < 4 and "-->" not in head[2:] else None
    if head.startswith("<"):
        return _Raw() if re.match(_RAW, row) and not re.search(_RAW_END, row) else None
    found = re.match(_FENCE, row) if "```" in row or "~~~" in row else None
    if not found:
        return None
    signs, fence = found[1], found["fence"]
    depth, item = signs.count(">"), signs[signs.rfind(">") + 1 :]
    indent = len(item[1:] if depth and item[:1] in (" ", "\t") else item)
    return _Fence(number, fence, depth, indent)
