"""Text as TeX that prints it and does nothing else: no value can close its entry, open another or run a command."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from pubman.bibtex.write.escape.in_ascii import ascii_tex
from pubman.bibtex.write.escape.invisible import clean
from pubman.bibtex.write.escape.math import formula
from pubman.text import CODE, EMPH, MATH, PROTECTED, SMALLCAPS, STRONG, SUB, SUP

if TYPE_CHECKING:
    from pubman.text import Text

__all__ = ["ascii_tex", "clean", "formatted", "tex", "verbatim"]

_SPECIAL = {
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}", "<": "\\textless{}", ">": "\\textgreater{}", "`": "\\textasciigrave{}",
    "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%", "_": "\\_", "\u00a0": "~",
}  # fmt: skip
"""BibTeX counts the brace of `\\{` like any other, so braces are spelled out; `<` would be read as a tag."""

_MEANT = re.compile(r"[\\{}$&#%_^~<>`\u00a0]|(?<=-)-|(?<=')'|(?P<opens>(?<![^\s(\[\u2010-\u2015/-])\")|(?P<closes>\")")
_ENTITY = re.compile(r"\\&(?=#?\w{1,31};)")

_WRAPPED = (
    (PROTECTED, "{", "}"), (STRONG, "\\textbf{", "}"), (EMPH, "\\emph{", "}"), (SMALLCAPS, "\\textsc{", "}"),
    (CODE, "\\texttt{", "}"), (SUP, "\\textsuperscript{", "}"), (SUB, "\\textsubscript{", "}"),
)  # fmt: skip


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
        formula(list(group)) if math else "".join(_run(run.string, run.marks, pure_ascii=pure_ascii) for run in group)
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


def _run(string: str, marks: int, *, pure_ascii: bool) -> str:
    inner = tex(string, pure_ascii=pure_ascii)
    if not inner:
        return " " if string else ""
    for mark, opening, closing in _WRAPPED:
        if marks & mark:
            inner = f"{opening}{inner}{closing}"
    return f"{' ' * string[:1].isspace()}{inner}{' ' * string[-1:].isspace()}"


def _escaped(found: re.Match[str]) -> str:
    """A character that means something to TeX; a typewriter's quotation mark becomes a printer's."""
    if found.lastgroup:
        return "``" if found["opens"] else "''"
    return _SPECIAL.get(found[0]) or f"{{}}{found[0]}"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass"))
