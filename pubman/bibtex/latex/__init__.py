r"""A field's LaTeX as formatted Unicode text: decoded, never executed.

Braces become protection by BibTeX's rule ("Designing BibTeX Styles", on `change.case$`): a group at brace depth one is
protected unless it begins with a backslash (`{\"o}` is a letter). An argument's braces protect nothing. HTML that
exports leave is read too. Commands nobody knows stay as text. One pass, no recursion: linear however deep the braces.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import is_normalized, normalize

from pubman import text
from pubman.bibtex.latex.markup import marked
from pubman.bibtex.latex.reader import Reader
from pubman.bibtex.latex.symbols import JOURNALS
from pubman.text import PROTECTED, Run, Text

_CONTROLS = (
    r"\x00-\x1f\x7f-\x9f\u061c\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff"
    r"\U000e0000-\U000e007f"
)
_ACTIVE = re.compile(rf"[\\{{}}$~&<`'\"\u0300-\u036f{_CONTROLS}]|--|  |^ | $")
_HARD = re.compile(rf"&[#\w]+;|[\\$~<`'\"\u0300-\u036f{_CONTROLS}]|--|  | [{{}}]+ |^[ {{]* | [ }}]*$")
"""What makes more of a value than words and groups of words in braces."""
_PLAIN_SIGN = re.compile(r"(?<![\\{])\\([&%#_])(?![#\w]+;)")
_FLAT_GROUP = re.compile(r"\{([^{}]+)\}")
_INVISIBLE = re.compile(rf"[{_CONTROLS}]")
_BLANKS = re.compile(r"[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")


@lru_cache(maxsize=4096)
def decode(tex: str) -> Text:
    """The runs of a field's value: white space collapsed, control and direction characters gone, never an exception."""
    if not _ACTIVE.search(tex):
        return (Run(tex),) if tex else ()
    flat = _PLAIN_SIGN.sub(r"\1", tex) if "\\" in tex else tex
    if not _HARD.search(flat) and (runs := _flat(flat)):
        return runs
    tex = _INVISIBLE.sub(_visible, _BLANKS.sub(" ", tex).strip(" "))
    if tex.startswith("\\") and tex[1:] in JOURNALS:
        return (Run(JOURNALS[tex[1:]]),)
    if "<" in tex or "&" in tex or "\\textless" in tex or "$\\l" in tex:
        tex = marked(tex, _INVISIBLE)
    if not is_normalized("NFC", tex):
        tex = normalize("NFC", tex)
    return Reader(tex).read()


def _flat(tex: str) -> Text:
    """The runs of a value whose only commands are braces, one deep or all in one pair; nothing when they are deeper."""
    if tex[:1] == "{" and tex[-1:] == "}":
        pieces = _FLAT_GROUP.split(tex[1:-1])
        inner = "".join(pieces)
        if inner and "{" not in inner and "}" not in inner:
            return (Run(inner, PROTECTED),)
    pieces = _FLAT_GROUP.split(tex)
    for piece in pieces[::2]:
        if "{" in piece or "}" in piece:
            return ()
    return tuple([Run(piece, PROTECTED * (index % 2)) for index, piece in enumerate(pieces) if piece])


def plain(tex: str) -> str:
    """The characters a reader sees of a field's value."""
    return tex if not _ACTIVE.search(tex) else text.plain(decode(tex))


def _visible(found: re.Match[str]) -> str:
    """Nothing, but a byte that was no UTF-8 leaves the sign for a character that is not known."""
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else ""
