"""The store on disk: the configured .bib files read into entries, and changed in one verified step."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pubman.bibtex import encoding, entry, scan
from pubman.edge import files
from pubman.edge.files import ChangedError
from pubman.errors import InputError, Problem, WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pubman.bibtex.entry import Entry
    from pubman.bibtex.scan import Source


T = TypeVar("T")

ATTEMPTS = 100
"""As often a change is redone on what other writers have made of the files meanwhile; each time one of them got on."""


class Store(NamedTuple):
    """The .bib files in their order, the entries in theirs, and everything found wrong on the way."""

    sources: list[Source]
    entries: list[Entry]
    problems: list[Problem]


class Change(NamedTuple):
    """One file of a store with the text it is to have."""

    source: Source
    text: str


def read(paths: Sequence[Path]) -> Store:
    """Every entry of the files; their `@string`s are shared in the order of the files.

    Raises InputError for a file that is missing or no text.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    for path in paths:
        name = files.shown(path)
        data = files.read(path)
        sources.append(scan.scan(encoding.decode(data, name), name))
        problems += encoding.check(data, name)
    entries, found = entry.resolve(sources)
    for source in sources:
        problems += source.problems
    return Store(sources, entries, sorted([*problems, *found], key=lambda p: (p.file, p.line, p.column)))


def whole(store: Store) -> Store:
    """The store when nothing in it is broken.

    Raises InputError (exit 3) naming every fault at once: a list is never printed with an entry missing in silence.
    """
    errors = [problem for problem in store.problems if problem.severity == "error"]
    if errors:
        faults = "fault" if len(errors) == 1 else "faults"
        named = ", ".join(sorted({problem.file for problem in errors}))
        raise InputError(
            f"{len(errors)} {faults} in {named}; nothing was written",
            hint="mend the lines named above and run again; `pubman check` shows warnings too",
            problems=errors,
        )
    return store


def change(
    store: Store, edit: Callable[[Store], tuple[T, Sequence[Change]]], *, dry_run: bool = False
) -> tuple[T, list[Change]]:
    """Make of a store what `edit` says, all files or none; returns what `edit` returns, and the changes that are any.

    When another program has written one of the files meanwhile they are read again and `edit` is asked again. Nothing
    is written when nothing would change. Raises WriteError when a file cannot be written, and whatever `edit` raises;
    either way nothing has changed.
    """
    for _ in range(ATTEMPTS):
        result, wanted = edit(store)
        changes = [each for each in wanted if each.text != each.source.text]
        if dry_run or not changes:
            return result, changes
        try:
            files.replace_all([_bytes(each) for each in changes])
        except ChangedError:
            store = read([files.path(source.file) for source in store.sources])
        else:
            return result, changes
    raise WriteError(f"{changes[0].source.file}: other programs keep writing it; nothing was changed", hint="run again")


def _bytes(wanted: Change) -> tuple[Path, bytes, bytes]:
    """The path, the bytes that were read and those to write; the new ones are read again to be sure of them."""
    file = wanted.source.file
    old, new = encoding.encode(wanted.source.text), encoding.encode(wanted.text)
    if encoding.decode(new, file) != wanted.text:
        raise WriteError(f"{file}: its encoding would change with this; nothing was changed")
    return files.path(file), old, new
