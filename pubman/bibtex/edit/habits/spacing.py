"""What stands between an entry's tokens: ends of lines, blanks and remarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex.edit.habits.majority import most

if TYPE_CHECKING:
    from pubman.bibtex.scan.source import Block, Source

EOL = re.compile(r"\r\n|\n|\r")


def in_lines(text: str, eol: str) -> str:
    """The text with every end of line like this one."""
    return EOL.sub(eol, text) if eol != "\n" or "\r" in text else text


def eol_of(text: str) -> str:
    """The end of line that most of the lines have; LF where there is none."""
    found = EOL.findall(text)
    return most(found) if found else "\n"


def first_eol(text: str) -> str:
    """The first end of line, or nothing."""
    found = EOL.search(text)
    return found[0] if found else ""


def blanks(space: str) -> str:
    """White space as BibTeX knows it: a no-break space, which is none to it, becomes a blank."""
    return space if not space.strip(" \t") else "".join(each if each == "\t" else " " for each in space)


def without_remarks(gap: str) -> str:
    """What stands between two tokens but for its remarks."""
    return re.sub(r"%[^\r\n]*", "", gap) if "%" in gap else gap


def leads(source: Source, block: Block) -> list[str]:
    """What stands before each field, remarks left out."""
    text = source.text
    ends = [block.key_span[1], *(field.end for field in block.fields)]
    return [without_remarks(text[end : field.name_start]) for end, field in zip(ends[:-1], block.fields, strict=True)]


def closing(tail: str) -> str:
    """What stands before the closing delimiter, behind commas and remarks."""
    parts = EOL.split(tail)
    last = parts[-1].rpartition(",")[2]
    return "\n" + blanks(last) if len(parts) > 1 else blanks(last)
