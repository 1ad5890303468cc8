"""Writing into the blocks of a page: lists between the markers, options into them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pubman.errors import InputError, UsageError
from pubman.page.lines import Line
from pubman.page.markers import marker, tokens
from pubman.page.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pubman.page.reading import Block

RISKY = ("```", "~~~", "<!--", "[//]", "pubman:")
"""What a body must hold before it can break the page's own markers."""

_ENTRY = re.compile(
    r"^[ \t]*(?:<[^<>\n]*>[ \t]*)*(?:\\?\[|&#91;)[^\[\]\n]{0,200}?\d(?:\\?\]|&#93;)|^[ \t]*\\bibitem\b",
    re.MULTILINE,
)
_HAND_MADE = r"(?mi)^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+\S|<li\b"
_ROW = re.compile(r"[^\r\n]*")
_BARE = r"[^\s\"'`<>()\\]+(?<!-)"


def fill(text: str, blocks: Sequence[Block], bodies: Sequence[str]) -> str:
    """The page with each block's body replaced: marker, blank line, body, blank line, marker.

    Line endings are those of most lines outside the blocks. Filling again with the same bodies changes nothing. Raises
    InputError for a body that would end its block, or be read as another one.
    """
    parts, at, ending = [], 0, line_ending(text, blocks)
    laid_out = []
    for block, body in zip(blocks, bodies, strict=True):
        lone = text[block.body[0] - 1] == "\r"  # a line feed behind it would become one with it
        laid_out.append(_laid_out(body, "\r" if lone else ending))
        parts += [text[at : block.body[0]], laid_out[-1]]
        at = block.body[1]
    filled = "".join([*parts, text[at:]])
    if any(sign in body for body in bodies for sign in RISKY):
        reading = Reading(filled, "")
        lengths = [end - start for start, end in (block.body for block in reading.blocks())]
        if reading.problems or lengths != list(map(len, laid_out)):
            raise InputError(
                "the list holds what would break the markers or code fences of the page; nothing was written"
            )
    return filled


def line_ending(text: str, blocks: Sequence[Block]) -> str:
    """The line ending of most lines outside the blocks."""
    parts, at = [], 0
    for block in blocks:
        parts.append(text[at : block.body[0]])
        at = block.body[1]
    outside = "".join([*parts, text[at:]])
    both = outside.count("\r\n")
    counts = {"\n": outside.count("\n") - both, "\r\n": both, "\r": outside.count("\r") - both}
    return max(counts, key=lambda ending: counts[ending])


def _laid_out(body: str, ending: str) -> str:
    rows = body.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    if rows == [""]:
        return ending
    return ending + ending.join(rows) + ending + ending


def count(body: str) -> int:
    """How many entries a body holds: those pubman numbered, else a hand-made list's items, else its paragraphs."""
    body = body.replace("\r\n", "\n").replace("\r", "\n").strip()
    if body[:1] == "[" and body[1:].lstrip()[:1] == "{":  # JSON
        return body.count('"number":')
    paragraphs = re.split(r"\n[ \t]*\n\s*", body) if body else []
    return len(_ENTRY.findall(body)) or len(re.findall(_HAND_MADE, body)) or len(paragraphs)


def shrunken(old: int, new: int) -> bool:
    """Whether a list of `old` entries that becomes one of `new` loses all, or two at least and more than a fifth."""
    lost = old - new
    return lost > 0 and (new == 0 or (lost >= 2 and lost * 5 > old))


def set_options(text: str, blocks: Sequence[Block], chosen: Mapping[str, Any]) -> str:
    """The page with these options written into the start marker of each of its blocks; raises as `set_option`."""
    for block in reversed(blocks):
        for name, value in chosen.items():
            text = set_option(text, block, name, value)
    return text


def set_option(text: str, block: Block, name: str, value: Any) -> str:
    """The page with an option written into the block's start marker, the rest of the marker as it is.

    Raises UsageError for a value that a marker of this form cannot hold.
    """
    written = ";".join(value) if isinstance(value, list | tuple) else str(value)
    start = block.marker[0]
    row = _ROW.match(text, start)
    found = marker(Line(block.line, start, row[0], "")) if row else None
    assert found is not None  # noqa: S101
    for token in tokens(found):
        if token.name == name and token.value is not None:
            if token.value == written:
                return text
            return text[: token.start] + _option(name, written, block.form) + text[token.end :]
    place = found.words_start + len(found.words.rstrip())
    return f"{text[:place]} {_option(name, written, block.form)}{text[place:]}"


def _option(name: str, value: str, form: str) -> str:
    quote = '"' if '"' not in value else "'"
    option = f"{name}={value}" if re.fullmatch(_BARE, value) else f"{name}={quote}{value}{quote}"
    wrong = ["-->", "--!>"] if form == "comment" else ["(", ")", "\\"]
    if quote in value or not value.isprintable() or any(sign in value for sign in wrong):
        where = "between <!-- and -->" if form == "comment" else "in [//]: # (...)"
        raise UsageError(
            f'option "{name}": this value cannot stand in a marker {where}',
            hint="set it in pubman.toml",
        )
    return option
