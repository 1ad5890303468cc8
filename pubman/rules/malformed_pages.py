"""Pages that are a placeholder, or a range that ends before it starts; a hyphen for the dash is fine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex import latex
from pubman.rules import Bibliography, Finding
from pubman.rules._text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMON = re.compile(r"([1-9][0-9]+)-{1,2}([1-9][0-9]+)")
_PLACEHOLDER = re.compile(
    r"(?:pp?\.?\s*)?(?:(?P<letter>[x?0]{1,4}|1|n/?a|na|tbd|tba)(?:\s*[-–—]+\s*(?P=letter))|\?+|[-–—]+|tb[da]|0+|(?:PP\s*\(?99\)?.*))\.?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"([0-9]+)\s*[-–—]+\s*([0-9]+)")
_OPEN = re.compile(r"[0-9]+\s*[-–—]+")
_COUNT = re.compile(r"[0-9]+\s*(?:pages|pgs?\.?|pp\.?|p\.)", re.IGNORECASE)


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields `pages`."""
    for entry, name, value in bib.own(("pages",)):
        if (common := _COMMON.fullmatch(value)) and (len(common[1]), common[1]) <= (len(common[2]), common[2]):
            continue
        plain = latex.plain(value).strip(" ,;")
        shown = quoted(value)
        if not plain:
            continue
        if _PLACEHOLDER.fullmatch(plain):
            yield Finding(entry, name, f"the pages {shown} are a placeholder; leave the field out", "")
        elif _COUNT.fullmatch(plain):
            yield Finding(entry, name, f"{shown} is how many pages there are, not which; that is 'numpages'")
        elif _OPEN.fullmatch(plain):
            yield Finding(entry, name, f"the range {shown} has no end")
        elif (found := _RANGE.fullmatch(plain)) and _backwards(found[1], found[2]):
            yield Finding(entry, name, f"the range {shown} ends before it starts")


def _backwards(first: str, last: str) -> bool:
    """`115-7` is short for 115-117."""
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return len(last) < 20 and int(last) < int(first)
