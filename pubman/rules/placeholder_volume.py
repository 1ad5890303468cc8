"""A volume `PP` or an issue `99`: what IEEE Xplore exports before a paper has either."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.rules import Bibliography, Finding
from pubman.rules._text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOLUME = re.compile(r"PP(?:\s*\(99\))?|tb[da]|n/a|\?+", re.IGNORECASE)


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields `volume`."""
    for entry, name, value in bib.own(("volume",)):
        if not value.isdigit() and _VOLUME.fullmatch(value.strip(" \t\r\n{}")):
            also = (
                f" and number {quoted(number)}"
                if (number := entry.fields.get("number", "")).strip(" {}") == "99"
                else ""
            )
            yield Finding(
                entry,
                name,
                f"volume {quoted(value)}{also}: a placeholder; leave it out, or write note = {{Early access}}",
            )
