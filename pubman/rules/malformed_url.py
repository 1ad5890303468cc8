"""An address that no browser would open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex.read.fields import verbatim
from pubman.rules import Bibliography, Finding
from pubman.rules._text import PLACEHOLDERS, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_GOOD = re.compile(r"(?i)(?:https?|ftps?|sftp)://[^\s/?#@]+(?:[/?#]\S*)?")
_SEVERAL = re.compile(r"[\s,;]+(?=https?://)")
_TWICE = re.compile(r"(?i)^(https?:/*)+https?://")
_HOST = re.compile(r"(?i)\w[\w-]*(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?(?:[/?#]|$)")


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields `url`."""
    for entry, name, value in bib.own(("url",)):
        address = " ".join(verbatim(value).split())
        if address.lower() not in PLACEHOLDERS and (message := _fault(address)):
            yield Finding(entry, name, message)


def _fault(address: str) -> str:
    if _TWICE.match(address):
        return f"{quoted(address)} starts twice"
    if _GOOD.fullmatch(address):
        return "'&amp;' in an address; write '&'" if "&amp;" in address else ""
    pieces = _SEVERAL.split(address)
    if len(pieces) > 1 and all(_GOOD.fullmatch(piece) for piece in pieces):
        return f"{len(pieces)} addresses in one field; keep one"
    if _HOST.match(address) and " " not in address:
        return f"{quoted(address)} lacks its 'https://'"
    if " " in address and _GOOD.match(address):
        return f"{quoted(address)} has a blank in it"
    return f"{quoted(address)} is no address"
