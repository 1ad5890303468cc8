"""Names as BibTeX reads them: `von Last, Jr, First`, with braces where it would cut a name elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex import names

if TYPE_CHECKING:
    from collections.abc import Callable

    from pubman.work import Name, Names


def written(people: Names, tex: Callable[[str], str]) -> str:
    """The people joined by `and`; `tex` writes a string as TeX."""
    found = [_person(person, tex) for person in people.people]
    return " and ".join(filter(None, [*found, "others" if people.others else ""]))


def _person(person: Name, tex: Callable[[str], str]) -> str:
    if person.literal and not person.family:
        return f"{{{literal}}}" if (literal := tex(person.literal)) else ""
    parts = [tex(part) for part in person[:4]]
    simple = _name(*parts, braced=False)
    return simple if _reads(simple, person) else _name(*parts, braced=True)


def _name(family: str, given: str, particle: str, suffix: str, *, braced: bool) -> str:
    if braced:
        family, given, suffix = (f"{{{part}}}" if _cuts(part) else part for part in (family, given, suffix))
        family = f"{{{family}}}" if family and not family.startswith("{") else family
    last = f"{particle} {family}".strip()
    return ", ".join(filter(None, (last, suffix, given)))


def _cuts(part: str) -> bool:
    return bool(re.search(r"[,;]|\band\b|\bothers\b|=", part, re.IGNORECASE))


def _reads(written: str, person: Name) -> bool:
    """Whether the name as written is read as the name it was."""
    again = names.split(written)
    if again.others or len(again.people) != 1:
        return False
    return [_letters(part) for part in again.people[0]] == [_letters(part) for part in person]


def _letters(part: str) -> str:
    return "".join(character for character in part if character.isalnum())
