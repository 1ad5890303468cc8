"""The word lists beside the modules, read once and only when asked for."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def words(string: str) -> frozenset[str]:
    """The words of a string, as a set."""
    return frozenset(string.split())


def text(name: str) -> str:
    """A list without the remarks (`#`) at its head, which a blank line ends."""
    return (_FOLDER / name).read_text("utf-8").partition("\n\n")[2]


def pairs(name: str) -> dict[str, str]:
    """A list of two columns without blanks in them: the first to the second."""
    column = text(name).split()
    return dict(zip(column[::2], column[1::2], strict=True))
