"""What a list can be asked for: the options of a block, of the configuration and of the command line, in one table."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from pubman import registry
from pubman.options.fault import OptionError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

__all__ = ["OF_BLOCK", "OF_STYLE", "READERS", "SORT_KEYS", "OptionError", "Options", "combine", "did_you_mean", "read"]

SORT_KEYS = ["file", "issued", "title", "author", "type", "year", "key"]
"""What a list can be sorted by; `-` before one turns it round."""


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

OF_BLOCK = [
    "style",
    "format",
    "where",
    "sort",
    "group",
    "number",
    "label",
    "me",
    "links",
    "max-authors",
    "heading-level",
]
"""What may stand in a marker, and in the configuration's top level."""

OF_STYLE = ["titles", "journals", "max-authors", "words"]
"""What may stand in `[styles.NAME]`."""


def read(name: str, value: Any, known: Collection[str]) -> tuple[str, Any]:
    """The field of `Options` an option sets, and its value, from a marker's or a TOML file's `value`.

    Raises OptionError, with a "did you mean", for an option that is not among `known` or a value it cannot have.
    """
    if name not in known:
        raise OptionError(f'there is no option "{name}"{did_you_mean(name, known)}')
    try:
        return name.replace("-", "_"), READERS[name](value)
    except OptionError as error:
        raise OptionError(f'option "{name}" {error}') from None


def combine(
    configuration: Mapping[str, Any],
    styles: Mapping[str, Mapping[str, Any]],
    marker: Mapping[str, Any],
    command_line: Mapping[str, Any],
) -> Options:
    """The options of one list: command line over marker over `[styles.NAME]` over the configuration's top over default.

    The keys are the user's names or the fields of `Options`, the values as written or as `read` returns them. Which of
    the `styles` tables counts is the style that the other three settle on. Raises OptionError.
    """
    layers = [_fields(layer) for layer in (configuration, marker, command_line)]
    style = next((layer["style"] for layer in reversed(layers) if "style" in layer), Options().style)
    layers.insert(1, _fields(styles.get(style, {})))
    chosen: dict[str, Any] = {}
    for layer in layers:
        chosen |= layer
    return Options(**chosen)


def _fields(layer: Mapping[str, Any]) -> dict[str, Any]:
    return dict(read(name.replace("_", "-"), value, READERS) for name, value in layer.items())


assert {name.replace("-", "_") for name in READERS} == {field.name for field in fields(Options)}  # noqa: S101
