"""Single values of a configuration, checked: what is wrong is a problem with its line."""

from __future__ import annotations

import re
from typing import Any

from pubman import options
from pubman.edge.config.places import Places
from pubman.errors import Problem


class Values:
    """Reads values, and collects what is wrong with them; what is wrong counts as not configured."""

    def __init__(self, text: str, name: str, inside: tuple[str, ...]) -> None:
        self.name, self.inside = name, inside
        self.places = Places(text)
        self.problems: list[Problem] = []

    def option(self, keys: tuple[str, ...], value: Any, known: list[str], read: dict[str, Any]) -> None:
        try:
            field, seen = options.read(keys[-1], value, known)
        except options.OptionError as error:
            self.fault(keys, str(error))
        else:
            read[field] = seen

    def strings(self, key: str, value: Any, *, table: str = "") -> tuple[str, ...]:
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            self.fault((table, key) if table else (key,), f'"{key}" is a list of strings, such as {key} = ["..."]')
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

    def ascii(self, value: Any) -> bool:
        if not isinstance(value, bool):
            self.fault(("ascii",), '"ascii" is true or false')
        return value is True

    def fault(self, keys: tuple[str, ...], message: str) -> None:
        line, source = self.places.of((*self.inside, *keys))
        self.problems.append(Problem(self.name, line, 0, "configuration", "error", message, source))
