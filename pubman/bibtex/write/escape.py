"""Text as TeX that prints it and does nothing else: no value can close its entry, open another or run a command."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from pubman.bibtex.latex.symbols import ACCENTS, CHARACTERS
from pubman.errors import InputError
from pubman.text import CODE, EMPH, MATH, PROTECTED, SMALLCAPS, STRONG, SUB, SUP

if TYPE_CHECKING:
    from pubman.text import Run, Text

_SPECIAL = {
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}", "<": "\\textless{}", ">": "\\textgreater{}", "`": "\\textasciigrave{}",
    "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%", "_": "\\_", "\u00a0": "~",
}  # fmt: skip
"""BibTeX counts the brace of `\\{` like any other, so braces are spelled out; `<` would be read as a tag."""

_MEANT = re.compile(r"[\\{}$&#%_^~<>`\u00a0]|(?<=-)-|(?<=')'|(?P<opens>(?<![^\s(\[\u2010-\u2015/-])\")|(?P<closes>\")")
_IN_MATH = {
    "\\": "\\backslash ", "{": "\\lbrace ", "}": "\\rbrace ", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%",
    "_": "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", '"': "''", "`": "'", "\u00a0": " ",
    "−": "-", "′": "'", "∗": "*",
}  # fmt: skip
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t-\r\u2028\u2029]+")
_ENTITY = re.compile(r"\\&(?=#?\w{1,31};)")
_NOT_ASCII = re.compile(r"[A-Za-z]?[\u0300-\u036f]+|[^\x00-\x7f]")
_DASHES = re.compile(r"[-\u2010\u2011\u2013\u2014]{2,}")

_WRAPPED = (
    (PROTECTED, "{", "}"), (STRONG, "\\textbf{", "}"), (EMPH, "\\emph{", "}"), (SMALLCAPS, "\\textsc{", "}"),
    (CODE, "\\texttt{", "}"), (SUP, "\\textsuperscript{", "}"), (SUB, "\\textsubscript{", "}"),
)  # fmt: skip
_PRINTED = {
    "–": "--", "—": "---", "‘": "`", "’": "'", "“": "``", "”": "''", "…": "{\\dots}", "µ": "$\\mu$", "−": "$-$",
    "\u2010": "-", "\u2011": "-", "\u2009": "\\,", "\u202f": "\\,", "\u2002": " ", "\u2003": " ",
    "\u3000": " ", "\u00ad": "",
}  # fmt: skip
_LETTERS = "ss ae AE oe OE o O l L aa AA dh DH th TH dj DJ ng NG P S i j copyright pounds dag ddag guillemotleft"
_LETTERS += " guillemotright"


def tex(string: str, *, pure_ascii: bool = False) -> str:
    """The TeX that prints a string; in UTF-8, or with `pure_ascii` in ASCII alone.

    Control and direction characters are left out, white space becomes one blank. Raises InputError for a character that
    TeX has no name for.
    """
    string = clean(string)
    if _MEANT.search(string):
        string = _ENTITY.sub(r"\\&{}", _MEANT.sub(_escaped, string))
    return ascii_tex(string) if pure_ascii else string


def formatted(runs: Text, *, pure_ascii: bool = False) -> str:
    """The TeX of formatted text: the marks as commands, what is protected in braces, math between dollar signs."""
    written = [
        _math(list(group)) if math else "".join(_run(run.string, run.marks, pure_ascii=pure_ascii) for run in group)
        for math, group in groupby(runs, lambda run: run.marks & MATH)
    ]
    return "".join(written)


def verbatim(address: str) -> str:
    """A DOI or a URL as it is, but for what would break an entry: braces, backslashes and blanks, percent-encoded."""
    return re.sub(
        r"[\x00-\x20\x7f-\x9f{}\\\"\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]",
        _percent,
        address.strip(),
    )


def ascii_tex(written: str) -> str:
    r"""TeX with every character outside ASCII by its TeX name: `é` becomes `{\'e}`.

    Raises InputError for a character that has none.
    """
    return written if written.isascii() else _NOT_ASCII.sub(_named, _DASHES.sub(_apart, normalize("NFC", written)))


def clean(string: str) -> str:
    """The string without characters that print nothing, white space collapsed."""
    return _BLANKS.sub(" ", _INVISIBLE.sub("", string)).strip(" ") if not string.isalnum() else string


def _run(string: str, marks: int, *, pure_ascii: bool) -> str:
    inner = tex(string, pure_ascii=pure_ascii)
    if not inner:
        return " " if string else ""
    for mark, opening, closing in _WRAPPED:
        if marks & mark:
            inner = f"{opening}{inner}{closing}"
    return f"{' ' * string[:1].isspace()}{inner}{' ' * string[-1:].isspace()}"


def _math(runs: list[Run]) -> str:
    """Math: symbols by their commands, which every TeX knows, sub- and superscripts as such."""
    parts = []
    for string, marks, _ in runs:
        inner = "".join(map(_symbol, clean(string))).strip()
        parts.append(f"^{{{inner}}}" if marks & SUP else f"_{{{inner}}}" if marks & SUB else inner)
    first, last = runs[0].string[:1], runs[-1].string[-1:]
    inner = "".join(parts)
    return f"{' ' * first.isspace()}${inner}${' ' * last.isspace()}" if inner else " "


def _symbol(character: str) -> str:
    if character in _IN_MATH:
        return _IN_MATH[character]
    if character.isascii():
        return character
    name = _math_names().get(character)
    return f"\\{name} " if name else f"\\mbox{{{character}}}"


def _escaped(found: re.Match[str]) -> str:
    """A character that means something to TeX; a typewriter's quotation mark becomes a printer's."""
    if found.lastgroup:
        return "``" if found["opens"] else "''"
    return _SPECIAL.get(found[0]) or f"{{}}{found[0]}"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass"))


def _apart(found: re.Match[str]) -> str:
    """Dashes in a row, so that TeX does not make one of them."""
    return "{}".join(found[0]) if not found[0].isascii() else found[0]


def _named(found: re.Match[str]) -> str:
    """One character by its TeX name."""
    character = found[0]
    if (printed := _PRINTED.get(character)) is not None:
        return printed
    if name := _text_names().get(character):
        return f"{{\\{name}}}"
    base, *marks = list(normalize("NFD", character))
    if marks and base.isascii() and all(mark in _accents() for mark in marks):
        letter = {"i": "\\i", "j": "\\j"}.get(base, base) if any(combining(mark) == 230 for mark in marks) else base
        accents = [_accents()[mark] for mark in reversed(marks)]
        inner = letter
        for accent in reversed(accents):
            inner = f"\\{accent}{{{inner}}}" if accent.isalpha() or len(inner) > 1 else f"\\{accent}{inner}"
        return f"{{{inner}}}"
    if name := _math_names().get(character):
        return f"\\ensuremath{{\\{name}}}"
    plain = normalize("NFKC", character)
    if plain.isascii() and plain.isprintable():
        return plain
    raise InputError(f"'{character}' (U+{ord(character[0]):04X}) has no name in TeX", hint="keep the file in UTF-8")


@cache
def _accents() -> dict[str, str]:
    """Combining character -> accent command, of text."""
    found: dict[str, str] = {}
    for name, mark in ACCENTS.items():
        if len(name) == 1 and mark:
            found.setdefault(mark, name)
    return found


@cache
def _text_names() -> dict[str, str]:
    """Character -> command, of those that stand in text."""
    names = [*_LETTERS.split(), *(name for name in CHARACTERS if name.startswith("text") and len(name) > 4)]
    found: dict[str, str] = {}
    for name in names:
        if not CHARACTERS[name].isascii():
            found.setdefault(CHARACTERS[name], name)
    return found


@cache
def _math_names() -> dict[str, str]:
    """Character -> command, of those that stand in math."""
    found: dict[str, str] = {}
    for name, character in CHARACTERS.items():
        if name.isalpha() and len(character) == 1 and not character.isascii() and not name.startswith("text"):
            found.setdefault(character, name)
    return found
