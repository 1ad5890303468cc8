"""Text with the markup publishers deposit: JATS, HTML, MathML, TeX, entities escaped once or twice, odd lines."""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

from pubman.bibtex import latex
from pubman.bibtex.latex.math import is_math
from pubman.sources import _records, _tags
from pubman.sources._entities import unescaped
from pubman.sources._mojibake import repaired
from pubman.text import EMPH, MATH, PROTECTED, SMALLCAPS, STRONG, Run, Text, plain

_DOLLARS = re.compile(
    r"\$\$(?P<display>[^$]+)\$\$|\$(?P<inline>(?:[^$\\]|\\.)+)\$|\\\((?P<round>(?:[^\\]|\\[^()])+)\\\)", re.DOTALL
)
_COMMAND = re.compile(
    r"\{\\(?:it|bf|em|rm|sl|sc|tt|sf) [^{}\\]*\}"
    r"|\\(?:text(?:it|bf|sc|rm|tt|sf|superscript|subscript)|emph|math(?:rm|it|bf|sf))\s?\{[^{}\\]*\}"
    r"|\{?\\(?:[\"'`^~=.]|[Hcvukdr](?=\{))(?:\{\\?[A-Za-z]\}|\\?[A-Za-z])\}?"
    r"|\\(?:(?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi"
    r"|chi|psi|omega)|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|infty|ss|ae|AE|oe|OE|aa|AA)(?![A-Za-z])"
)
"""What a title means as TeX outside formulas: styles, accents, letters. Any other backslash and brace is text."""
_BLANKS = re.compile(r"\s+")


def formatted(raw: str) -> Text:
    """Text with its markup read: white space collapsed, nothing invisible left."""
    string = _records.visible(repaired(raw))
    if "&" in string:
        string = unescaped(string)
    string = repaired(string)
    if "<" not in string and "$" not in string and "\\" not in string:
        string = _BLANKS.sub(" ", string).strip()
        return _normal((Run(string),) if string else ())
    pieces = _tags.read(string) if "<" in string else [_tags.Piece(string, 0)]
    runs: list[Run] = []
    for piece in pieces:
        runs += _tex(piece)
    return _normal(trimmed(_merged(_once(runs))))


def words(raw: str) -> str:
    """The same without formatting: for a name, a publisher, a place."""
    if raw.isascii() and raw.isalnum():
        return raw
    return plain(formatted(raw)) if "<" in raw or "&" in raw or "\\" in raw else _records.line(repaired(raw))


def _tex(piece: _tags.Piece) -> list[Run]:
    """A piece's runs, with its formulas and commands read."""
    string, marks = piece.string, piece.marks
    if piece.tex:
        stripped = string.strip().strip("$").strip()
        return [run._replace(marks=run.marks | marks) for run in latex.decode(f"${stripped}$")] if stripped else []
    if marks & MATH or not ("$" in string or "\\" in string):
        return [Run(string, marks)]
    runs: list[Run] = []
    end = 0
    for found in _DOLLARS.finditer(string):
        inner = found["display"] or found["inline"] or found["round"]
        if found["inline"] and not is_math(inner, string[found.end() : found.end() + 1]):
            continue
        runs += _commands(string[end : found.start()], marks)
        runs += [run._replace(marks=run.marks | marks) for run in latex.decode(f"${_BLANKS.sub(' ', inner).strip()}$")]
        end = found.end()
    return runs + _commands(string[end:], marks)


def _commands(string: str, marks: int) -> list[Run]:
    runs: list[Run] = []
    end = 0
    for found in _COMMAND.finditer(string):
        runs.append(Run(string[end : found.start()], marks))
        meant = latex.decode(found[0])
        runs += [run._replace(marks=(run.marks & ~PROTECTED) | marks) for run in meant]
        end = found.end()
    return [run for run in (*runs, Run(string[end:], marks)) if run.string]


def _once(runs: list[Run]) -> list[Run]:
    r"""Without the TeX of what follows in Unicode as well: Springer deposits `$$\alpha $$ α`."""
    found: list[Run] = []
    formula: list[Run] = []
    for run in runs:
        if run.marks & MATH:
            formula.append(run)
            continue
        meant = plain(tuple(formula)).strip()
        if meant and run.string.lstrip().startswith(meant) and run.string[:1] == " ":
            run = run._replace(string=run.string if not found or found[-1].string[-1:] != " " else run.string.lstrip())
        else:
            found += formula
        formula = []
        found.append(run)
    return found + formula


def _merged(runs: list[Run]) -> list[Run]:
    """Neighbours with the same marks in one run, blanks collapsed across them; marks that say nothing dropped."""
    everywhere = ~0
    for run in runs:
        if run.string.strip():
            everywhere &= run.marks
    merged: list[Run] = []
    blank = True
    for run in runs:
        marks = run.marks & ~(everywhere & (EMPH | STRONG | SMALLCAPS))
        if marks & SMALLCAPS and not (len(run.string.strip()) < 3 and run.string.islower() and run.string.isascii()):
            marks &= ~SMALLCAPS
        string = _BLANKS.sub(" ", run.string)
        if blank:
            string = string.lstrip(" ")
        if not string:
            continue
        blank = string.endswith(" ")
        if string == " " and merged:
            marks = merged[-1].marks if not merged[-1].marks & MATH else 0
        if merged and merged[-1].marks == marks:
            merged[-1] = Run(merged[-1].string + string, marks)
        else:
            merged.append(Run(string, marks))
    return merged


def trimmed(runs: Text | list[Run]) -> Text:
    """The runs without blanks at either end."""
    trimmed = list(runs)
    while trimmed and not trimmed[-1].string.strip():
        trimmed.pop()
    if trimmed:
        trimmed[-1] = trimmed[-1]._replace(string=trimmed[-1].string.rstrip())
        trimmed[0] = trimmed[0]._replace(string=trimmed[0].string.lstrip())
    return tuple(trimmed)


def _normal(runs: Text) -> Text:
    return tuple(
        [run if is_normalized("NFC", run.string) else run._replace(string=normalize("NFC", run.string)) for run in runs]
    )
