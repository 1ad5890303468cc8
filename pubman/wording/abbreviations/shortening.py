"""Abbreviations of English words: the guide's list and its rules, and the signs that a name is abbreviated already."""

from __future__ import annotations

import re
from functools import lru_cache

from pubman.wording import other_languages
from pubman.wording.tables import pairs, words

WORD = r"[^\W\d_](?:[\w’']*[^\W_])?"
"""A word of a name; hyphens and slashes part words."""

PERIOD_ENDED = r"(?<![\w.])([^\W\d_]+)\.(?!\w)"
KEEP_THEIR_PERIOD = words("st ste mt dr mr mrs jr sr inc ltd vs no nos vol vols pt llc cat")
"""Words with a period in names that are written out."""

_FIRST_PARTS = (
    *("aero", "agro", "astro", "bio", "cardio", "chemo", "cosmo", "cryo", "cyber", "eco", "electro", "ferro", "geo"),
    *("hydro", "immuno", "macro", "magneto", "mechano", "meso", "meta", "micro", "multi", "nano", "neuro", "opto"),
    *("paleo", "palaeo", "pharmaco", "phono", "photo", "physico", "piezo", "poly", "psycho", "radio", "semi", "socio"),
    *("super", "tele", "thermo", "toxico", "tribo", "ultra", "video"),
)
_ENDS = {"ology": 3, "ologies": 5, "ological": 6, "graphy": 4, "graphies": 6}
"""Endings that are cut, and how much of them."""

_LAST_PARTS = words(
    "acoustics astronautics behavior behaviour biology chemical chemistry communication communications "
    "computation computing dynamics economics education electric electrical electronic electronics engineering "
    "environment equipment fabrication graphics imaging informatics information instrumentation intelligence "
    "learning logic machine magnetics manufacturing material materials measurement mechanical mechanics "
    "medicine medical molecular networks networking optics optical physics physical polymer polymers processing "
    "production psychology radiation resources robotics science sciences security sensing simulation "
    "spectroscopy statistics structure structures system systems techniques technology technologies "
    "telecommunications vision"
)


@lru_cache(maxsize=1)
def guide() -> dict[str, str]:
    """The guide's words in lower case, and their abbreviations."""
    return pairs("guide_words.tsv")


@lru_cache(maxsize=4096)
def short(word: str) -> str:
    """The abbreviation of an English word in lower case, or nothing when the word is spelled out.

    A plural shares the form of its singular, -ology becomes -ol., -graphy -gr., and a compound ends like its last part
    (IEEE Reference Guide, "Abbreviating Periodical Titles").
    """
    table = guide()
    if word in table:
        return table[word]
    if word[-1:] == "s":
        for singular in (
            word[:-1],
            word[:-3] + "y" if word.endswith("ies") else "",
            word[:-2] if word.endswith("es") else "",
        ):
            if singular in table:
                return table[singular]
    for end, cut in _ENDS.items():
        if word.endswith(end) and len(word) > len(end):
            return f"{word[:-cut].capitalize()}."
    for first in _FIRST_PARTS:
        last = word[len(first) :]
        if last in _LAST_PARTS and word.startswith(first) and (brief := short(last)):
            return f"{first.capitalize()}{brief.lower()}"
    return ""


@lru_cache(maxsize=1)
def _shorts() -> frozenset[str]:
    return frozenset(guide().values()) | other_languages.shorts()


def is_abbreviated(name: str) -> bool:
    """Whether the user has abbreviated already: there is a period-ended word that is no full word of the list."""
    if "." not in name:
        return False
    for match in re.finditer(PERIOD_ENDED, name):
        word = match[1].lower()
        if word in KEEP_THEIR_PERIOD or short(word):
            continue
        # A period that only ends the name is a full stop, if words of the list stand there written out.
        if (
            match.end() == len(name)
            and match[0] not in _shorts()
            and (" " not in name or any(short(full.lower()) for full in re.findall(WORD, name[: match.start()])))
        ):
            continue
        return True
    return False


def shorten(token: str, own: dict[str, str]) -> str:
    """A token between blanks with each of its words abbreviated; hyphens, slashes, punctuation and acronyms stay.

    `own` says what a kind of name does differently from the list.
    """
    word = token.rstrip(",:;")
    if word.isalpha():
        return _shorten(word, own) + token[len(word) :]
    return re.sub(WORD, lambda match: _shorten(match[0], own), token) if token.upper() != token else token


def _shorten(word: str, own: dict[str, str]) -> str:
    lower = word.lower()
    if word[1:] != lower[1:]:
        # An acronym; `NanoBioscience` is a word of the list with a capital of its own.
        return word if word.isupper() else guide().get(lower, word)
    return own.get(lower) or short(lower) or word
