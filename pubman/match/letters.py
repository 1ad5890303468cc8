"""Strings as they are compared: without case, accents, ligatures and kinds of signs; Greek letters by their names."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξπρστυφχψω",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi"
        " omega".split(),
        strict=True,
    )
)
_SAME = str.maketrans(
    {
        **dict.fromkeys(map(chr, range(0x300, 0x370))),
        **_GREEK,
        **dict.fromkeys("'’‘ʼʹ`´\u2032"),
        **dict.fromkeys("‐‑−", "-"),
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th",
        "&": " and ", "\xad": None, "\u200b": None,
    }
)  # fmt: skip
_EXPANDED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "ae", "Ö": "oe", "Ü": "ue", "Å": "aa", "Ø": "oe"}
)
_SHORTENED = re.compile(r"(?<=[aou])e|(?<=a)a")
WORD = re.compile(r"[^\W_]+")


@lru_cache(8192)
def fold(string: str) -> str:
    """The string as it is compared; what separates words stays."""
    if not string.isascii():
        string = normalize("NFKD", _mended(string) if "Ã" in string else string)
    return string.casefold().translate(_SAME)


def _mended(string: str) -> str:
    """UTF-8 that was read as Windows-1252, read again; as it was where it is something else."""
    try:
        return string.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return string


def words(string: str) -> list[str]:
    """The words of a string, folded."""
    return WORD.findall(fold(string))


@lru_cache(8192)
def spellings(string: str) -> frozenset[str]:
    """The letters of a name under all its spellings: `Müller` as muller and mueller, and what both are made of."""
    if string.isascii() and string.isalpha():
        plain = string.lower()
        return frozenset((plain, _SHORTENED.sub("", plain))) if "e" in plain or "aa" in plain else frozenset((plain,))
    plain = "".join(words(string))
    if not plain:
        return frozenset()
    expanded = plain
    if not string.isascii():
        string = normalize("NFC", _mended(string) if "Ã" in string else string)
        expanded = "".join(words(string.translate(_EXPANDED)))
    return frozenset((plain, expanded, _SHORTENED.sub("", expanded)))
