"""Where the keys of a TOML file stand, which the parser does not tell."""

from __future__ import annotations

import re

_NAME = r"""(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)"""
_KEY = rf"[ \t]*(\[{{0,2}})[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*(?:=|\])"


class Places:
    """The lines of all keys and tables in a text, looked for when the first is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[tuple[str, ...], tuple[int, str]] = {}

    def of(self, keys: tuple[str, ...]) -> tuple[int, str]:
        """The line of a key, or of the innermost table around it that is named; and how it reads."""
        if not self._places:
            self._places[()] = (1, "")
            self._look()
        while keys not in self._places:
            keys = keys[:-1]
        return self._places[keys]

    def _look(self) -> None:
        table: tuple[str, ...] = ()
        key = re.compile(_KEY)
        for number, row in enumerate(self._text.split("\n"), 1):
            found = key.match(row)
            if found:
                named = tuple(name.strip("\"'") for name in re.findall(_NAME, found[2]))
                if found[1]:
                    table = named
                else:
                    named = table + named
                for length in range(1, len(named) + 1):
                    self._places.setdefault(named[:length], (number, row))
