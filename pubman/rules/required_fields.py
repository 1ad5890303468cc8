"""Fields that a reference of this type cannot do without.

BibTeX's ("BibTeXing", section 3.1) and biblatex's (manual 3.19, section 2.1.1), as far as the IEEE Reference Guide
prints them: a preprint needs no journal, what is still to be published no year, a paper only presented no proceedings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex.read.fields import Fields
from pubman.rules import Bibliography, Finding
from pubman.rules._text import PLACEHOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.bibtex.entry import Entry

AUTHOR = "author|editor|collaboration|organization|institution"
YEAR = "year|date|origdate|eventdate"
PUBLISHER = "publisher|organization|institution|school|howpublished|url|doi"
SCHOOL = "school|institution|organization|publisher"
PLACE = "volume|number|issue|pages|page|eid|articleno|article-number|articlenumber|article_number|day|issue_date"
_THESIS = ("author", "title", SCHOOL, YEAR)
_REPORT = (AUTHOR, "title", "institution|school|organization|publisher|number", YEAR)
_CONFERENCE = ("author|editor", "title", "booktitle|maintitle|eventtitle|journal|journaltitle|series|conference", YEAR)
_SITE = ("title|url|howpublished", "url|howpublished|doi|eprint|note", YEAR + "|urldate|note|howpublished")
_OWNED = ("title", "author|editor|organization|institution|publisher")

NEEDS = {
    "article": (AUTHOR, "title", "journal|journaltitle|fjournal|shortjournal|shortjournaltitle", YEAR, PLACE),
    "book": ("author|editor|organization", "title", PUBLISHER, YEAR),
    "mvbook": ("author|editor|organization", "title", YEAR),
    "booklet": ("title",),
    "inbook": ("author|editor", "title|booktitle", "chapter|pages|booktitle", PUBLISHER, YEAR),
    "incollection": ("author|editor", "title", "booktitle|maintitle", PUBLISHER, YEAR),
    "collection": ("editor|author|publisher|organization", "title", YEAR),
    "inproceedings": _CONFERENCE,
    "conference": _CONFERENCE,
    "proceedings": ("title|booktitle", YEAR),
    "manual": ("title",),
    "phdthesis": _THESIS,
    "mastersthesis": _THESIS,
    "thesis": _THESIS,
    "techreport": _REPORT,
    "report": _REPORT,
    "unpublished": ("author|editor", "title", "note|howpublished|eventtitle|pubstate|" + YEAR),
    "misc": ("title|howpublished|note|url",),
    "online": _SITE,
    "electronic": _SITE,
    "www": _SITE,
    "patent": ("author|holder|assignee", "title", "number", YEAR + "|yearfiled"),
    "standard": ("title", "number|howpublished|type|key", "organization|institution|publisher|author|number"),
    "dataset": _OWNED,
    "software": _OWNED,
}
"""Of each type: one of the names between the bars must be there."""

_NEWS = re.compile(r"news|magazine|blog|online", re.IGNORECASE)
_EMPTY = frozenset([*PLACEHOLDERS, "?", "??", "???"])

LONGEST = 20
"""No placeholder has more characters."""


def check(bib: Bibliography) -> Iterator[Finding]:
    """One finding an entry, with everything that is missing."""
    for entry in bib.entries:
        needs = NEEDS.get(entry.type)
        if needs is None or entry.parent:
            continue
        fields = entry.fields
        if not entry.inherited and ("crossref" in fields or "xdata" in fields):
            continue  # its parent is missing, which is a finding of its own
        missing = [names for names in needs if not _has(fields, names)]
        if missing and (missing := [names for names in missing if not _excused(entry, names)]):
            journal = any(names.startswith("journal") for names in missing)
            shown = [_shown(names) for names in missing if not (journal and names == PLACE)]
            yield Finding(entry, "", f"@{entry.type} without {', '.join(shown)}")


def _has(fields: dict[str, str], names: str) -> bool:
    for name in names.split("|"):
        if name in fields:
            value = fields[name]
            if len(value) > LONGEST or value.strip(" \t\r\n{}").lower() not in _EMPTY:
                return True
    return False


def _shown(names: str) -> str:
    if names == PLACE:
        return "volume, number, pages or article number"
    first, *others = names.split("|")
    return f"{first} or {others[0]}" if others and others[0] in ("editor", "pages") else first


def _excused(entry: Entry, names: str) -> bool:
    """Whether this entry does without, for what its other fields say."""
    from pubman.bibtex.read import event, preprint
    from pubman.bibtex.read.status import status

    fields = Fields(entry.type, entry.fields)
    if entry.type in ("inproceedings", "conference") and names.startswith("booktitle"):
        return event.presented(fields) or bool(status(fields)) or preprint.is_preprint(fields)
    if names == YEAR:
        return status(fields) not in ("", "early access")
    if entry.type != "article":
        return False
    if names == PLACE and (_NEWS.search(fields.string("entrysubtype", "type")) or fields.tex("date").count("-") == 2):
        return True
    if names.startswith("journal") or names == PLACE:
        return (
            bool(status(fields))
            or preprint.is_preprint(fields)
            or bool(preprint.deposit(fields).archive and "journal" not in fields.values)
        )
    return names == AUTHOR and bool(_NEWS.search(fields.string("entrysubtype", "type")))
