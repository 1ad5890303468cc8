"""Keys that stand twice, ignoring case as BibTeX does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.scan.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pubman.bibtex.entry.entry import Entry

PLACES = 5
"""As many places as one message names."""


def repeated(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each entry whose key another has before it."""
    places: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.key:
            places.setdefault(entry.key.casefold(), []).append(entry)
    if len(places) == len(entries):
        return
    for same in places.values():
        if len(same) > 1:
            yield from _told(same)


def _told(same: Sequence[Entry]) -> Iterator[tuple[Entry, Fault]]:
    named = [f"{entry.file}:{entry.line}" for entry in same[: PLACES + 1]]
    more = len(same) - 1 - PLACES
    for index, entry in enumerate(same[1:], 1):
        others = [place for at, place in enumerate(named) if at != index][:PLACES]
        also = ", ".join(others) + (f" and {more} more" if more > 0 else "")
        case = "" if entry.key == same[0].key else f" (as '{same[0].key}', case does not count)"
        message = f"duplicate key '{entry.key}'{case}: also at {also}"
        yield entry, Fault(entry.block.key_span[0], "duplicate-key", message)
