"""Acronyms and words with inner capitals that stand outside braces: styles in sentence case lower them.

BibTeX's `change.case$` ("Designing BibTeX Styles", section 4) keeps the first letter, the first after a colon, and what
is in braces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.rules import Bibliography, Finding
from pubman.rules._capitals import shouted
from pubman.rules._text import HIDDEN, outside

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = frozenset(
    "article inproceedings conference incollection techreport report mastersthesis phdthesis thesis unpublished misc"
    " online".split()
)
"""The types whose titles are set in sentence case."""

_INNER = re.compile(r"[\w\x00][A-Z]|[A-Z]\.[A-Z]")
_GROUP = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_][^\W_\x00]*|\x00+[^\W_]+", re.ASCII)
_SKIPPED = re.compile(r"\$[^$]*\$|\\[A-Za-z]+[\s\x00]*|\\.|https?://\S+", re.DOTALL)
SHOWN = 4
LONGEST = 2000
"""As many characters as no title has."""


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields `title` of what styles set in sentence case."""
    for entry, name, value in bib.own(("title",)):
        if entry.type not in TYPES or len(value) > LONGEST:
            continue
        if not _INNER.search(_GROUP.sub(HIDDEN, value)):
            continue
        free = outside(value)
        if not _INNER.search(free) or shouted(value):
            continue
        spans = [span for span in _spans(free) if value[slice(*span)] not in bib.words]
        if spans:
            words = list(dict.fromkeys(free[start:end].strip(HIDDEN) for start, end in spans))
            shown = ", ".join(words[:SHOWN]) + (" and more" if len(words) > SHOWN else "")
            verb = "stands" if len(words) == 1 else "stand"
            fix = _braced(value, spans) if not any(HIDDEN in free[slice(*span)] for span in spans) else None
            yield Finding(
                entry, name, f"{shown} {verb} outside braces; a style in sentence case lowers the capitals", fix
            )


def _spans(free: str) -> Iterator[tuple[int, int]]:
    """Where the words with a capital after their first letter stand."""
    masked = _SKIPPED.sub(lambda found: " " * len(found[0]), free)
    for found in _WORD.finditer(masked):
        word = found[0]
        if word != word.lower() and (word[1:] != word[1:].lower()):
            yield found.span()


def _braced(value: str, spans: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += [value[at:start], "{", value[start:end], "}"]
        at = end
    return "".join([*pieces, value[at:]])
