"""The entry a user means by a key, or why there is none to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.scan.source import by_key
from pubman.errors import FoundError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pubman.bibtex.scan.source import Block, Source
    from pubman.errors import Problem


def find(sources: Sequence[Source], key: str) -> tuple[Source, Block]:
    """The entry of that key, ignoring case.

    Raises FoundError when there is none, InputError with the places when there are several or when it is broken.
    """
    found = by_key(sources, key)
    if not found:
        meant = _meant(sources, key)
        raise FoundError(f'no entry has the key "{key}"{meant}', hint="" if meant else "pubman list shows the keys")
    if len(found) > 1:
        places = [
            source.problem(block.start, "duplicate-key", "error", f"entry '{source.key(block)}'")
            for source, block in found
        ]
        message = f'{len(found)} entries have the key "{key}" (case does not count): which one is meant?'
        raise InputError(message, hint="give all but one another key by hand", problems=places)
    source, block = found[0]
    if block.kind == "error":
        raise InputError(
            f"{source.file}:{source.line(block.start)}: entry '{source.key(block)}' is broken; nothing was written",
            hint="mend it by hand first",
            problems=_faults(source, block),
        )
    return source, block


def find_all(sources: Sequence[Source], keys: Iterable[str]) -> list[tuple[Source, list[Block]]]:
    """The entries of all these keys, by file, each once; raises as `find`."""
    found: dict[int, tuple[Source, list[Block]]] = {}
    for key in keys:
        source, block = find(sources, key)
        blocks = found.setdefault(id(source), (source, []))[1]
        if block not in blocks:
            blocks.append(block)
    return list(found.values())


def _faults(source: Source, block: Block) -> list[Problem]:
    """The errors that made an entry a broken one: within it, or in the text behind it."""
    index = source.blocks.index(block)
    behind = next((each for each in source.blocks[index + 1 :] if each.kind != "junk"), None)
    first, last = source.line(block.start), source.line(behind.start if behind else len(source.text))
    found = [problem for problem in source.problems if problem.severity == "error" and first <= problem.line <= last]
    return found or [source.problem(block.start, "syntax", "error", "the entry is broken")]


def _meant(sources: Sequence[Source], key: str) -> str:
    from pubman.options.fault import nearest

    keys = {source.key(block) for source in sources for block in source.blocks if block.key_span[0] >= 0} - {""}
    near = nearest(key, sorted(keys), 0.6)
    return f' (did you mean "{near}"?)' if near else ""
