"""What a list can be asked for: the options of a block, of the configuration and of the command line, in one table."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from pubman.options.fault import OptionError, did_you_mean
from pubman.options.values import READERS, SORT_KEYS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["OF_BLOCK", "OF_STYLE", "READERS", "SORT_KEYS", "OptionError", "Options", "combine", "did_you_mean", "read"]


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
