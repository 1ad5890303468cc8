"""UTF-8 that was once read as Windows-1252 (`MÃ´nica`), set right where the bytes allow no other reading."""

from __future__ import annotations

import re

_CONTINUED = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
"""What Windows-1252 has for the bytes 80 to BF."""
_LETTER = rf"[\u00c2\u00c3][{_CONTINUED}]"
"""A letter or sign of Latin-1. Other lead bytes are letters that good text has before a dash or a quotation mark."""
_SIGN = rf"\u00e2[\u0080-\u00bf\u201a\u201e\u20ac\u2020\u2021\u02c6][{_CONTINUED}]"
"""A dash, a quotation mark or another sign of the Unicode blocks from U+2000 on."""
_SPOILED = re.compile(f"{_SIGN}|{_LETTER}")


def repaired(string: str) -> str:
    """The string as it was meant; what is no such sequence stays."""
    if string.isascii() or not ("Ã" in string or "Â" in string or "â" in string):
        return string
    return _SPOILED.sub(_decoded, string)


def _decoded(found: re.Match[str]) -> str:
    try:
        return b"".join(map(_byte, found[0])).decode("utf-8")
    except UnicodeError:
        return found[0]


def _byte(character: str) -> bytes:
    """A character's byte in Windows-1252; its five holes were kept as they were."""
    return bytes([ord(character)]) if ord(character) < 256 else character.encode("cp1252")
