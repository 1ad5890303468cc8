"""A work that is there twice: same kind, title, first author and year, and nothing that tells them apart.

A conference paper and its journal version are two works; so are parts with different volumes, pages or DOIs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex import dates
from pubman.bibtex.read.fields import Fields
from pubman.bibtex.read.preprint import is_preprint
from pubman.rules import Bibliography, Finding, _dois
from pubman.rules._twins import groups, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.bibtex.entry import Entry

_KIND = {"conference": "inproceedings", "phdthesis": "thesis", "mastersthesis": "thesis", "techreport": "report"}
_APART = (
    "volume",
    "number",
    "issue",
    "edition",
    "version",
    "chapter",
    "part",
    "eid",
    "articleno",
    "school",
    "institution",
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset("the and for der die des les".split())
_CLEAR = frozenset(["article", "preprint", "inproceedings", "incollection", "inbook", "book", "thesis", "report"])
_VAGUE = (
    "note",
    "howpublished",
    "venue",
    "location",
    "address",
    "month",
    "date",
    "eventtitle",
    "eventdate",
    "organization",
    "type",
    "url",
)
"""What tells two entries of another kind apart: a talk that was given twice."""

COMPARED = 20
"""As many different works with one title are told apart."""


def check(bib: Bibliography) -> Iterator[Finding]:
    """Every entry but the first of the same work is named."""
    for twins in groups(bib.entries):
        kept: dict[str, list[Entry]] = {}
        for entry in twins:
            fields = Fields(entry.type, entry.fields)
            kind = "preprint" if is_preprint(fields) else _KIND.get(entry.type, entry.type)
            others = kept.setdefault(kind, [])
            same = next((other for other in others if _same(entry, other, kind)), None)
            if same is None:
                others += [entry] * (len(others) < COMPARED)
            elif same.key.casefold() != entry.key.casefold() and not _same_doi(entry, same):
                yield Finding(entry, "title", f"the same work as {place(same)}")


def _same(one: Entry, other: Entry, kind: str) -> bool:
    mine, yours = one.fields, other.fields
    year, its = dates.read(mine).start, dates.read(yours).start
    if year and its and year.year != its.year:
        return False
    for name in _APART if kind in _CLEAR else (*_APART, *_VAGUE):
        if name in mine and name in yours and _bare(mine[name]) != _bare(yours[name]):
            return False
    if "doi" in mine and "doi" in yours and not _same_doi(one, other):
        return False
    pages = [re.match(r"\W*(\w+)", fields.get("pages", "")) for fields in (mine, yours)]
    if pages[0] and pages[1] and pages[0][1] != pages[1][1]:
        return False
    return _same_place(_place(mine), _place(yours))


def _same_doi(one: Entry, other: Entry) -> bool:
    mine, yours = (_dois.name(entry.fields.get("doi", "")) for entry in (one, other))
    return bool(mine) and mine == yours


def _bare(value: str) -> str:
    return value.strip(" {}").casefold()


def _place(fields: dict[str, str]) -> str:
    return next(
        (fields[name] for name in ("journal", "journaltitle", "booktitle", "howpublished") if name in fields), ""
    )


def _same_place(mine: str, yours: str) -> bool:
    """Whether two names can be one: most words of the shorter begin as words of the longer do (`Proc.`)."""
    one, other = (
        {word[:3].lower() for word in _WORD.findall(name) if word.lower() not in _SMALL} for name in (mine, yours)
    )
    smaller = min(len(one), len(other))
    return len(one & other) * 3 >= smaller * 2 if smaller else not (one or other) or not (mine and yours)
