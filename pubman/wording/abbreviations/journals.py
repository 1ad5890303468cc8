"""Titles of journals and magazines."""

from __future__ import annotations

import re
from functools import lru_cache

from pubman.wording import other_languages
from pubman.wording.abbreviations.names import assemble, clean, drops, undotted
from pubman.wording.abbreviations.shortening import is_abbreviated, short
from pubman.wording.tables import text, words

_ONE_WORD = words(
    "algorithmica automatica biometrika brain carbon cell chaos chemosphere cognition ecology econometrica energies "
    "energy fuel geophysics icarus lancet machines mathematics metrologia micromachines nature neurocomputing neuron "
    "optica photonics polymer polymers psychometrika radiology sadhana science sensors sustainability technometrics"
)
"""Titles of one word, which exports have in capitals as well; any other in capitals may be an acronym (`PNAS`)."""

_IEEE_JOURNAL = {
    "automation": "Autom.",
    "ferroelectrics": "Ferroelectr.",
    "management": "Manag.",
    "security": "Security",
}
"""What IEEE's own titles do differently from the word list."""

_SECTION = (
    r"(?<=\S)(?:\s*[,:–—]|\s+-)?\s*\b(?:Part\s+([A-Z]|[IVX]+)\b\s*(?:[:,–—-]\s*|\(([^)]*)\)|$)|"
    r"(?:Part\s+)?(?<=[\s–—-])([A-Z]|[IVX]{1,3})\s*(?:[:–—]|\s-)\s*)"
)
"""The letter or numeral of a section: `I: Regular Papers`, `Part B (Cybernetics)`, `A: Physical`."""
_SUBTITLE = r"\s*:\s+|\s+[-–—]\s+"
_PUNCTUATION = ",.:;/()&-–—‐"


@lru_cache(maxsize=4096)
def journal(name: str) -> str:
    """The abbreviated title of a journal or magazine: `IEEE Transactions on Cybernetics` becomes `IEEE Trans. Cybern.`.

    A title of one word, and a title with an abbreviated word, come back as they are.
    """
    name = clean(name)
    if is_abbreviated(name):
        return name
    name = undotted(name)
    if " " not in name:
        return name.capitalize() if name.islower() or name.lower() in _ONE_WORD else name
    title = _ieee_titles().get(_key(name).strip())
    if title is not None:
        return title
    if any(sign in name for sign in (":", "—", "–", " -", "Part ")):
        name = re.sub(_SUBTITLE, ", ", re.sub(_SECTION, _section, name).rstrip(", "))
    kept = [word for word in name.split() if not drops(word)]
    if len(kept) < 2:
        return kept[0] if kept else name
    own = _IEEE_JOURNAL if name[:4].upper() == "IEEE" else {}
    return other_languages.periodical(name, short) or assemble(name, own)


def _section(match: re.Match[str]) -> str:
    return f" {match[3]}, " if match[3] else f" {match[1]}, {match[2] or ''}"


@lru_cache(maxsize=1)
def _ieee_titles() -> dict[str, str]:
    table = text("ieee_titles.tsv")
    rows = zip(_key(table).split("\n"), table.split("\n"), strict=True)
    return {key.partition("\t")[0]: row.partition("\t")[2] for key, row in rows}


def _key(title: str) -> str:
    """What makes two spellings of a title the same: its words, but not case, punctuation, `the`, `and`, `part`."""
    bare = title.lower()
    for sign in _PUNCTUATION:
        bare = bare.replace(sign, " ")
    for word in (" and ", " the ", " part ", "  ", "  "):
        bare = bare.replace(word, " ")
    return bare
