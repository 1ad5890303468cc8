"""What an entry gets from others by `crossref` (BibTeX's rule, with biblatex's names for a volume's title) and `xdata`.

biblatex manual 3.19, appendix B (default inheritance setup) and section 3.13.6 (xdata).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pubman.bibtex.entry import Entry

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

MOST = 100
"""As many fields as one entry inherits; a real volume has a dozen."""


def inherit(entries: Sequence[Entry], report: Callable[[Entry, str, str, str], None]) -> None:
    """Add to each entry's fields what it inherits, parents first, and mark the parents.

    `report(entry, field, rule, message)` is told of parents that are missing and of circles, which are not followed.
    """
    heirs = [entry for entry in entries if "crossref" in entry.fields or "xdata" in entry.fields]
    if not heirs:
        return
    known: dict[str, Entry] = {}
    for entry in entries:
        known.setdefault(entry.key.casefold(), entry)
    for entry in entries:
        if "ids" in entry.fields:
            for alias in entry.fields["ids"].split(","):
                known.setdefault(alias.strip().casefold(), entry)
    links = {id(entry): [*_links(entry, known, report)] for entry in heirs}
    cut: set[tuple[int, int]] = set()
    done: set[int] = set()
    for entry in heirs:
        for heir in _parents_first(entry, links, done, cut, report):
            for name, parent in links[id(heir)]:
                if (id(heir), id(parent)) not in cut:
                    parent.parent = parent.parent or name == "crossref"
                    _add(heir, parent, name)


def _links(
    entry: Entry, known: dict[str, Entry], report: Callable[[Entry, str, str, str], None]
) -> Iterator[tuple[str, Entry]]:
    """The entries it inherits from with the field that says so; xdata comes first."""
    for name in ("xdata", "crossref"):
        value = entry.fields.get(name, "")
        for key in value.split(",") if name == "xdata" else [value]:
            if parent := known.get(key.strip().casefold()):
                yield name, parent
            elif key.strip():
                report(entry, name, "missing-parent", f"{name} to '{key.strip()}', which is no entry here")


def _parents_first(
    first: Entry,
    links: dict[int, list[tuple[str, Entry]]],
    done: set[int],
    cut: set[tuple[int, int]],
    report: Callable[[Entry, str, str, str], None],
) -> Iterator[Entry]:
    """An entry's ancestors that are not done, then itself. The links of a circle go into `cut`."""
    if id(first) in done:
        return
    path = [(first, iter(links[id(first)]))]
    depth = {id(first): 0}
    while path:
        entry, parents = path[-1]
        for _, parent in parents:
            if id(parent) in depth:
                circle = [each for each, _ in path[depth[id(parent)] :]]
                cut.update((id(a), id(b)) for a, b in zip(circle, [*circle[1:], circle[0]], strict=True))
                keys = [each.key for each in (circle[:5] if len(circle) > 5 else circle)] + ["..."] * (len(circle) > 5)
                field = "crossref" if "crossref" in entry.fields else "xdata"
                report(
                    entry, field, "crossref-cycle", f"circular {field} (a cycle): {' -> '.join([*keys, circle[0].key])}"
                )
            elif id(parent) not in done and id(parent) in links:
                depth[id(parent)] = len(path)
                path.append((parent, iter(links[id(parent)])))
                break
        else:
            path.pop()
            del depth[id(entry)]
            done.add(id(entry))
            yield entry


def _add(heir: Entry, parent: Entry, link: str) -> None:
    """The parent's fields that the heir has not."""
    fields = heir.fields
    gained: list[tuple[str, str]] = []
    room = MOST - len(heir.inherited)
    items = parent.fields.items() if link == "xdata" else _handed_down(heir, parent)
    for name, value in items:
        if len(gained) >= room:
            break
        if not (name in fields or name in BOUND or SAME.get(name) in fields):
            gained.append((name, value))
    fields.update(gained)
    heir.inherited += tuple([name for name, _ in gained])


def _handed_down(heir: Entry, parent: Entry) -> Iterator[tuple[str, str]]:
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
