"""A title all in capitals: nobody can tell its acronyms from its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.rules import Bibliography, Finding
from pubman.rules._capitals import shouted
from pubman.rules._text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields `title` and `booktitle`."""
    for entry, name, value in bib.own(("title", "booktitle")):
        if plain := shouted(value):
            yield Finding(entry, name, f"the {name} {quoted(plain)} is all in capitals; write it as one reads it")
