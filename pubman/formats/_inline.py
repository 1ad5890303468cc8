"""From a `Text` to the runs a format writes: clean, single-spaced, neighbours alike put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.formats import _characters, _links
from pubman.text import EMPH, STRONG, SUB, SUP, Run, Text, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHOWN = EMPH | STRONG | SUP | SUB
_SCRIPTS: Mapping[int, Mapping[int, int]] = {
    SUP: str.maketrans("0123456789+-\u2212=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ"),
    SUB: str.maketrans("0123456789+-\u2212=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ"),
}
"""The block Superscripts and Subscripts of Unicode, with the older ¹²³."""

_PLAIN = (0, "")
"""The marks and the link of a plain run: this very tuple."""

_BLANKS = re.compile(" {2,}")


def runs(text: Text, *, links: bool = True, escapes: bool = False) -> list[Run]:
    """The runs to write, none of them empty, with no blanks at the ends of a marked or linked one.

    Left of the marks are emphasis, strong, and superscript or subscript where Unicode has no character for it; left of
    the links (all gone without `links`) are those that lead to the web, encoded for an attribute. `escapes` shows
    controls instead of dropping them.
    """
    whole = plain(text)
    if "  " in whole or whole[:1] == " " or whole[-1:] == " " or _characters.unclean(whole):
        text = _clean(text, escapes)
    out: list[Run] = []
    strings: list[str] = []
    last = _PLAIN
    for run in text:
        if run[2] or run[1] & _SHOWN:
            string, how = _shown(run, links)
            if how != last and string.isspace():
                how = _PLAIN
        elif last is _PLAIN:
            strings.append(run[0])
            continue
        else:
            string, how = run[0], _PLAIN
        if how != last and string:
            strings = _put(out, "".join(strings), last, before_plain=how is _PLAIN)
            last = how
        strings.append(string)
    _put(out, "".join(strings), last, before_plain=False)
    return out


def _shown(run: Run, links: bool) -> tuple[str, tuple[int, str]]:
    """A run's string and what shows of its marks and its link."""
    string, marks = run[0], run[1] & _SHOWN
    script = _SCRIPTS.get(marks & (SUP | SUB))
    if script and all(ord(char) in script for char in string):
        string, marks = string.translate(script), marks & ~(SUP | SUB)
    link = _links.href(run[2]) if links and run[2] else ""
    return string, (marks, link) if marks or link else _PLAIN


def _put(out: list[Run], string: str, how: tuple[int, str], *, before_plain: bool) -> list[str]:
    """Put a run at the end of the list, its blanks outside; returned are those that begin a plain run to come."""
    if not string:
        return []
    if how is _PLAIN:
        out.append(Run(string))
        return []
    inner = string.strip()
    if inner == string:
        out.append(Run(string, *how))
        return []
    before, _, after = string.partition(inner)
    if before and out and not out[-1].marks and not out[-1].link:
        out[-1] = Run(out[-1].string + before)
    elif before:
        out.append(Run(before))
    out.append(Run(inner, *how))
    if before_plain:
        return [after]
    if after:
        out.append(Run(after))
    return []


def _clean(text: Text, escapes: bool) -> Text:
    cleaned: list[Run] = []
    blank = True
    for run in text:
        string = _BLANKS.sub(" ", _characters.clean(run.string, escapes=escapes))
        if blank and string.startswith(" "):
            string = string[1:]
        if string:
            blank = string.endswith(" ")
            cleaned.append(Run(string, run.marks, run.link))
    if cleaned and blank:
        string, marks, link = cleaned.pop()
        if string != " ":
            cleaned.append(Run(string[:-1], marks, link))
    return tuple(cleaned)
