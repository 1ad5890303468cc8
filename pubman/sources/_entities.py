"""Entities of HTML and XML (`&amp;`, `&#8211;`), escaped once, twice or three times."""

from __future__ import annotations

import html
import re

from pubman.sources import _records

_ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_CODES = {128 + index: sign for index, sign in enumerate("€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ")}
"""Numbers that Windows-1252 gives to signs, as HTML reads them."""


def unescaped(string: str) -> str:
    """Entities by their characters; escaped twice or three times they are still entities after the first round."""
    for _ in range(3):
        before, string = string, _ENTITY.sub(_character, string)
        if string == before:
            break
    return _records.visible(string)


def _character(found: re.Match[str]) -> str:
    name = found[1]
    if name[0] == "#":
        code = int(f"0{name[1:]}", 16) if name[1] in "xX" else int(name[1:])
        if code in _CODES:
            return _CODES[code]
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    meant = html.unescape(found[0])
    return found[0] if meant.endswith(";") and len(meant) > 1 else meant
