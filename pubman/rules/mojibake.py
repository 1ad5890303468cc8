"""Letters read in a wrong encoding (`MÃ¼ller`), and the mark of those that were lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.rules import Bibliography, Finding
from pubman.rules._text import PRINTED, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRONG = re.compile(
    "[\u00c3\u00c2\u00c4\u00c5][\u0080-\u00bf]|\u00e2\u20ac[\u0080-\u00bf\u0152\u0153\u02dc\u2018-\u2022\u2122\u201a-\u201e\u0178\u017d]|\ufffd"
)


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields a reader sees; the first place of each."""
    for entry, name, value in bib.own(PRINTED):
        if not value.isascii() and (found := _WRONG.search(value)):
            start = max(value.rfind(" ", 0, found.start()) + 1, found.start() - 20)
            word = re.match(r"\S{1,40}", value[start:])
            yield Finding(entry, name, f"{quoted(word[0] if word else found[0])} was read in a wrong encoding once")
