"""Ordinals as IEEE prints them: numerals in conference names and in editions (IEEE Reference Guide)."""

from __future__ import annotations

import re
from functools import lru_cache

_ONES = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    "nineteenth",
)
_TENS = {
    word: number * 10
    for number, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
_NUMBER = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word[:-1] + "ieth": number for word, number in _TENS.items()},
    "hundredth": 100,
}
_ENDINGS = frozenset(("th", "st", "nd", "rd"))
_NUMERAL = r"(\d{1,6}) ?(?:st|nd|rd|d|th|e|º|ª)?\.?"
_EDITION = r"[,;]?\s*\b(?:ed\.|ed|edn\.?|edition|aufl\.?|auflage)$"
_REVISION = r",\s*|\s+(?=[Rr]ev)"

_TEXTUAL = {
    "abridged": "abr.",
    "corrected": "corr.",
    "enl": "enl.",
    "enlarged": "enl.",
    "exp": "exp.",
    "expanded": "exp.",
    "global": "global",
    "illustrated": "ill.",
    "int": "int.",
    "international": "int.",
    "intl": "int.",
    "preliminary": "prelim.",
    "rev": "rev.",
    "revised": "rev.",
    "revised and enlarged": "rev. and enl.",
    "revised and expanded": "rev. and exp.",
    "revised and updated": "rev. and updated",
    "student": "student",
    "erw": "enl.",
    "erweiterte": "enl.",
    "neubearb": "rev.",
    "neubearbeitete": "rev.",
    "überarb": "rev.",
    "überarbeitete": "rev.",
}


def ordinal(number: int) -> str:
    """The numeral with its ending: 1st, 2nd, 3rd, 4th, 11th, 21st, 112th."""
    ending = "th" if number % 100 // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _number(word: str) -> int | None:
    """The number of an ordinal in words (`twenty-third`, `one hundred and twelfth`)."""
    if word in _NUMBER:
        return _NUMBER[word]
    before, hundred, rest = word.replace("-", " ").rpartition("hundred ")
    if before.strip() not in {"", "one"}:
        return None
    rest = rest.removeprefix("and ") if hundred else rest
    tens, _, ones = rest.partition(" ")
    if tens in _TENS:
        number = _NUMBER.get(ones, 0)
        number = _TENS[tens] + number if 0 < number < 10 else 0
    else:
        number = _NUMBER.get(rest, 0) if hundred else 0
    return (100 if hundred else 0) + number if number else None


def numeral(word: str) -> str:
    """An ordinal in words as a numeral (`Twenty-Third` becomes `23rd`); any other word comes back as it is."""
    number = _number(word.lower()) if word[-2:].lower() in _ENDINGS else None
    return word if number is None else ordinal(number)


def _counted(part: str) -> str:
    """`2.`, as German has it, and an ordinal in words as a numeral."""
    return ordinal(int(part[:-1])) if re.fullmatch(r"\d{1,3}\.", part) else numeral(part)


@lru_cache(maxsize=512)
def edition(text: str) -> str:
    """What an entry says of the edition, as `2nd ed.`; nothing for the first edition or an empty text.

    Accepts `2`, `2nd`, `2nd ed.`, `Second`, `Second edition`; a textual edition is abbreviated where there is a
    usual abbreviation (`Revised` becomes `rev. ed.`) and kept otherwise.
    """
    words = re.sub(_EDITION, "", " ".join(text.split()), flags=re.IGNORECASE).strip(" ,.")
    if not words:
        return ""
    if any(char > "\u036f" for char in words) or re.search(r"\b[a-z]{3,}\. ed\.$", text):
        return " ".join(text.split())
    lower = words.lower()
    match = re.fullmatch(_NUMERAL, words, re.IGNORECASE)
    number = int(match[1]) if match else _number(lower)
    if number is not None:
        # A year is the edition's name (`1998 ed.`), not its number.
        year = number > 1000 and words.isdigit()
        return "" if number == 1 else f"{number if year else ordinal(number)} ed."
    parts = [_TEXTUAL.get(part.lower().rstrip(".")) or _counted(part) for part in re.split(_REVISION, words)]
    known = all(part != part.lower() or part.endswith(".") or part[0].isdigit() for part in parts)
    return f"{' '.join(parts) if known else words} ed."
