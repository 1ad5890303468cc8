"""Where a work is on the net: DOI, address, and the day it was looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman import identifiers
from pubman.bibtex import dates, latex
from pubman.bibtex.read.fields import verbatim
from pubman.work import UNDATED, Date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pubman.bibtex.read.fields import Fields

_PLAIN_DOI = re.compile(r"10\.\d{4,9}/[A-Za-z0-9._/()-]*[A-Za-z0-9]")
_URL = re.compile(r"\b(?:https?|ftp)://[^\s<>\"{}]+", re.IGNORECASE)
_BARE = re.compile(r"www\.[\w-]+\.[^\s<>\"{}]+", re.IGNORECASE)
_ACCESSED = re.compile(
    r"(?:\b(?:last|date) )?\b(?:accessed|visited|retrieved|viewed|checked|access(?:ed)? date|date of access"
    # `IEEE Access` and `early access` are no access to an address.
    r"|access(?=\s*:|\s+(?:on\b|\d)))\b"
    r"[\s:,]*(?:(?:on|at|in|the)\b[\s:]*)?([^;()\[\]]*)",
    re.IGNORECASE,
)
_ACCESS_FIELDS = tuple("urldate accessed lastaccessed lastchecked lastvisited access-date accessdate visited".split())
_NO_SITE = frozenset("online|internet|web|website|web site|webpage|web page|url|link|electronic".split("|"))
"""What `howpublished` says where it means no more than the address."""
_SPEECH = re.compile(
    r"\[?online\]?\s*[;.:,]?|available\s*(?:online)?\s*(?:at|from)?\s*:?|\b(?:url\b|from\s*:|at\s*:)\s*:?",
    re.IGNORECASE,
)


def doi(fields: Fields) -> str:
    """The bare DOI, from `doi` or from an address of the DOI's resolver; arXiv's own DOIs are left to the preprint."""
    values = fields.values
    if "doi" in values:
        written = values["doi"]
        if _PLAIN_DOI.fullmatch(written) or (written := identifiers.doi(verbatim(written))):
            return written
    for name in ("url", "howpublished", "ee", "note"):
        if name in values and "doi.org/" in values[name]:
            address = next(iter(_URL.findall(verbatim(values[name]))), "")
            if found := identifiers.doi(address):
                return found
    return ""


def url(fields: Fields) -> str:
    """The address as it is printed, or nothing; one that only leads to a DOI is none."""
    values = fields.values
    for name in ("url", "howpublished", "note", "repository"):
        if name in values:
            value = verbatim(values[name])
            found = _URL.search(value) or _BARE.search(value)
            if found:
                address = found[0] if name == "url" else _unended(found[0])
                return "" if "doi.org/10." in address else address
    return ""


def addresses(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every address in fields as written, with the field's name; those that only lead to a DOI are left out."""
    for name, written in values.items():
        if "://" in written:
            for found in _URL.findall(verbatim(written)):
                address = found if name == "url" else _unended(found)
                if "doi.org/10." not in address:
                    yield name, address


def _unended(address: str) -> str:
    """An address in a sentence without what ends that: a bracket only where it was not opened in the address."""
    alone = {closing: address.count(closing) - address.count(opening) for opening, closing in ("()", "[]")}
    end = len(address)
    while end and (address[end - 1] in ".,;:" or alone.get(address[end - 1], 0) > 0):
        end -= 1
        if address[end] in alone:
            alone[address[end]] -= 1
    return address[:end]


def accessed(fields: Fields) -> Date:
    """When it was looked at, from `urldate` and its like or from words in `note` and `howpublished`."""
    if value := fields.tex(*_ACCESS_FIELDS):
        return dates.read_field(value)
    for name in ("note", "howpublished", "addendum", "url"):
        value = fields.values.get(name, "")
        if value and (found := _ACCESSED.search(latex.plain(value))):
            date = dates.read_field(found[1].strip(" .,"))
            if date.start:
                return date
    return UNDATED


def beside_address(tex: str) -> str:
    """What `howpublished` says besides an address, its access date and `Available at:`."""
    if not tex:
        return ""
    string = said = latex.plain(tex)
    for pattern in (_URL, _BARE):
        said = pattern.sub("", said)
    if said != string or _ACCESSED.search(said):
        said = _SPEECH.sub("", _ACCESSED.sub("", said))
        said = said.strip(" .,;:()" if "[" in said and "]" in said else " .,;:()[]")
    if said[:1] == "[" and said[-1:] == "]":
        said = said[1:-1]
    return "" if said.lower() in _NO_SITE else said
