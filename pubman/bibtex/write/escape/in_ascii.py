"""TeX in ASCII alone: every other character by its TeX name."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from pubman.bibtex.write.escape.commands import accents, math_names, text_names
from pubman.errors import InputError

_NOT_ASCII = re.compile(r"[A-Za-z]?[\u0300-\u036f]+|[^\x00-\x7f]")
_DASHES = re.compile(r"[-\u2010\u2011\u2013\u2014]{2,}")
_PRINTED = {
    "–": "--", "—": "---", "‘": "`", "’": "'", "“": "``", "”": "''", "…": "{\\dots}", "µ": "$\\mu$", "−": "$-$",
    "\u2010": "-", "\u2011": "-", "\u2009": "\\,", "\u202f": "\\,", "\u2002": " ", "\u2003": " ",
    "\u3000": " ", "\u00ad": "",
}  # fmt: skip


def ascii_tex(written: str) -> str:
    r"""TeX with every character outside ASCII by its TeX name: `é` becomes `{\'e}`.

    Raises InputError for a character that has none.
    """
    return written if written.isascii() else _NOT_ASCII.sub(_named, _DASHES.sub(_apart, normalize("NFC", written)))


def _apart(found: re.Match[str]) -> str:
    """Dashes in a row, so that TeX does not make one of them."""
    return "{}".join(found[0]) if not found[0].isascii() else found[0]


def _named(found: re.Match[str]) -> str:
    """One character by its TeX name."""
    character = found[0]
    if (printed := _PRINTED.get(character)) is not None:
        return printed
    if name := text_names().get(character):
        return f"{{\\{name}}}"
    base, *marks = list(normalize("NFD", character))
    if marks and base.isascii() and all(mark in accents() for mark in marks):
        letter = {"i": "\\i", "j": "\\j"}.get(base, base) if any(combining(mark) == 230 for mark in marks) else base
        inner = letter
        for accent in [accents()[mark] for mark in marks]:
            inner = f"\\{accent}{{{inner}}}" if accent.isalpha() or len(inner) > 1 else f"\\{accent}{inner}"
        return f"{{{inner}}}"
    if name := math_names().get(character):
        return f"\\ensuremath{{\\{name}}}"
    plain = normalize("NFKC", character)
    if plain.isascii() and plain.isprintable():
        return plain
    raise InputError(f"'{character}' (U+{ord(character[0]):04X}) has no name in TeX", hint="keep the file in UTF-8")
