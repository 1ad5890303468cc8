"""What a changed file must still be: scanned again, all but the entries that were meant is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.scan import scan
from pubman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.bibtex.scan.source import Block, Source


def writable(source: Source) -> None:
    """Raises InputError, with the place, for a file that must not be changed at all."""
    if source.refusal:
        raise InputError(
            f"{source.file}:{source.refusal.line}: the file cannot be changed safely; nothing was written",
            hint="mend the line named above first",
            problems=[source.refusal],
        )


def rescanned(source: Source, text: str, place: int, *, cut: bool = False) -> Source:
    """The changed text, scanned. Raises InputError where that finds another error than the file had before.

    A text that was only `cut` may end in an entry that is never closed: nothing was put behind it.
    """
    changed = scan(text, source.file)
    if (changed.refusal and not cut) or _errors(changed) != _errors(source):
        raise more(source, place)
    return changed


def same(source: Source, blocks: Sequence[Block], changed: Source, still: Sequence[Block], place: int) -> None:
    """Raises InputError where blocks that were to stay are not the same, white space between them apart."""
    one, two = _texts(source, blocks), _texts(changed, still)
    if one != two:
        raise more(source, place)


def solid(source: Source) -> list[Block]:
    """The blocks but for white space."""
    text = source.text
    return [block for block in source.blocks if block.kind != "junk" or not text[block.start : block.end].isspace()]


def more(source: Source, place: int) -> InputError:
    """What to raise when a change would do more, or less, than it was meant to."""
    where = f"{source.file}:{source.line(place)}"
    return InputError(
        f"{where}: the change would alter more of the file than was asked for; nothing was written",
        hint="something near this line reads differently from what it looks like; pubman check may name it",
    )


def _texts(source: Source, blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """Kinds and texts; free text and comments that were in two pieces around an entry count as one."""
    found: list[tuple[str, str]] = []
    free: list[str] = []
    for block in blocks:
        text = source.text[block.start : block.end]
        if block.kind in ("junk", "comment"):
            free += text.split()
            continue
        if free:
            found.append(("text", "".join(free)))
            free = []
        found.append((block.kind, text.rstrip() if block.kind == "error" else text))  # a broken one has no end
    return [*found, ("text", "".join(free))] if free else found


def _errors(source: Source) -> list[str]:
    return sorted(problem.rule for problem in source.problems if problem.severity == "error")
