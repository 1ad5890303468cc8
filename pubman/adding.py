"""New entries for the store, pure: what is there already is named, what is new gets a key and is appended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypeAlias

from pubman import duplicates
from pubman.bibtex import edit, entry, keys, read, write
from pubman.bibtex.edit import copying, habits, notation
from pubman.errors import FoundError, InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pubman.bibtex.edit.habits import Habits
    from pubman.bibtex.entry import Entry
    from pubman.bibtex.scan.source import Source
    from pubman.duplicates import Identity
    from pubman.work import Work


Same: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""The type and all fields of an entry, white space apart."""

FEW = 50
"""For up to as many candidates the entries of the store are glanced at before they are read."""


class Writing(Protocol):
    """Writes a candidate's entry under a key; `renamed` are the new keys of entries it may name."""

    def __call__(self, key: str, layout: Habits, renamed: Mapping[str, str], /, *, pure_ascii: bool = False) -> str:
        """The entry's text, without an end of line behind it."""


class Candidate(NamedTuple):
    """A work to be added: `key` is the one it comes with, or empty; `same` what only an entry equal in all has."""

    work: Work
    identity: Identity
    text: Writing
    key: str = ""
    same: Same | None = None
    keep_key: bool = False


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


def of_work(work: Work, key: str = "") -> Candidate:
    """A work from elsewhere as a candidate; with a key, under that key and no other."""

    def text(key: str, layout: Habits, _: Mapping[str, str], /, *, pure_ascii: bool = False) -> str:
        return write.entry(work, key, layout=layout, pure_ascii=pure_ascii)

    return Candidate(work, duplicates.identity(work), text, key, keep_key=bool(key))


def of_entries(found: Sequence[Entry], store: Sequence[Source], key: str = "") -> list[Candidate]:
    """The entries of one other file as candidates; `key` is for a single one.

    Their macros stay where they mean the same in `store`, the files up to the one that is added to.
    """
    if not found:
        return []
    known, macros = entry.macros([found[0].source]), entry.macros(store)
    kept = copying.kept(known, macros)
    candidates = []
    for each in found:
        work = read.work(each)
        copy = copying.Copy(each, known, kept)
        candidates.append(
            Candidate(work, duplicates.identity(work, each.fields), copy.text, key or each.key, _all(each), bool(key))
        )
    return candidates


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
    known, places, same = _known(entries, candidates)
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


def _known(
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
            same.setdefault(_all(each), each.key)
            places.setdefault(each.key, f"{each.file}:{each.line}")
    return known, places, same


def _all(one: Entry) -> Same:
    return one.type, tuple(sorted((name, " ".join(value.split())) for name, value in one.fields.items()))


def _shape(same: Same) -> tuple[str, int]:
    return same[0], len(same[1])


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
