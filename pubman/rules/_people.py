"""Lists of names as they are written."""

from __future__ import annotations

import re

from pubman.rules._text import outside

ROLES = ("author", "editor", "translator", "bookauthor")
_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)


def people(tex: str) -> list[tuple[str, str]]:
    """Each name between the `and`s outside braces: as written, and with what is in braces hidden."""
    free = outside(tex)
    found = []
    start = 0
    for joint in _AND.finditer(free):
        found.append((tex[start : joint.start()], free[start : joint.start()]))
        start = joint.end()
    return [*found, (tex[start:], free[start:])]
