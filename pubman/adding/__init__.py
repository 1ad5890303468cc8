"""New entries for the store, pure: what is there already is named, what is new gets a key and is appended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from pubman import duplicates
from pubman.adding.candidates import Candidate, of_entries, of_work
from pubman.adding.there import known_in
from pubman.bibtex import edit, keys
from pubman.bibtex.edit import habits, notation
from pubman.errors import FoundError, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.bibtex.entry import Entry
    from pubman.bibtex.scan.source import Source
    from pubman.work import Work

__all__ = ["Added", "Candidate", "Outcome", "add", "of_entries", "of_work"]


class Outcome(NamedTuple):
    """What became of a candidate: the key it has now, or that of the work that was there."""

    key: str
    status: Literal["added", "exists"]
    work: Work
    place: str
    message: str = ""


class Added(NamedTuple):
    """What became of every candidate, and the text of the file they were added to."""

    outcomes: list[Outcome]
    target: Source
    text: str


def add(
    store: Sequence[Source],
    entries: Sequence[Entry],
    target: Source,
    candidates: Sequence[Candidate],
    pattern: str = keys.PATTERN,
    *,
    ascii_only: bool = False,
) -> Added:
    """Append the candidates that are not in the store to the `target`, one of its files.

    A candidate's own key is kept, with a suffix where it is taken; one without gets a key by the pattern. What is new
    is ASCII where `ascii_only` asks for it or the file is not UTF-8. Raises
    FoundError when a key that must be kept is taken, InputError when the file may not be changed.
    """
    known, places, same = known_in(entries, candidates)
    taken = {source.key(block).casefold() for source in store for block in source.blocks if block.key_span[0] >= 0}
    outcomes: list[Outcome] = []
    chosen: list[tuple[Candidate, str]] = []
    renamed: dict[str, str] = {}
    pure_ascii = ascii_only or notation.is_foreign(target)
    for candidate in candidates:
        there = known.find(candidate.identity)
        if there is None and candidate.same and candidate.same in same:
            there = duplicates.Found(same[candidate.same], "type and fields")
        if there:
            place = places.get(there.key, target.file)
            message = f"{_name(candidate)} is there already as '{there.key}' ({place}): the same {there.reason}"
            outcomes.append(Outcome(there.key, "exists", candidate.work, place, message))
            key = there.key
        else:
            key = _key(candidate, taken, pattern, pure_ascii=pure_ascii)
            taken.add(key.casefold())
            outcomes.append(Outcome(key, "added", candidate.work, target.file, _renaming(candidate, key)))
            chosen.append((candidate, key))
            known.add(key, candidate.identity)
            if candidate.same is not None:
                same[candidate.same] = key
        if candidate.key and candidate.key != key:
            renamed.setdefault(candidate.key.casefold(), key)
    layout = habits.of_file(target)
    try:
        texts = [candidate.text(key, layout, renamed, pure_ascii=pure_ascii) for candidate, key in chosen]
    except InputError as error:
        raise notation.unfit(target, error) from None
    return Added(outcomes, target, edit.append(target, texts))


def _key(candidate: Candidate, taken: set[str], pattern: str, *, pure_ascii: bool) -> str:
    if candidate.keep_key and candidate.key.casefold() in taken:
        raise FoundError(
            f'the key "{candidate.key}" is taken; nothing was written',
            hint="choose another with --key, or leave it out",
        )
    if candidate.key and (candidate.key.isascii() or not pure_ascii):
        return keys.unique(candidate.key, taken)
    return keys.generate(candidate.work, taken, pattern)


def _renaming(candidate: Candidate, key: str) -> str:
    return f"instead of '{candidate.key}'" if candidate.key and candidate.key != key else ""


def _name(candidate: Candidate) -> str:
    return f"'{candidate.key}'" if candidate.key and not candidate.keep_key else "the work"
