"""Which fields go down to an heir, and what they are called there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.bibtex.entry.entry import Entry

PARTS = frozenset(
    ["inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inreference", "inproceedings", "conference"]
)
VOLUMES = frozenset(["book", "collection", "reference", "proceedings"])
SETS = frozenset(["mvbook", "mvcollection", "mvreference", "mvproceedings"])
OF_BOOK = frozenset(["inbook", "bookinbook", "suppbook"])

TITLES = ("title", "subtitle", "titleaddon")
OWN_TITLES = frozenset(["shorttitle", "sorttitle", "indextitle", "indexsorttitle"])

BOUND = frozenset(
    [
        "ids",
        "crossref",
        "xref",
        "xdata",
        "entryset",
        "entrysubtype",
        "execute",
        "label",
        "options",
        "presort",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "shorthand",
        "shorthandintro",
        "sortkey",
    ]
)
"""What biblatex never inherits."""

IDENTITY = frozenset(
    [
        "doi",
        "url",
        "urldate",
        "eprint",
        "eprinttype",
        "eprintclass",
        "archiveprefix",
        "primaryclass",
        "pmid",
        "pmcid",
        "pages",
        "pagetotal",
        "numpages",
        "abstract",
        "keywords",
        "file",
        "timestamp",
        "biburl",
        "bibsource",
        "bibkey",
        "added-at",
        "interhash",
        "intrahash",
        "owner",
    ]
)
"""What is true of the volume alone: its DOI under a paper in it would lead to the wrong work."""

SAME = {"year": "date", "month": "date", "date": "year", "journal": "journaltitle", "journaltitle": "journal"}
SAME |= {"address": "location", "location": "address"}
"""BibTeX's and biblatex's names for the same: the child's own wins under either."""


def handed_down(heir: Entry, parent: Entry) -> Iterator[tuple[str, str]]:
    """A crossref parent's fields under the names they have in the heir."""
    prefix = _prefix(heir.type, parent.type)
    if heir.type == "inbook" and "title" not in heir.fields:
        prefix = ""  # BibTeX's @inbook has the book's own title
    for name, value in parent.fields.items():
        if name in IDENTITY or (prefix and name in OWN_TITLES):
            continue
        if prefix and name in TITLES:
            if f"{prefix}title" not in parent.fields:
                yield prefix + name, value
        else:
            yield name, value
            if name == "author" and prefix == "book" and heir.type in OF_BOOK:
                yield "bookauthor", value


def _prefix(heir: str, parent: str) -> str:
    """What a parent's `title` is called in the heir, before the word title."""
    if parent in SETS:
        return "main" if heir in PARTS or heir in VOLUMES else ""
    if heir in PARTS:
        return "" if parent in PARTS else "book"
    return "journal" if parent == "periodical" else ""
