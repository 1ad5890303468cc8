"""What an entry gets from others by `crossref` (BibTeX's rule, with biblatex's names for a volume's title) and `xdata`.

biblatex manual 3.19, appendix B (default inheritance setup) and section 3.13.6 (xdata).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.entry.inheritance.ancestors import parents_first
from pubman.bibtex.entry.inheritance.fields import BOUND, SAME, handed_down

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pubman.bibtex.entry.entry import Entry

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
        for heir in parents_first(entry, links, done, cut, report):
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


def _add(heir: Entry, parent: Entry, link: str) -> None:
    """The parent's fields that the heir has not."""
    fields = heir.fields
    gained: list[tuple[str, str]] = []
    room = MOST - len(heir.inherited)
    items = parent.fields.items() if link == "xdata" else handed_down(heir, parent)
    for name, value in items:
        if len(gained) >= room:
            break
        if not (name in fields or name in BOUND or SAME.get(name) in fields):
            gained.append((name, value))
    fields.update(gained)
    heir.inherited += tuple([name for name, _ in gained])
