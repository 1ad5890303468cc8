"""Pages on disk: read whole, written together or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex import encoding
from pubman.edge import files
from pubman.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pubman.render import Page


def each(paths: Sequence[Path], fill: Callable[[str, str], Page]) -> list[Page]:
    """`fill(file, text)` of every page.

    Raises InputError with the faults of all of them at once, so that nothing is written while one is broken.
    """
    filled: list[Page] = []
    refusals: list[InputError] = []
    for path in paths:
        name = files.shown(path)
        try:
            filled.append(fill(name, encoding.decode(files.read(path), name)))
        except InputError as error:
            refusals.append(error)
    if len(refusals) == 1:
        raise refusals[0]
    if refusals:
        problems: list[Problem] = [problem for refusal in refusals for problem in refusal.problems]
        raise InputError("; ".join(refusal.message for refusal in refusals), hint=refusals[0].hint, problems=problems)
    return filled


def written(page: Page) -> bytes:
    """The bytes of a page's new text."""
    return encoding.encode(page.new)


def write(changed: Sequence[Page]) -> None:
    """Replace the pages by their new text; raises WriteError with nothing changed."""
    files.replace_all([(files.path(page.file), encoding.encode(page.old), written(page)) for page in changed])
