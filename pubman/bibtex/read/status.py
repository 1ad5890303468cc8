"""How far a work has come to print, from `pubstate`, from words in `note` or `year`, and from placeholders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex import latex

if TYPE_CHECKING:
    from pubman.bibtex.read.fields import Fields

_SAID = {
    "early access": (
        r"(?:in )?early access|prepublished|(?:published )?ahead of print|online first|first online|advance access"
    ),
    "submitted for publication": r"submitted|in submission|under review|in review|in revision",
    "to be published": r"to appear|in ?press|forthcoming|accepted|to be published|in print",
    "unpublished": r"unpublished|in ?preparation|manuscript in preparation|not published",
}
_WORDS = [(re.compile(rf"[\s(\[]*(?:{words})"), status) for status, words in _SAID.items()]
_FIELDS = ("pubstate", "status", "note", "year", "date", "addendum", "howpublished")
_FIRST_PAGES = re.compile(r"1\s*[-–]+\s*1")
_COUNTERS = ("volume", "number", "pages")
_WHERE = re.compile(
    r"\b(?:submitted|accepted|publication|appear|published|press)\W+(?:to|at|in|by)\b(?: the\b)?\s*(.+)", re.IGNORECASE
)


def status(fields: Fields) -> str:
    """One of the values of `Work.status`, or nothing."""
    values = fields.values
    for name in _COUNTERS:
        if values.get(name, "")[:1].isalpha() and (found := said(latex.plain(values[name]))):
            return found
    for name in _FIELDS if not _printed(values) else _FIELDS[:2]:
        value = values.get(name, "")
        if value and not value[0].isdigit() and (found := said(latex.plain(value))):
            return found
    return "early access" if _placeholders(values) else ""


def _printed(values: dict[str, str]) -> bool:
    """Whether pages tell that it has been printed, whatever an old note says; those of an article need an issue."""
    if not values.keys().isdisjoint(("journal", "journaltitle")) and values.keys().isdisjoint(
        ("volume", "number", "issue")
    ):
        return False
    return values.get("pages", "")[-1:].isdigit() and _FIRST_PAGES.fullmatch(values["pages"]) is None


def said(words: str) -> str:
    """The status that words begin with, or nothing."""
    lower = words.lower()
    return next((status for pattern, status in _WORDS if pattern.match(lower)), "")


def venue(words: str) -> str:
    """Where a work is to be published, from `submitted to IEEE Access`; words that tell no status are a place."""
    if not said(words):
        return words
    found = _WHERE.search(words)
    return found[1] if found else ""


def _placeholders(values: dict[str, str]) -> bool:
    """IEEE Xplore's export of a paper that has no issue yet: volume PP, number 99, pages 1-1."""
    if values.get("volume", "").upper().startswith("PP"):
        return True
    return (
        "volume" not in values and values.get("pages", "").replace("-", "").replace("–", "") == "11" and "doi" in values
    )


def drop_placeholders(fields: Fields) -> None:
    """Take `PP`, `99`, `1-1` and words that are no numbers out of the fields that count."""
    values = fields.values
    volume = values.get("volume", "")
    if volume.upper().startswith("PP"):
        del values["volume"]
        if values.get("number", "") in ("99", "PP"):
            del values["number"]
    if _FIRST_PAGES.fullmatch(values.get("pages", "")):
        del values["pages"]
    for name in _COUNTERS:
        if name in values and values[name][:1].isalpha() and said(latex.plain(values[name])):
            del values[name]
