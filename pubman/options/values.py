"""The values that options can have, as they are written in a marker, in TOML or on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pubman import registry
from pubman.options.fault import OptionError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

SORT_KEYS = ["file", "issued", "title", "author", "type", "year", "key"]
"""What a list can be sorted by; `-` before one turns it round."""


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(";")
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise OptionError("is a list of strings")
    return tuple(stripped for item in value if (stripped := item.strip()))


def _sort(value: Any) -> tuple[str, ...]:
    keys = tuple(key.strip() for part in _words(value) for key in part.split(",") if key.strip())
    for key in keys:
        if key.removeprefix("-") not in SORT_KEYS:
            raise OptionError(f'has no key "{key}"{did_you_mean(key.removeprefix("-"), SORT_KEYS)}')
    if not keys:
        raise OptionError(f"needs a key (known: {', '.join(SORT_KEYS)})")
    return keys


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise OptionError("is a string")
    return value


def _where(value: Any) -> str:
    string = _string(value)
    if string.strip():
        from pubman.options import where

        where.terms(string)
    return string


def _label(value: Any) -> str:
    string = _string(value)
    if not string.isprintable() or "[" in string or "]" in string:
        raise OptionError("is what stands before the number: no brackets, no control characters")
    return string


def _number(lowest: int, highest: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            shown = "this one" if isinstance(value, int) and abs(value) > 10**9 else repr(value)
            raise OptionError(f"is a whole number from {lowest} to {highest}, not {shown}")
        return value

    return read


def _one_of(known: Callable[[], Collection[str]]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in known():
            raise OptionError(f'has no "{value}"{did_you_mean(str(value), known())}')
        return str(value)

    return read


READERS: Mapping[str, Callable[[Any], Any]] = {
    "style": _one_of(lambda: registry.names("styles")),
    "format": _one_of(lambda: registry.names("formats")),
    "where": _where,
    "sort": _sort,
    "group": _one_of(lambda: ["none", "year", "type"]),
    "number": _one_of(lambda: ["asc", "desc"]),
    "label": _label,
    "me": _words,
    "links": _one_of(lambda: ["all", "published", "none"]),
    "heading-level": _number(1, 6),
    "max-authors": _number(0, 10_000),
    "titles": _one_of(lambda: ["sentence", "as-given"]),
    "journals": _one_of(lambda: ["abbreviated", "full"]),
    "words": _words,
}
"""How the value of each option is read; each reader raises OptionError for a value that the option cannot have."""
