"""Markers for a page that has none: in place of home-made ones, under the heading of the list, or at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.errors import InputError
from pubman.page.filling import line_ending
from pubman.page.lines import lines
from pubman.page.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.page.lines import Line

START, END = "pubman:start", "pubman:end"

_SUBJECTS = {
    "publication",
    "publications",
    "publist",
    "pubs",
    "paper",
    "papers",
    "bibliography",
    "bib",
    "bibtex",
    "论文",
}
_STARTS = {"start", "begin", "open"}
_ENDS = {"end", "stop", "finish", "close"}
_COMMENT = r" {0,3}(?:<!--+[ \t]*(?P<comment>.*?)[ \t]*--+>|\[//\]:[ \t]*#[ \t]*[(\"'](?P<definition>.*?)[)\"'])[ \t]*"
_HEADING = r" {0,3}#{1,6}[ \t]+(?P<title>.*?)(?:[ \t]+#+)?[ \t]*"
_UNDERLINE = r" {0,3}(?:=+|-+)[ \t]*"
_TITLE = (
    r"\b(?:publications?|papers|pubs|bibliography|publikationen|veröffentlichungen|publicaciones|publicações|"
    r"pubblicazioni|публикации)\b|论文|論文|出版|发表|發表|論著|业绩|業績|研究成果|논문"
)


def insert_markers(text: str, file: str = "") -> str:
    """The page with an empty block, unless it has one.

    Home-made markers (`<!-- PUBLICATIONS:START -->`) become pubman's around what they hold; else the block stands under
    the first heading such as Publications, Papers or 论文; else at the end. Raises InputError when the page has faulty
    markers, or a code fence or comment that stays open to its end.
    """
    reading = Reading(text, file)
    if reading.blocks() and not reading.problems:
        return text
    if reading.problems:
        raise InputError(f"{file}: its markers have faults; the page was left as it is", problems=reading.problems)
    open_lines = [line for line in lines(text) if not line.within]
    marked = _in_place(text, open_lines) or _under_heading(text, open_lines) or _at_end(text)
    again = Reading(marked, file)
    if len(again.blocks()) != 1 or again.problems:
        raise InputError(f"{file}: a code fence or comment is open to the end of the page", hint="close it first")
    return marked


def _in_place(text: str, open_lines: Sequence[Line]) -> str:
    pattern = re.compile(_COMMENT)
    start: tuple[Line, re.Match[str]] | None = None
    for line in open_lines:
        found = pattern.fullmatch(line.text)
        kind = _kind(found["comment"] or found["definition"] or "") if found else ""
        if found and kind == START:
            start = start or (line, found)
        elif found and kind == END and start:
            opening, first = start
            first_start, first_end = _extent(opening)
            start_, end = _extent(line)
            return (
                text[:first_start] + _written(START, first) + text[first_end:start_] + _written(END, found) + text[end:]
            )
    return ""


def _extent(line: Line) -> tuple[int, int]:
    """Where the text of a line starts and ends in the page, without the blanks around it."""
    return line.start + len(line.text) - len(line.text.lstrip()), line.start + len(line.text.rstrip())


def _kind(comment: str) -> str:
    """Which marker a comment is, by its words: PUBLICATIONS:START, begin papers, publications, /publications."""
    words = re.split(r"[\s:_-]+", comment.lower().strip().rstrip(":"))
    if len(words) > 3 or not _SUBJECTS.intersection(word.lstrip("/") for word in words):
        return ""
    if comment.strip().startswith("/") or _ENDS.intersection(words):
        return END
    return START if len(words) == 1 or _STARTS.intersection(words) else ""


def _written(word: str, found: re.Match[str] | None = None) -> str:
    return f"[//]: # ({word})" if found and found["definition"] is not None else f"<!-- {word} -->"


def _under_heading(text: str, open_lines: Sequence[Line]) -> str:
    heading, title = re.compile(_HEADING), re.compile(_TITLE, re.IGNORECASE)
    underline = re.compile(_UNDERLINE)
    for line, after in zip(open_lines, [*open_lines[1:], None], strict=False):
        found = heading.fullmatch(line.text)
        if found:
            words, last = found["title"], line
        elif after and after.number == line.number + 1 and underline.fullmatch(after.text) and line.text.strip():
            words, last = line.text.strip(), after
        else:
            continue
        if len(words) <= 60 and title.search(words):
            return _inserted(text, last.start + len(last.text.rstrip()))
    return ""


def _inserted(text: str, place: int) -> str:
    """The page with the block after the line that ends at a place, or soon after it."""
    ending = line_ending(text, [])
    rest = re.compile(r"[ \t]*(\r\n?|\n|\Z)").match(text, place)
    assert rest is not None  # noqa: S101
    place = rest.end()
    before, after = text[:place] + ("" if rest[1] else ending), text[place:]
    last = "" if not rest[1] else ending if not after or after[0] in "\r\n" else ending * 2
    return before + ending + _written(START) + ending * 2 + _written(END) + last + after


def _at_end(text: str) -> str:
    ending = line_ending(text, [])
    block = _written(START) + ending * 2 + _written(END)
    if not text.strip("\ufeff \t\r\n"):
        return text + block + ending
    closed = text.endswith(("\n", "\r"))
    blank = re.search(r"(?:\n|\r(?!\n))[ \t]*(?:\r\n?|\n)[ \t]*\Z", text)
    return text + ("" if blank else ending if closed else ending * 2) + block + (ending if closed else "")
