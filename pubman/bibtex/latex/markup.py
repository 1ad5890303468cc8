"""HTML in a field's value, as publishers' and managers' exports leave it: inline tags, JATS, MathML, entities.

What is found is replaced by two characters: one that no cleaned value holds, and what it means. A tag counts only with
its partner; anything else between angle brackets is text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pubman.text import CODE, EMPH, SMALLCAPS, STRONG, SUB, SUP

LITERAL = "\x01"
"""The next character is one, whatever it means to TeX."""
BEGIN = "\x02"
"""The next character's code is a mark that begins."""
END = "\x03"
"""The next character's code is a mark that ends."""

MARKS = {
    "i": EMPH, "em": EMPH, "italic": EMPH, "it": EMPH, "b": STRONG, "bold": STRONG, "strong": STRONG, "sub": SUB,
    "inf": SUB,
    "sup": SUP, "scp": SMALLCAPS, "sc": SMALLCAPS, "tt": CODE, "code": CODE, "monospace": CODE,
    "span": 0, "font": 0, "u": 0, "underline": 0, "small": 0, "big": 0, "roman": 0, "sans-serif": 0,
    "styled-content": 0,
    "named-content": 0, "title": 0, "div": 0, "p": 0, "inline-formula": 0, "tex-math": 0, "alternatives": 0,
    "math": 0, "mi": 0, "mn": 0, "mo": 0, "mrow": 0, "mtext": 0, "mspace": 0, "mstyle": 0, "msub": 0, "msup": 0,
    "msubsup": 0,
    "mover": 0, "munder": 0, "mfrac": 0, "msqrt": 0, "mfenced": 0, "semantics": 0,
}  # fmt: skip
"""Tags that mean something to a title, and those that mean nothing there (0); of JATS and MathML without the prefix."""

_LESS = r"(?:<|&(?:amp;)*lt;|\{\\textless\}|\\textless(?:\{\}|\s|(?=/))|\$\s?(?:<|\\less|\\lt)\s?\$)"
_GREATER = r"(?:>|&(?:amp;)*gt;|\{\\textgreater\}|\\textgreater(?:\{\}|\s|\b)|\$\s?(?:>|\\greater|\\gt)\s?\$)"
_TAG = re.compile(
    rf"{_LESS}(/?)(?:(?:jats|mml|m):)?([A-Za-z][A-Za-z-]{{0,15}})(?:\s[^<>{{}}]{{0,300}}?)?\s?(/?){_GREATER}"
)
_ENTITY = re.compile(r"\\?&(?:amp;)*(?:(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)")
_COMMON = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\u00a0", "ndash": "–", "mdash": "—"}


def marked(tex: str, invisible: re.Pattern[str]) -> str:
    """The value with tags and entities replaced; `invisible` is what an entity may not bring in."""
    if ">" in tex or "greater" in tex or "gt;" in tex or "\\gt" in tex:
        tex = _without_tags(tex)
    if "&" in tex and ";" in tex:
        tex = _ENTITY.sub(
            lambda found: _literal(invisible.sub("", found[0] if (means := _character(found[1])) is None else means)),
            tex,
        )
    return tex


def _literal(string: str) -> str:
    return "".join([LITERAL + character for character in string])


@lru_cache(maxsize=1024)
def _character(entity: str) -> str | None:
    """What an entity stands for, None when it is none (HTML, named character references)."""
    if entity in _COMMON:
        return _COMMON[entity]
    import html

    if entity.startswith("#"):
        return html.unescape(f"&{entity};")
    from html.entities import html5

    return html5.get(f"{entity};")


def _without_tags(tex: str) -> str:
    tags = list(_TAG.finditer(tex))
    open_tags: dict[str, list[int]] = {}
    meant: dict[int, str] = {}
    for index, tag in enumerate(tags):
        name = tag[2].lower()
        if name == "br" or (name == "p" and tag[3]):
            meant[index] = " "
        elif name in MARKS and not tag[3]:
            if not tag[1]:
                open_tags.setdefault(name, []).append(index)
            elif open_tags.get(name):
                blank = " " if name in ("p", "title", "div") else ""
                mark = chr(MARKS[name])
                meant[open_tags[name].pop()], meant[index] = blank + BEGIN + mark, END + mark + blank
    pieces: list[str] = []
    end = 0
    for index, tag in enumerate(tags):
        if index in meant:
            pieces += (tex[end : tag.start()], meant[index])
            end = tag.end()
    return re.sub(" {2,}", " ", "".join([*pieces, tex[end:]])) if meant else tex
