"""An ORCID iD with a wrong number of digits or a wrong check digit.

ISO 7064, MOD 11-2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman import identifiers
from pubman.rules import Bibliography, Finding
from pubman.rules._text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_CANDIDATE = re.compile(r"(?<![\w-])(?:[0-9]{4}[\u2010-\u2015-]?){2}[\w\u2010-\u2015-]*")
_ADDRESS = re.compile(r"orcid\.org/([\w-]+)", re.IGNORECASE)
_LOOKED_AT = ("author", "editor", "url", "note")


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields whose name has `orcid` in it, and addresses of orcid.org."""
    for entry in bib.entries:
        for name, value in entry.fields.items():
            if name in entry.inherited or not value.strip():
                continue
            if "orcid" in name:
                found = _CANDIDATE.findall(value) or [value.strip()]
            elif name in _LOOKED_AT and "orcid.org/" in value:
                found = _ADDRESS.findall(value)
            else:
                continue
            if wrong := [each for each in found if not identifiers.orcid(each)]:
                yield Finding(entry, name, f"{quoted(wrong[0])} is no ORCID iD: sixteen digits, the last a check digit")
