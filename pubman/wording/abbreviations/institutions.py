"""Names of universities, departments, agencies and companies."""

from __future__ import annotations

import re
from functools import lru_cache

from pubman.wording.abbreviations.names import assemble, clean, undotted
from pubman.wording.abbreviations.shortening import is_abbreviated
from pubman.wording.tables import words

_INSTITUTION = {
    "division": "Div.",
    **{
        word.lower(): word
        for word in words("Africa America Australia Design Hungary Israel Japan Mexico Record Singapore")
    },
}
"""What institutions do differently from the word list, as with countries, which they spell out."""

_COMPANY = {"corporation": "Corp.", "company": "Co.", "incorporated": "Inc.", "limited": "Ltd."}
_COMPANY_ENDS = words("inc ltd llc gmbh plc ag co corp")
_OF_INSTITUTIONS = words(
    "academy administration agency association bureau center centre college department division engineering faculty "
    "federal force institute institution laboratories laboratory ministry national observatory organisation "
    "organization polytechnic research school science sciences society university"
)
"""Words that make a name one of an institution; without any, it is a company's (`Texas Instruments`)."""
_AT = r"(\bUniversity of [^,]{1,40}?) at (?=[A-Z])"
"""The campus of a university, which the guide has after a comma: `Univ. California, Berkeley`."""


@lru_cache(maxsize=2048)
def institution(name: str) -> str:
    """The abbreviated name of a university, department or agency; of a company only what a company is called.

    `Department of Electrical Engineering, Harvard University` becomes `Dept. Elect. Eng., Harvard Univ.`,
    `Digital Equipment Corporation` becomes `Digital Equipment Corp.`.
    """
    name = clean(name)
    if is_abbreviated(name) or " " not in name:
        return name
    *first, last = name.rstrip(".").split()
    if last.lower() in _COMPANY_ENDS:
        return name
    if last.lower() in _COMPANY:
        return " ".join([*[word for word in first if word != "The"], _COMPANY[last.lower()]])
    if _OF_INSTITUTIONS.isdisjoint(name.lower().replace(",", "").split()):
        return name
    name = re.sub(_AT, r"\1, ", undotted(name))
    return assemble(name, _INSTITUTION).replace("Brit. Columbia", "British Columbia")
