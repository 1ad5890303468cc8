"""What a list can be asked for: the options of a block, of the configuration and of the command line, in one table."""

from __future__ import annotations

from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pubman import registry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of one list. Names are the user's, with `_` for `-`."""

    style: str = "ieee"
    format: str = "markdown"
    where: str = ""
    sort: tuple[str, ...] = ("file",)
    group: str = "none"
    number: str = "asc"
    label: str = ""
    me: tuple[str, ...] = ()
    links: str = "all"
    heading_level: int = 3
    max_authors: int = 6
    titles: str = "sentence"
    journals: str = "abbreviated"
    words: tuple[str, ...] = ()


class OptionError(ValueError):
    """An option or a value that is not known; the caller adds the place and the exit code."""


def did_you_mean(word: str, known: list[str]) -> str:
    """` (did you mean "x"?)` when one of the known words is near, else the known words."""
    near = get_close_matches(word, known, 1, 0.6)
    return f' (did you mean "{near[0]}"?)' if near else f" (known: {', '.join(known)})"


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(";")
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise OptionError("is a list of strings")
    return tuple(stripped for item in value if (stripped := item.strip()))


def _sort(value: Any) -> tuple[str, ...]:
    return tuple(key.strip() for part in _words(value) for key in part.split(",") if key.strip())


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise OptionError("is a string")
    return value


def _number(lowest: int, highest: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if isinstance(value, bool) or not str(value).isascii() or not str(value).isdigit():
            raise OptionError(f"is a whole number from {lowest} to {highest}, not {value!r}")
        if not lowest <= int(value) <= highest:
            raise OptionError(f"is a whole number from {lowest} to {highest}, not {value}")
        return int(value)

    return read


def _one_of(known: Callable[[], list[str]]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in known():
            raise OptionError(f'has no "{value}"{did_you_mean(str(value), known())}')
        return str(value)

    return read


READERS: Mapping[str, Callable[[Any], Any]] = {
    "style": _one_of(lambda: registry.names("styles")),
    "format": _one_of(lambda: registry.names("formats")),
    "where": _string,
    "sort": _sort,
    "group": _one_of(lambda: ["none", "year", "type"]),
    "number": _one_of(lambda: ["asc", "desc"]),
    "label": _string,
    "me": _words,
    "links": _one_of(lambda: ["all", "none"]),
    "heading-level": _number(1, 6),
    "max-authors": _number(0, 10_000),
    "titles": _one_of(lambda: ["sentence", "as-given"]),
    "journals": _one_of(lambda: ["abbreviated", "full"]),
    "words": _words,
}

OF_BLOCK = ["style", "format", "where", "sort", "group", "number", "label", "me", "links", "max-authors", "heading-level"]
"""What may stand in a marker, and in the configuration's top level."""

OF_STYLE = ["titles", "journals", "max-authors", "words"]
"""What may stand in `[styles.NAME]`."""


def read(name: str, value: Any, known: list[str]) -> tuple[str, Any]:
    """The field of `Options` an option sets, and its value, from a marker's or a TOML file's `value`.

    Raises OptionError, with a "did you mean", for an option that is not among `known` or a value it cannot have.
    """
    if name not in known:
        raise OptionError(f'there is no option "{name}"{did_you_mean(name, known)}')
    try:
        return name.replace("-", "_"), READERS[name](value)
    except OptionError as error:
        raise OptionError(f'option "{name}" {error}') from None


assert {name.replace("-", "_") for name in READERS} == {field.name for field in fields(Options)}  # noqa: S101
