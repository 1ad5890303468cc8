"""The table of a configuration and the tables in it, every key of them known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pubman import options, registry
from pubman.edge.config import SOURCES, Config
from pubman.edge.config.values import Values

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

KNOWN = ["bib", "pages", *options.OF_BLOCK, "mailto", "sources", "disable", "styles", "key", "ascii", "pin"]
SERVICES = [*SOURCES, "doi", "orcid"]
"""What `[sources.NAME]` can give an address of."""


class Reading(Values):
    """One reading of a table, and what is wrong in it."""

    def config(self, table: Any, path: Path) -> Config:
        """The configuration; whatever is wrong in the table is among the problems, and left out."""
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

    def pins(self, table: Any) -> dict[str, tuple[str, ...]]:
        if not isinstance(table, dict):
            self.fault(("pin",), '"pin" is a table: [pin], then "key" = ["field"]')
            return {}
        return {key: self.strings(key, value, table="pin") for key, value in table.items()}

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
