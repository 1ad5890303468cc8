"""A TOML file read as a configuration: every key and value checked, every fault with its line."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from pubman import options, registry
from pubman.edge import files
from pubman.edge.config import SOURCES, Config
from pubman.errors import Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

KNOWN = ["bib", "pages", *options.OF_BLOCK, "mailto", "sources", "disable", "styles", "key", "ascii", "pin"]
SERVICES = [*SOURCES, "doi", "orcid"]
"""What `[sources.NAME]` can give an address of."""

_NAME = r"""(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)"""
_KEY = rf"[ \t]*(\[{{0,2}})[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*(?:=|\])"


def config(data: bytes, path: Path, inside: tuple[str, ...]) -> Config | None:
    """The configuration in the table `inside` of a file, or nothing when there is no such table.

    Raises UsageError with a problem for every unknown key and wrong value at once, or for what is no TOML.
    """
    name = files.shown(path)
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
        table: Any = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        if inside and not re.search(rb"(?m)^\s*\[\s*" + rb"\s*\.\s*".join(map(str.encode, inside)), data):
            return None
        raise _broken(error, data, name) from None
    for key in inside:
        table = table.get(key) if isinstance(table, dict) else None
    if table is None:
        return None
    reading = _Reading(text, name, inside)
    read = reading.config(table, path)
    if reading.problems:
        problems = sorted(reading.problems, key=lambda problem: problem.line)
        faults = "a fault" if len(problems) == 1 else f"{len(problems)} faults"
        raise UsageError(f"{name}: {faults} in the configuration", problems=problems)
    return read


def _broken(error: Exception, data: bytes, name: str) -> UsageError:
    line = column = 0
    if isinstance(error, UnicodeDecodeError):
        line, message = data.count(b"\n", 0, error.start) + 1, "not UTF-8"
    elif isinstance(error, RecursionError):
        message = "nested too deeply"
    else:
        message = str(error)
        place = re.search(r"\(at line (\d+), column (\d+)\)", message)
        if place:
            line, column = int(place[1]), int(place[2])
            message = message[: place.start()].strip()
        elif "end of document" in message:
            line = data.rstrip().count(b"\n") + 1
    problem = Problem(name, line, column, "configuration", "error", message)
    return UsageError(f"{name}: the configuration is not valid TOML", problems=[problem])


class _Reading:
    """One reading of a table, and what is wrong in it."""

    def __init__(self, text: str, name: str, inside: tuple[str, ...]) -> None:
        self.text, self.name, self.inside = text, name, inside
        self.problems: list[Problem] = []
        self.places: dict[tuple[str, ...], tuple[int, str]] = {}

    def config(self, table: Any, path: Path) -> Config:
        if not isinstance(table, dict):
            self.fault((), "is a table")
            table = {}
        defaults: dict[str, Any] = {}
        for key, value in table.items():
            if key in options.OF_BLOCK:
                self.option((key,), value, options.OF_BLOCK, defaults)
            elif key not in KNOWN:
                self.fault((key,), f'there is no option "{key}"{options.did_you_mean(key, KNOWN)}')
        sources = table.get("sources", [*SOURCES])
        by_table = isinstance(sources, dict)
        return Config(
            root=path.parent,
            file=path,
            bib=self.paths("bib", table.get("bib", [])),
            pages=self.paths("pages", table.get("pages", [])),
            defaults=defaults,
            styles=self.styles(table.get("styles", {})),
            mailto=self.mailto(table.get("mailto", "")),
            sources=SOURCES if by_table else self.sources(sources),
            sources_tables=self.services(sources) if by_table else {},
            disable=self.strings("disable", table.get("disable", [])),
            key=self.key(table.get("key", "")),
            pin=self.pins(table.get("pin", {})),
            ascii=self.ascii(table.get("ascii", False)),
        )

    def option(self, keys: tuple[str, ...], value: Any, known: list[str], read: dict[str, Any]) -> None:
        try:
            field, seen = options.read(keys[-1], value, known)
        except options.OptionError as error:
            self.fault(keys, str(error))
        else:
            read[field] = seen

    def strings(self, key: str, value: Any) -> tuple[str, ...]:
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            self.fault((key,), f'"{key}" is a list of strings, such as {key} = ["..."]')
            return ()
        return tuple(value)

    def paths(self, key: str, value: Any) -> tuple[str, ...]:
        found = self.strings(key, value)
        for path in found:
            if "\0" in path:
                self.fault((key,), f'"{key}" has a name that no file can have')
                return ()
        return found

    def mailto(self, value: Any) -> str:
        if value == "":
            return ""
        if not isinstance(value, str) or not re.fullmatch(r"[!-;=?-~]+@[!-;=?-~]+", value):
            self.fault(("mailto",), '"mailto" is an e-mail address, such as mailto = "you@example.org"')
            return ""
        return value

    def key(self, value: Any) -> str:
        if value == "":
            return ""
        from pubman.bibtex import keys

        try:
            if not isinstance(value, str):
                raise options.OptionError("is a string")
            keys.check(value)
        except options.OptionError as error:
            self.fault(("key",), f'"key" {error}')
            return ""
        return value

    def pins(self, table: Any) -> dict[str, tuple[str, ...]]:
        if not isinstance(table, dict):
            self.fault(("pin",), '"pin" is a table: [pin], then "key" = ["field"]')
            return {}
        return {key: self.strings("pin", value) for key, value in table.items()}

    def ascii(self, value: Any) -> bool:
        if not isinstance(value, bool):
            self.fault(("ascii",), '"ascii" is true or false')
        return value is True

    def sources(self, value: Any) -> tuple[str, ...]:
        found = self.strings("sources", value)
        for name in found:
            if name not in SOURCES:
                self.fault(("sources",), f'there is no source "{name}"{options.did_you_mean(name, SOURCES)}')
        return found

    def services(self, tables: Mapping[str, Any]) -> dict[str, dict[str, str]]:
        for name, table in self.tables("sources", tables, SERVICES):
            for key, value in table.items():
                if key != "url":
                    said = f'there is no option "{key}"{options.did_you_mean(key, ["url"])}'
                    self.fault(("sources", name, key), said)
                elif not isinstance(value, str) or not re.fullmatch(r"https?://[!-~]+", value):
                    self.fault(("sources", name, key), '"url" is an address, such as url = "https://..."')
        return {} if self.problems else dict(tables)

    def styles(self, tables: Any) -> dict[str, dict[str, Any]]:
        styles: dict[str, dict[str, Any]] = {}
        for name, table in self.tables("styles", tables, registry.names("styles") if tables else []):
            styles[name] = {}
            for key, value in table.items():
                self.option(("styles", name, key), value, options.OF_STYLE, styles[name])
        return styles

    def tables(self, key: str, tables: Any, known: list[str]) -> list[tuple[str, dict[str, Any]]]:
        """The tables `[key.NAME]` whose name is known."""
        if not isinstance(tables, dict):
            self.fault((key,), f'"{key}" is a table of tables: [{key}.NAME]')
            return []
        found = []
        for name, table in tables.items():
            if name not in known:
                self.fault((key, name), f'"{key}" has no "{name}"{options.did_you_mean(name, known)}')
            elif not isinstance(table, dict):
                self.fault((key, name), f'"{name}" is a table: [{key}.{name}]')
            else:
                found.append((name, table))
        return found

    def fault(self, keys: tuple[str, ...], message: str) -> None:
        line, source = self.place((*self.inside, *keys))
        self.problems.append(Problem(self.name, line, 0, "configuration", "error", message, source))

    def place(self, keys: tuple[str, ...]) -> tuple[int, str]:
        """The line of a key, or of the innermost table around it that is named; and how it reads."""
        if not self.places:
            self.places[()] = (1, "")
            self.look()
        while keys not in self.places:
            keys = keys[:-1]
        return self.places[keys]

    def look(self) -> None:
        """Find the lines of all keys and tables."""
        table: tuple[str, ...] = ()
        key = re.compile(_KEY)
        for number, row in enumerate(self.text.split("\n"), 1):
            found = key.match(row)
            if found:
                named = tuple(name.strip("\"'") for name in re.findall(_NAME, found[2]))
                if found[1]:
                    table = named
                else:
                    named = table + named
                for length in range(1, len(named) + 1):
                    self.places.setdefault(named[:length], (number, row))
