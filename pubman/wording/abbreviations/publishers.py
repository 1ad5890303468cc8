"""Names of the publishers of books."""

from __future__ import annotations

import re
from functools import lru_cache

from pubman.wording.abbreviations.names import clean

_FIRM = (
    r"(?:,?\s+(?:Inc|Incorporated|Ltd|Limited|LLC|L\.L\.C|GmbH|AG|B\.?V|N\.?V|Pty|Pte|KG|(?:and|&) Co(?:mpany)?|"
    r"(?:Publishing |Book )?Co(?:mpany)?|Publishing Corp(?:oration)?)\.?)+$"
)
_CONJUNCTION = r",?\s+(?:and|&)$"
_AFTER_PRESS = r"(?<=Press)(?:\.|, U\.?S\.?A?\.?|, U\.?K\.?)$"
_UNIVERSITY = r"\bUniversity(?: of)?\b"
_THE = r"^[Tt]he (?=(?:\w+ )+Press$|Macmillan$)"
_PUBLISHERS = {
    "academic press": "Academic",
    "clarendon press": "Clarendon",
    "institute of electrical and electronics engineers": "IEEE",
    "institute of electrical and electronics engineers (ieee)": "IEEE",
    "association for computing machinery (acm)": "Association for Computing Machinery",
    "john wiley": "Wiley",
    "john wiley & sons": "Wiley",
    "john wiley and sons": "Wiley",
    "morgan kaufmann publishers": "Morgan Kaufmann",
    "pergamon press": "Pergamon",
    "plenum press": "Plenum",
    "wiley & sons": "Wiley",
}


@lru_cache(maxsize=2048)
def publisher(name: str) -> str:
    """The short name of a book's publisher: without `Inc.`, `Publishing Co.` and the like, `Univ.` for University."""
    name = clean(name)
    brief = re.sub(_CONJUNCTION, "", re.sub(_FIRM, "", re.sub(_AFTER_PRESS, "", name))) or name
    brief = f"{brief.removesuffix(' Corporation')} Corp." if brief.endswith(" Corporation") else brief
    brief = _PUBLISHERS.get(brief.lower(), brief)
    brief = re.sub(_THE, "", brief)
    return re.sub(_UNIVERSITY, "Univ.", brief) if " " in brief else brief
