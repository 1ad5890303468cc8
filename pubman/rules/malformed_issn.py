"""An ISSN with a wrong number of digits or a wrong check digit.

ISO 3297, annex A.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex import latex
from pubman.rules import Bibliography, Finding
from pubman.rules._text import PLACEHOLDERS, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_ISSN = re.compile(r"(?<![0-9-])([0-9]{4})[\u2010-\u2015-]{0,2}([0-9]{3}[0-9Xx])(?![0-9-])")


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields `issn` and `eissn`; several numbers may stand in one."""
    for entry, name, value in bib.own(("issn", "eissn")):
        if len(value) == 9 and right(value[:4] + value[5:]):
            continue
        plain = latex.plain(value)
        numbers = [first + last for first, last in _ISSN.findall(plain)]
        if not numbers:
            if plain.lower() not in PLACEHOLDERS:
                yield Finding(entry, name, f"{quoted(plain)} is no ISSN")
        elif wrong := [number for number in numbers if not right(number)]:
            yield Finding(entry, name, f"the check digit of the ISSN '{wrong[0][:4]}-{wrong[0][4:]}' is wrong")


def right(digits: str) -> bool:
    """Whether eight digits are an ISSN."""
    if not re.fullmatch(r"[0-9]{7}[0-9Xx]", digits):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(range(8, 1, -1), digits, strict=False))
    return "0123456789X"[-total % 11] == digits[-1].upper()
