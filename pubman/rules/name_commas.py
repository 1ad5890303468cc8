"""Names with too many commas: commas stand where `and` belongs.

"BibTeXing", section 4: a name has at most two commas, `von Last, Jr, First`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex import latex
from pubman.rules import Bibliography, Finding
from pubman.rules._people import ROLES, people
from pubman.rules._text import HIDDEN, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUFFIX = re.compile(
    r"(?:[JS]r|Jnr|Snr|I{1,3}|IV|VI{0,3}|IX|[1-9](?:st|nd|rd|th)|Ph\.?\s?D|M\.?D|D\.?Sc|M\.?Sc|M\.?A|Esq|S\.?J|O\.?P|R\.?N|Dr|Prof|Eds?|Inc|Ltd|Capt|Sir|Lord)\.?",
    re.IGNORECASE,
)
_EXTENDED = re.compile(r"(?:family|given|prefix|suffix|useprefix)(?:-i)?\s*=", re.IGNORECASE)


def check(bib: Bibliography) -> Iterator[Finding]:
    """The lists of names; the first bad name of each, and how many more."""
    for entry, name, value in bib.own(ROLES):
        if not any(piece.count(",") > 1 for piece in value.split(" and ")):
            continue
        wrong = [message for written, free in people(value) if "," in free and (message := _fault(written, free))]
        if wrong:
            more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
            yield Finding(entry, name, wrong[0] + more)


def _fault(written: str, free: str) -> str:
    commas = free.count(",")
    if commas < 2 or _EXTENDED.search(free):
        return ""
    shown = quoted(written)
    if commas > 2:
        return f"too many commas in the name {shown}; names are joined by ' and '"
    _, middle, last = _parts(written, free)
    if not last:
        return f"a comma too many at the end of the name {shown}"
    if not middle or _SUFFIX.fullmatch(middle) or _SUFFIX.fullmatch(last) or _is_byname(middle):
        return ""
    return f"two commas in the name {shown}, and {quoted(middle)} is no 'Jr.'; names are joined by ' and '"


def _is_byname(middle: str) -> bool:
    """`Dumas, père, Alexandre`: a word in small letters tells two people apart."""
    word = latex.plain(middle)
    return word.isalpha() and word.islower()


def _parts(written: str, free: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for piece in free.split(","):
        parts.append(written[start : start + len(piece)].strip(f" \t\r\n{{}}{HIDDEN}"))
        start += len(piece) + 1
    return parts
