"""What may be added to the store: works from elsewhere, and entries of another file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from pubman import duplicates
from pubman.bibtex import entry, read, write
from pubman.bibtex.edit import copying

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pubman.bibtex.edit.habits import Habits
    from pubman.bibtex.entry import Entry
    from pubman.bibtex.scan.source import Source
    from pubman.duplicates import Identity
    from pubman.work import Work

Same: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""The type and all fields of an entry, white space apart."""


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
            Candidate(work, duplicates.identity(work, each.fields), copy.text, key or each.key, all_of(each), bool(key))
        )
    return candidates


def all_of(one: Entry) -> Same:
    """The type and all fields of an entry."""
    return one.type, tuple(sorted((name, " ".join(value.split())) for name, value in one.fields.items()))
