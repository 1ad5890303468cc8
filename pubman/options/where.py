"""The notation of `where`: `type=article,inproceedings year>=2020 has=doi author~Zhao`.

Blanks mean and, commas mean or. This module reads the notation alone; what a term holds of a work is `selection`'s.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pubman.options.fault import OptionError, did_you_mean, nearest

EQUAL = ("=", "!=")
CONTAINS = (*EQUAL, "~")
COMPARE = (*CONTAINS, "<", "<=", ">", ">=")
KEYS = {
    "type": CONTAINS,
    "year": COMPARE,
    "author": CONTAINS,
    "title": CONTAINS,
    "keyword": CONTAINS,
    "key": CONTAINS,
    "file": CONTAINS,
    "has": EQUAL,
}
"""What can be asked about, and with which operators."""

BIBTEX_TYPES = """
article artwork audio bibnote book bookinbook booklet collection commentary conference dataset electronic image inbook
incollection inproceedings inreference jurisdiction legal legislation letter manual mastersthesis misc movie music
mvbook mvcollection mvproceedings online patent performance periodical phdthesis proceedings reference report review
set software standard suppbook suppcollection suppperiodical techreport thesis unpublished video www
"""
CSL_TYPES = """
article-journal article-magazine article-newspaper chapter document manuscript motion_picture paper-conference
personal_communication post post-weblog preprint speech webpage
"""
TYPES = frozenset((BIBTEX_TYPES + CSL_TYPES).split())
"""BibTeX's and biblatex's types and CSL's, with `preprint` for CSL's `article`; a file may have types of its own."""

VERY_NEAR = 0.85
"""How alike a type is to a known one when it is a slip and not a type of one's own (poster is no post)."""

WORD = ""
"""The key of a term that is a word alone: it may stand anywhere in an entry."""

_TERM = re.compile(r"([\w-]+)\s*(!=|<=|>=|[=<>~])\s*")
_VALUE = re.compile(r""""([^"]*)"|'([^']*)'|([^\s,=<>!~"'][^\s,=<>!~"]*)""")
_LONE = re.compile(r""""([^"]*)"|'([^']*)'|(\S+)""")
_END = re.compile(r"\s+|\Z")
_COMMA = re.compile(r"\s*,\s*")


class Term(NamedTuple):
    """One condition: any of the values, or with `!=` none of them."""

    key: str
    operator: str
    values: tuple[str, ...]


def terms(expression: str, *, words: bool = False) -> tuple[Term, ...]:
    """The terms of a `where`, all of which must hold; none for an empty one.

    With `words`, a word or a quoted phrase alone is a term as well, of the key `WORD`. Raises OptionError, with a
    "did you mean", for what cannot be read.
    """
    found = []
    text = expression.strip()
    at = 0
    while at < len(text):
        head = _TERM.match(text, at)
        if head is None:
            lone = _LONE.match(text, at)
            if lone is None or not words:
                raise OptionError(
                    f'cannot read "{_excerpt(text, at)}": a term is written like year>=2020 or title~"deep learning"'
                )
            term, at = Term(WORD, "~", (lone[1] or lone[2] or lone[3] or "",)), lone.end()
        else:
            values, at = _values(text, head)
            term = Term(head[1].lower(), head[2], values)
            _check(term)
        if not (end := _END.match(text, at)):
            raise OptionError(f'cannot read "{_excerpt(text, at)}": a blank or a comma comes after a value')
        found.append(term)
        at = end.end()
    return tuple(found)


def _values(text: str, head: re.Match[str]) -> tuple[tuple[str, ...], int]:
    found, at = [], head.end()
    while True:
        value = _VALUE.match(text, at)
        read = value and (value[1] or value[2] or value[3])
        if not value or not read or not read.strip():
            if text[at : at + 1] in ("'", '"') and value is None:
                raise OptionError(f'has a quote that is never closed: "{_excerpt(text, at)}"')
            raise OptionError(
                f'needs a value after "{head[0].strip()}"; one with a blank or any of = < > ! ~ is quoted'
            )
        found.append(read)
        comma = _COMMA.match(text, value.end())
        if not comma:
            return tuple(found), value.end()
        at = comma.end()


def _check(term: Term) -> None:
    if term.key not in KEYS:
        raise OptionError(f'has no key "{term.key}"{did_you_mean(term.key, KEYS)}')
    if term.operator not in KEYS[term.key]:
        raise OptionError(f'cannot ask for "{term.key}" with {term.operator} (known: {" ".join(KEYS[term.key])})')
    if term.key == "year" and term.operator != "~":
        for value in term.values:
            if not (value.isascii() and value.isdigit() and len(value) <= 6):
                raise OptionError(f'compares "year" with a number, not "{value}"')
    if term.operator.strip("=") in ("<", ">") and len(term.values) > 1:
        raise OptionError(f'compares with one value after "{term.key}{term.operator}", not {len(term.values)}')
    if term.key == "type" and term.operator != "~":
        for value in term.values:
            slip = value.lower() not in TYPES and nearest(value, TYPES, VERY_NEAR)
            if slip:
                raise OptionError(f'has no type "{value}" (did you mean "{slip}"?)')


def _excerpt(text: str, at: int) -> str:
    return text[at : at + 40]
