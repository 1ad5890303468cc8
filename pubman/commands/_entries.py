"""What `list` and `show` say of an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pubman import csl

if TYPE_CHECKING:
    from pubman.render import Item


def as_json(item: Item) -> dict[str, Any]:
    """The entry as the command line's contract has it: fields as written with macros expanded, and CSL-JSON."""
    entry, work = item
    return {
        "key": entry.key,
        "type": entry.type,
        "file": entry.file,
        "line": entry.line,
        "fields": dict(entry.fields),
        "csl": csl.item(work),
    }


def year(item: Item) -> str:
    """The year of issue, or what stands in its place."""
    issued = item.work.issued
    return str(issued.start.year) if issued.start else issued.literal or item.work.status


def authors(item: Item) -> str:
    """The family names, three at most."""
    names = item.work.author if item.work.author.people else item.work.editor
    family = [person.literal or " ".join(filter(None, (person.particle, person.family))) for person in names.people]
    more = len(family) > 3 or names.others
    return ", ".join(family[:3]) + (" et al." if more else "")
