"""Places as IEEE prints them: `City, ST, USA` in the United States, `City, Country` elsewhere.

The source is the IEEE Reference Guide, "Books". Only what is written is put into form; a country that cannot be told
from the text is not guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pubman.wording.tables import text

_BRITISH = frozenset(("England", "Scotland", "Wales", "Northern Ireland"))
_CAPITAL = r"\bWashington,? (?:D\. ?C\.|DC\b|D\.C\b)"
_BRACKETED = r"([^()]+) \(([^()]+)\)"

_ABROAD = {
    "CA": "toronto vancouver montreal montréal ottawa calgary edmonton waterloo",
    "IN": "bangalore bengaluru mumbai bombay delhi chennai madras hyderabad kolkata pune kanpur kharagpur",
    "IL": "aviv haifa jerusalem",
    "CO": "bogotá bogota medellín cali",
    "Georgia": "tbilisi batumi kutaisi",
}
"""Cities after which a state's name or letters are a country (`Haifa, IL`): such a place is left as it is."""
_AT_HOME = {
    "DE": "newark wilmington dover lewes",
    "NL": "john's john’s",
    "PE": "charlottetown",
    "SK": "saskatoon regina",
    "TAS": "hobart launceston",
}
"""Letters that are more often a country (`Berlin, DE`, `Nijmegen, NL`), and the cities after which they are not."""


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """Regions with their postal letters and country, and countries; keys in lower case and without a last period."""
    regions: dict[str, tuple[str, str]] = {}
    countries: dict[str, str] = {}
    for row in text("places.tsv").splitlines():
        kind, form, others = row.split("\t")
        names = [form.lower(), form.lower().rstrip("."), *others.lower().split("|")]
        if not form:
            countries.update(zip(names[2:], others.split("|"), strict=True))
        elif kind == "country":
            countries.update(dict.fromkeys(names, form))
        else:
            regions.update(dict.fromkeys(names, (form, kind)))
    return regions, countries


def is_region(name: str) -> bool:
    """Whether this is a state, a province or one of the British countries, in letters or in words."""
    return name in _BRITISH or name.lower().rstrip(".") in _tables()[0]


def _abroad(city: str, region: str) -> bool:
    last = city.split()[-1].lower()
    if region in _AT_HOME:
        return last not in _AT_HOME[region].split()
    return last in _ABROAD.get(region, "").split()


def _commas(name: str) -> list[str]:
    """The parts between commas; `Anchorage AK USA` and `Yokohama Japan`, as ACM gives them, are cut as well."""
    parts = [stripped for part in name.split(",") if (stripped := part.strip())]
    regions, countries = _tables()
    last = parts[-1] if parts else ""
    words = last.split()
    if len(words) < 2 or last.lower().rstrip(".") in countries or last.lower().rstrip(".") in regions:
        return parts
    if (match := re.fullmatch(_BRACKETED, last)) and match[2].lower() in countries:
        return [*parts[:-1], match[1], match[2]]
    if "&" in words or "and" in words:
        return parts
    for size in (3, 2, 1):
        tail = " ".join(words[-size:]).rstrip(".")
        if len(words) > size and tail.lower() in countries and " ".join(words[-2:]).lower() not in regions:
            return [*parts[:-1], *_region_cut(words[:-size]), " ".join(words[-size:])]
    return [*parts[:-1], *_region_cut(words)] if len(parts) == 1 and words[-1].isupper() else parts


def _region_cut(words: list[str]) -> list[str]:
    """`Anchorage AK` and `New York New York` in two, before a country."""
    regions, _ = _tables()
    for size in (2, 1):
        tail = " ".join(words[-size:])
        if len(words) > size and (tail.lower().rstrip(".") in regions or tail in _BRITISH):
            return [" ".join(words[:-size]), tail]
    return [" ".join(words)]


@lru_cache(maxsize=4096)
def place(name: str) -> str:
    """The place in IEEE's form: `Reading, MA` becomes `Reading, MA, USA`, `Cambridge, UK` becomes `Cambridge, U.K.`.

    States and provinces become their postal letters, and bring their country when it is missing. A place that is not
    known comes back as it is written.
    """
    name = " ".join(name.split()).rstrip(";, ")
    if "Washington" in name:
        name = re.sub(_CAPITAL, "Washington, DC", name)
    parts = _commas(name)
    if not parts:
        return ""
    regions, countries = _tables()
    last = parts[-1].rstrip(".")
    before = parts[-2].rstrip(".") if len(parts) > 1 else ""
    if last.lower() in countries:
        parts[-1] = countries[last.lower()]
        letters, country = regions.get(before.lower(), ("", ""))
        if country == parts[-1] and len(parts) > 2:
            parts[-2] = letters
    elif last.lower() in regions and before and not _abroad(before, last):
        parts[-1:] = regions[last.lower()]
    if len(parts) > 2 and parts[-1] == "U.K." and parts[-2] in _BRITISH:
        del parts[-2]
    while len(parts) > 1 and last.lower() in countries and parts[-1].lower() == parts[-2].lower():
        del parts[-1]
    return ", ".join(parts)


@lru_cache(maxsize=1024)
def without_state(name: str, institution: str) -> str:
    """The place of a university whose name has the state already: `Ann Arbor` for the University of Michigan.

    Nothing is left when the city ends the institution's name (`Univ. California, Berkeley`). The place of any other
    institution is `place(name)`; so is one in a city that has its state's name (New York Univ., New York, NY, USA).
    """
    full = place(name)
    city, _, rest = full.rpartition(", ")[0].rpartition(", ")
    state = _state(rest) if full.endswith(", USA") and city else ""
    if not state or city == state or "Univ" not in institution or not re.search(rf"\b{state}\b", institution):
        return full
    return "" if institution.endswith((f", {city}", f" {city}")) else city


def _state(letters: str) -> str:
    """The name of the state with these postal letters."""
    for row in text("places.tsv").splitlines():
        if row.startswith(f"USA\t{letters}\t"):
            return row.split("\t")[2].partition("|")[0]
    return ""
