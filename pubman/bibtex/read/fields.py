"""An entry's fields as asked for by the rest of the reading: the first of several names that says something."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pubman.bibtex import latex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pubman.text import Text

PLACEHOLDERS = frozenset(["null", "none", "n/a", "undefined"])
"""What exports write where they know nothing."""

_SIGN = re.compile(r"[^\W_]")
_VERBATIM = re.compile(
    r"\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}|\\(?:url|path|nolinkurl|texttt|href)\s*\{([^{}]*)\}|\\textasciitilde(?:\{\})?|\\(?:textunderscore|textless|textgreater)(?:\{\})?"
    r"|\\([_%&#~$^<>;])(?:\{\})?|\{\\([_%&#~$^<>;])\}|\$([<>])\$|[{}]"
)
_WRITTEN_OUT = {"\\textasciitilde": "~", "\\textunderscore": "_", "\\textless": "<", "\\textgreater": ">"}


_plain = lru_cache(maxsize=4096)(latex.plain)
_decoded = lru_cache(maxsize=4096)(latex.decode)


class Fields:
    """The fields of one entry without placeholders; `type` is BibTeX's, in lower case."""

    __slots__ = ("type", "values")

    def __init__(self, type_: str, fields: Mapping[str, str]) -> None:
        self.type = type_
        self.values = {name: value for name, value in fields.items() if len(value) > 12 or _says_something(name, value)}

    def tex(self, *names: str) -> str:
        """The value of the first field there is, as written."""
        for name in names:
            if name in self.values:
                return self.values[name]
        return ""

    def string(self, *names: str) -> str:
        """The same as a reader sees it, without marks."""
        tex = self.tex(*names)
        return tex if tex.isalnum() else _plain(tex)

    def text(self, *names: str) -> Text:
        """The same with its marks."""
        tex = self.tex(*names)
        return _decoded(tex) if tex else ()

    def words(self, *names: str) -> str:
        """The values of all these fields in lower case, for looking words up in."""
        values = self.values
        found = [latex.plain(values[name]) for name in names if name in values]
        return " ".join(found).lower() if found else ""

    def verbatim(self, *names: str) -> str:
        r"""The first of these as an address: `\url{}` and TeX's escapes undone, and nothing else changed."""
        return verbatim(self.tex(*names))


def _says_something(name: str, value: str) -> bool:
    if name == "title" or (value.isalnum() and not value.isalpha()):
        return True
    return value.strip(" \t\r\n{}").lower() not in PLACEHOLDERS and _SIGN.search(value) is not None


def verbatim(tex: str) -> str:
    r"""An address as it was before it was written in TeX: `\_`, `{\%}`, `\textasciitilde` undone, braces gone."""
    if "\\" not in tex and "{" not in tex and "$" not in tex:
        return tex.strip()
    tex = _VERBATIM.sub(_character, tex)
    return _VERBATIM.sub(_character, tex).strip() if "\\" in tex else tex.strip()


def _character(match: re.Match[str]) -> str:
    whole = match[0]
    address = match[1] if match[1] is not None else match[2]
    if address is not None:
        return address
    return match[3] or match[4] or match[5] or _WRITTEN_OUT.get(whole.removesuffix("{}"), "")
