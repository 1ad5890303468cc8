"""DOIs as they are written."""

from __future__ import annotations

import re

from pubman import identifiers
from pubman.bibtex.read.fields import verbatim

COMMON = re.compile(r"10\.[0-9]{4,9}/[\w.()/:-]*[A-Za-z0-9]", re.ASCII)
"""Nearly every DOI, which needs no closer look."""


def name(value: str) -> str:
    """The bare DOI in lower case, as two of them are compared; empty for what is none."""
    return (value if COMMON.fullmatch(value) else identifiers.doi(verbatim(value))).lower()
