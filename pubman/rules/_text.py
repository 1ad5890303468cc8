"""Values as the rules look at them."""

from __future__ import annotations

import re

PRINTED = (
    "title",
    "subtitle",
    "booktitle",
    "booksubtitle",
    "maintitle",
    "eventtitle",
    "journal",
    "journaltitle",
    "series",
    "author",
    "editor",
    "translator",
    "publisher",
    "organization",
    "institution",
    "school",
    "address",
    "location",
    "venue",
    "note",
    "howpublished",
    "addendum",
    "edition",
    "type",
)
"""The fields whose text a reader sees."""

PLACEHOLDERS = frozenset(["", "null", "none", "n/a", "undefined"])
"""What exports write where they know nothing."""

HIDDEN = "\x00"
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
LONGEST = 60


def outside(tex: str) -> str:
    r"""The value with everything in braces hidden behind NULs, the braces too: as long as before, so offsets stay."""
    if "{" not in tex:
        return tex
    pieces: list[str] = []
    depth = start = 0
    for brace in _BRACE.finditer(tex):
        if brace[0] == "{":
            if not depth:
                pieces.append(tex[start : brace.start()])
                start = brace.start()
            depth += 1
        elif brace[0] == "}" and depth:
            depth -= 1
            if not depth:
                pieces.append(HIDDEN * (brace.end() - start))
                start = brace.end()
    pieces.append(HIDDEN * (len(tex) - start) if depth else tex[start:])
    return "".join(pieces)


def quoted(value: str) -> str:
    """A value for a message: on one line, in quotes, not endless."""
    line = " ".join(value.split())
    return f"'{line}'" if len(line) <= LONGEST else f"'{line[: LONGEST - 1]}…'"
