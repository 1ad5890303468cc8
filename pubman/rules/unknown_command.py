"""LaTeX commands that pubman does not know: a list shows them as they are written."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from pubman.bibtex import latex
from pubman.rules import Bibliography, Finding
from pubman.rules._text import PRINTED

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMAND = re.compile(r"\\(?:([A-Za-z]+)|.)", re.DOTALL)
_VERBATIM = re.compile(r"\\(?:url|path|nolinkurl|href)\s*\{[^{}]*\}")
_KNOWN = frozenset(["textbackslash", "backslash", "url", "path", "nolinkurl", "href"])

SHOWN = 4


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields a reader sees; all commands of one field in one finding."""
    for entry, name, value in bib.own(PRINTED):
        if "\\" not in value:
            continue
        text = _VERBATIM.sub("", value) if "url" in value or "\\href" in value or "\\path" in value else value
        words = dict.fromkeys(word for word in _COMMAND.findall(text) if word)
        unknown = [f"\\{word}" for word in islice((word for word in words if not _known(word)), SHOWN + 1)]
        if unknown:
            shown = ", ".join(unknown[:SHOWN]) + (" and more" if len(unknown) > SHOWN else "")
            yield Finding(entry, name, f"{shown}: no command that pubman knows; it is shown as it is written")


@lru_cache(maxsize=1024)
def _known(word: str) -> bool:
    """Whether the decoder makes something of it, in text or in math."""
    return word in _KNOWN or any(
        f"\\{word}" not in latex.plain(form) for form in (f"\\{word}{{a}}", f"$\\{word}{{a}}$")
    )
