"""Which `}` closes which `{`, worked out in one pass, so that a value of any depth is skipped in one step."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left


class Partners:
    """The partner of every opening brace of a text; built when first asked."""

    __slots__ = ("_closes", "_opens", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._opens: array[int] | None = None
        self._closes: array[int] = array("q")

    def of(self, offset: int) -> int:
        """The index of the brace that closes the one at `offset`, -1 if it stays open."""
        opens = self._opens
        if opens is None:
            opens = self._opens = array("q")
            stack: list[int] = []
            for brace in re.finditer(r"[{}]", self._text):
                at = brace.start()
                if self._text[at] == "{":
                    stack.append(len(opens))
                    opens.append(at)
                    self._closes.append(-1)
                elif stack:
                    self._closes[stack.pop()] = at
        return self._closes[bisect_left(opens, offset)]
