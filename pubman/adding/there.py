"""What of the candidates may be in the store already, as far as its entries tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman import duplicates
from pubman.adding.candidates import all_of
from pubman.bibtex import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.adding.candidates import Candidate, Same
    from pubman.bibtex.entry import Entry

FEW = 50
"""For up to as many candidates the entries of the store are glanced at before they are read."""


def known_in(
    entries: Sequence[Entry], candidates: Sequence[Candidate]
) -> tuple[duplicates.Known, dict[str, str], dict[Same, str]]:
    """The works of the store, where each key stands, and the entries by all that they say."""
    known = duplicates.Known()
    places: dict[str, str] = {}
    same: dict[Same, str] = {}
    clues = [duplicates.clue(candidate.work, candidate.identity) for candidate in candidates]
    alike = {_shape(candidate.same) for candidate in candidates if candidate.same}
    for each in entries:
        if len(clues) > FEW or duplicates.may_be(each.fields, clues):
            known.add(each.key, duplicates.identity(read.work(each), each.fields))
            places.setdefault(each.key, f"{each.file}:{each.line}")
        if (each.type, len(each.fields)) in alike:
            same.setdefault(all_of(each), each.key)
            places.setdefault(each.key, f"{each.file}:{each.line}")
    return known, places, same


def _shape(same: Same) -> tuple[str, int]:
    return same[0], len(same[1])
