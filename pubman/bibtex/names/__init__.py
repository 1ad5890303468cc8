r"""Names by BibTeX's rules ("BibTeXing", section 4), and biblatex's `family=..., given=...` form.

A name is `First von Last`, `von Last, First` or `von Last, Jr, First`; `von` is what begins in lower case. More:

- a suffix is known wherever it stands (`Guy L. Steele Jr.`), and so is a capitalised particle (`Giovanni De Micheli`);
- `von` ends before the first capital, so surnames of several words stay whole (`Ramón y Cajal, Santiago`);
- an organisation is one without braces, too, when a word says so (`The ATLAS Collaboration`, `Department of Energy`);
- the number by which DBLP tells namesakes apart (`Jane Doe 0002`) is no part of the name;
- lists by commas, semicolons or `&` are read as lists, and the command that sets one name in bold is not part of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pubman.bibtex.names.reading import read
from pubman.work import Name, Names

_SEPARATOR = re.compile(
    r"\\.|[{}]|(?:(?<=\s)|^)and(?=\s|$)|&(?:[A-Za-z]\w{1,9}|#\w{1,7});|;", re.DOTALL | re.IGNORECASE
)
_PLAIN_AND = re.compile(r"(?:(?<=\s)|^)and(?=\s|$)", re.IGNORECASE)
_ET_AL = re.compile(r"(?:^|[\s,~])(?:\\emph\s*)?\{?(?:\\(?:em|it)\s+)?et\.?[\s~]+al\.?\}?$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def split(tex: str) -> Names:
    """The people of an `author` or `editor` field, decoded; `others` when the list ends with it. Never an exception."""
    people: list[Name] = []
    others = False
    for one in _pieces(tex):
        one = one.strip(" \t\r\n~,")
        if one[-6:].lower() == "others" and len(one) == 6:
            others = True
            continue
        if one[-3:].lower().endswith(("al", "al.", "al}")) and (found := _ET_AL.search(one)):
            others, one = True, one[: found.start()].strip(" \t\r\n~,")
        people += filter(any, read(one))
    return Names(tuple(people), others)


def _pieces(tex: str) -> list[str]:
    """The names between the `and`s and semicolons that stand outside braces."""
    if "{" not in tex and ";" not in tex and "\\" not in tex:
        return _PLAIN_AND.split(tex)
    pieces, start, depth = [], 0, 0
    for token in _SEPARATOR.finditer(tex):
        string = token[0]
        if string == "{":
            depth += 1
        elif string == "}":
            depth = max(depth - 1, 0)
        elif depth == 0 and string[0] not in "\\&":
            pieces.append(tex[start : token.start()])
            start = token.end()
    return [*pieces, tex[start:]]
