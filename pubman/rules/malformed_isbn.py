"""An ISBN with a wrong number of digits or a wrong check digit.

ISBN Users' Manual, 7th ed., appendix 1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman import identifiers
from pubman.bibtex import latex
from pubman.rules import Bibliography, Finding
from pubman.rules._text import PLACEHOLDERS, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(r"[0-9](?:[\s\u2010-\u2015-]{0,3}[0-9Xx])*")
_ISSN = re.compile(r"[0-9]{4}[\u2010-\u2015-]?[0-9]{3}[0-9Xx]")
_CUT = re.compile(r"[,;/|()\[\]]|\band\b")

LONGEST = 1000
"""As much of a field as is looked at."""


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields `isbn`; several numbers may stand in one."""
    for entry, name, value in bib.own(("isbn",)):
        if identifiers.isbn(value) or value.strip(" {}").lower() in PLACEHOLDERS:
            continue
        plain = latex.plain(value[:LONGEST])
        wrong = [piece for piece in _CUT.split(plain) if not _fine(piece)]
        if wrong and not _each(plain):
            yield Finding(entry, name, _message(wrong[0].strip()))


def _fine(piece: str) -> bool:
    """Whether a piece is an ISBN with or without a remark (`print`), or has no number at all."""
    piece = re.sub(r"(?i)isbn(?:-?1[03])?\b[:.]?|e-?book|hardcover|paperback", "", piece)
    return not re.search(r"\d", piece) or bool(identifiers.isbn(re.sub(r"[^0-9Xx\s\u2010-\u2015-]", "", piece)))


def _each(plain: str) -> bool:
    """Whether blanks alone stand between right numbers."""
    pieces = re.sub(r"(?i)isbn(?:-?1[03])?\b[:.]?", " ", plain).split()
    return bool(pieces) and all(identifiers.isbn(piece) for piece in pieces)


def _message(piece: str) -> str:
    digits = len(re.findall(r"[0-9Xx]", piece))
    if _ISSN.fullmatch(piece):
        return f"{quoted(piece)} is no ISBN; it looks like an ISSN"
    if digits in (10, 13) and _NUMBER.search(piece):
        return f"the check digit of the ISBN {quoted(piece)} is wrong"
    return f"{quoted(piece)} is no ISBN: it has {digits} digits, not 10 or 13"
