"""Patents: the country, the number and the kind of document, from `@patent` and from Google Scholar's notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pubman.bibtex.read.fields import Fields

_NATIONS = {
    "U.S.": "us usa u.s. u.s.a. united states|united states of america|american|patentus|patrequs",
    "European": "ep eu europe european|european union|patenteu|patreqeu",
    "German": "de germany german|patentde|patreqde",
    "U.K.": "gb uk u.k. united kingdom|great britain|british|patentuk|patrequk",
    "French": "fr france french|patentfr|patreqfr",
    "Japanese": "jp japan japanese",
    "Chinese": "cn china chinese|people's republic of china",
    "Korean": "kr korea south korea|korean|republic of korea",
    "Canadian": "ca canada canadian",
    "Australian": "au australia australian",
    "Taiwanese": "tw taiwan taiwanese",
    "Russian": "ru russia russian",
    "Indian": "in india indian",
    "Italian": "it italy italian",
    "Swiss": "ch switzerland swiss",
    "Swedish": "se sweden swedish",
    "WO": "wo wipo world|world intellectual property organization|pct",
}


def _names(listing: str) -> list[str]:
    """Codes stand first, between blanks; names of more than one word between bars."""
    first, *more = listing.split("|")
    words = first.split()
    return [first, *words, " ".join(words[-2:]), *more]


NATIONS = {name: adjective for adjective, listing in _NATIONS.items() for name in _names(listing)}

_NOTED = re.compile(
    r"(?:([A-Z]{2}|U\.?S\.?|[A-Z][a-z]+) )?Patent (App(?:l(?:ication)?)?\.? )?(?:No\.? ?)?"
    r"([A-Z]{0,2}\d[\d/,. -]*\d(?: ?[A-Z]\d?)?)"
)
_NUMBER = re.compile(r"([A-Z]{2})?[\s-]?([\d,./ -]*\d)\s?([A-Z]\d?)?")
_KIND = re.compile(r"(?:patent|patreq)([a-z]{2})|(.+?) patent\b.*", re.IGNORECASE)
"""What biblatex's `type` says of the country (`patreqjp`), and what users' does (`U.S. Patent Application`)."""
_CLASSED = re.compile(r"(D|RE|PP|H|T|X)\d{1,3}(?:,?\d{3})*")
"""American design, reissue, plant and other patents, whose letters belong to the number: `D345,678`."""
_NOTES = ("note", "howpublished")


class Patent(NamedTuple):
    """`genre` is empty for a granted patent."""

    jurisdiction: str = ""
    number: str = ""
    genre: str = ""


def noted(fields: Fields) -> bool:
    """Whether `note` or `howpublished` names a patent, as Google Scholar writes it: `US Patent 7,898,187`."""
    return any("Patent " in fields.tex(name) and _NOTED.match(fields.string(name)) for name in _NOTES)


def patent(fields: Fields) -> Patent:
    """What the entry says of the patent; the number without its country's letters and without commas."""
    kind = fields.string("type", "holder-type")
    request = kind.lower().startswith("patreq") or "applic" in kind.lower()
    number = fields.string("number")
    country = fields.string("nationality", "country")
    nation = NATIONS.get(country.lower(), country)
    for written in (number,) if number else map(fields.string, _NOTES):
        if found := _NOTED.match(written):
            nation = nation or NATIONS.get((found[1] or "").lower(), found[1] or "")
            number, request = found[3], request or bool(found[2])
    letters, number = _number(number)
    nation = nation or _of_kind(kind) or NATIONS.get(letters.lower(), letters) or _of_place(fields)
    genre = kind if kind.lower() not in NATIONS and not kind.lower().startswith("patent") else ""
    if kind.lower().startswith("patent "):
        genre = kind
    elif nation and _of_kind(kind) == nation:
        genre = ""
    return Patent(nation, number, "Patent Appl." if request else genre)


def _number(written: str) -> tuple[str, str]:
    """The country's letters in front, and the number with its kind code after a blank: US7796898B2 is 7796898 B2."""
    written = written.strip()
    if _CLASSED.fullmatch(written):
        return "", written.replace(",", "")
    found = _NUMBER.fullmatch(written)
    if not found:
        return "", written
    digits = re.sub(r"[,. ]", "", found[2])
    return found[1] or "", f"{digits} {found[3]}" if found[3] else digits


def _of_kind(kind: str) -> str:
    found = _KIND.fullmatch(kind)
    return NATIONS.get(kind.lower(), "") or (NATIONS.get((found[1] or found[2]).lower(), "") if found else "")


def _of_place(fields: Fields) -> str:
    """A patent's `location` is, in biblatex, the country it holds in."""
    return NATIONS.get(fields.string("location").lower(), "")
