"""How the cases write a formatted text: `‹em Nature›`, `‹strong+em M. Zhao›`, `‹link:https://example.org here›`.

Marks: em, strong, sup, sub, caps, math, code, keep (protected). `‹U+202E›` is the character of that number.
A line is a reference, numbered from 1; a line `== 2020 ==` begins a group, a line `options: links=none` sets options,
`label: J` what stands before the numbers.
"""

from __future__ import annotations

import re
from typing import Any

from pubman import text
from pubman.options import Options
from pubman.references import Group, Reference
from pubman.text import Run, Text

MARKS = {
    "em": text.EMPH,
    "strong": text.STRONG,
    "sup": text.SUP,
    "sub": text.SUB,
    "caps": text.SMALLCAPS,
    "math": text.MATH,
    "code": text.CODE,
    "keep": text.PROTECTED,
}
PIECE = re.compile(r"‹([a-z+]*)(?::([^ ›]*))? ([^›]*)›|([^‹]+)")


def characters(line: str) -> str:
    """The line with every `‹U+XXXX›` as its character."""
    return re.sub(r"‹U\+([0-9A-F]+)›", lambda found: chr(int(found[1], 16)), line)


def read(line: str) -> Text:
    """The text of one line."""
    runs = []
    line = characters(line)
    at = 0
    while at < len(line):
        found = PIECE.match(line, at)
        if found is None:
            raise ValueError(f"no piece of a text: {line[at:]!r}")
        at = found.end()
        names, link, inner, bare = found.groups()
        if bare is not None:
            runs.append(Run(bare))
        else:
            marks = sum(MARKS[name] for name in names.split("+") if name and name != "link")
            runs.append(Run(inner, marks, link or ""))
    return tuple(runs)


def listing(lines: str) -> tuple[list[Group], Options]:
    """The groups and options that the lines of a case describe."""
    groups: list[tuple[str, list[Reference]]] = []
    settings: dict[str, Any] = {}
    number, before = 0, ""
    for line in lines.split("\n"):
        if heading := re.fullmatch(r"== (.+) ==", line):
            groups.append((characters(heading[1]), []))
        elif line.startswith("options: "):
            for setting in line.removeprefix("options: ").split():
                name, value = setting.split("=")
                settings[name] = int(value) if value.isdigit() else value
        elif line.startswith("label: "):
            before = line.removeprefix("label: ")
        else:
            number += 1
            if not groups:
                groups.append(("", []))
            groups[-1][1].append(Reference(f"k{number}", number, f"[{before}{number}]", "article", read(line)))
    return [Group(heading, tuple(references)) for heading, references in groups], Options(**settings)
