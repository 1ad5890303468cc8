"""JSON for other programs: the references with their text in three forms, without the number in front."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pubman.formats import html, markdown
from pubman.formats._characters import CONTROLS, DIRECTIONS, INVISIBLE, SURROGATES
from pubman.formats._inline import runs
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.options import Options
    from pubman.references import Group, Reference

_UNSEEN = re.compile(f"[{CONTROLS}{DIRECTIONS}{INVISIBLE}{SURROGATES}]")


def listing(groups: Sequence[Group], options: Options) -> str:
    """An array of `{"key", "number", "type", "text", "markdown", "html"}`, headings left out."""
    links = options.links != "none"
    rows = [_row(each, links) for _, references in groups for each in references]
    return "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"


def _row(reference: Reference, links: bool) -> str:
    """One object, as `json.dumps` with an indent of 2 writes it (which does so without its compiled half)."""
    shown = runs(reference.text, links=links)
    return (
        "  {\n"
        f'    "key": {_string(reference.key)},\n'
        f'    "number": {reference.number},\n'
        f'    "type": {_string(reference.type)},\n'
        f'    "text": {_string(plain(tuple(shown)))},\n'
        f'    "markdown": {_string(markdown.inline(shown))},\n'
        f'    "html": {_string(html.inline(shown))}\n'
        "  }"
    )


def _string(value: str) -> str:
    r"""A JSON string as UTF-8, what cannot be seen or encoded as `\u` escapes."""
    written = json.dumps(value, ensure_ascii=False)
    return (
        written
        if value.isascii() and value.isprintable()
        else _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], written)
    )
