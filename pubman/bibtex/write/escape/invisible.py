"""Characters that print nothing."""

from __future__ import annotations

import re

_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t-\r\u2028\u2029]+")


def clean(string: str) -> str:
    """The string without characters that print nothing, white space collapsed."""
    return _BLANKS.sub(" ", _INVISIBLE.sub("", string)).strip(" ") if not string.isalnum() else string
