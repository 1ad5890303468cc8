"""Titles of works and of what they stand in, with the habits of publishers and libraries taken off."""

from __future__ import annotations

import re

from pubman.sources import _records
from pubman.sources._markup import formatted, trimmed
from pubman.text import EMPH, MATH, STRONG, SUP, Run, Text, plain

_EMPTY = re.compile(r" ?\(\s+\)|, (?=,)")
"""What is left around a word that somebody's reader of markup has lost: `a vine ( ) as a native`."""
_MISPLACED = re.compile(r"(?<=[(\[]) | (?=[,;)\]]|[?!](?![\w-])|: )")
"""Blanks where none belongs; the marks of `!Kung` and of a lost letter (`?-caprolactam`) begin a word."""
_MISSING = re.compile(r"(?<=[a-z]{3},)(?=[A-Z][a-z]{2})")
_TYPED_DASH = re.compile(r" -{2,3} |(?<=[^\s-])-{2,3}(?=[^\s-])")
_WORD_BEHIND = re.compile(r"[^\W\d_]+$")
_DOTS = re.compile(r"\.{3}| ?\. \. \.(?! \.)")
_BOND = re.compile(r"(?<=[A-Za-z\d)])[\ue5f8\uf8ff](?=[A-Za-z(])")
"""A chemical bond in Wiley's own characters."""
_LOST_DASH = re.compile(r"(?<=\w) \ufffd (?=\w)")
_GRAVE = re.compile(r"(?<=[^\W\d_])`(?=[^\W\d_])|(?<![^\s(\[])`(?=[^`'’]+['’])")
_NOTES = "*†‡§¶☆★✩✰⋆"
_NOTE_NUMBER = re.compile(r"\d{1,2}(?:, ?\d{1,2})*|[*†‡§¶#]+|[a-z]")
_ABBREVIATION = re.compile(r"(?:\b\w\.\w\.|\.\.|…|\b(?:etc|al|Inc|Jr|Sr|Ltd|Co|Corp|vs|spp?|No|St|U\.S)\.)$")


def title(raw: str) -> Text:
    """A title as formatted text, without a final period. Raises ServiceError for one longer than titles are."""
    runs = trimmed([_punctuated(run) for run in _without_catalogue(formatted(_records.without_code(raw)))])
    runs = trimmed(_without_comma(_without_note(runs)))
    if runs and runs[-1].string.endswith(".") and not _ABBREVIATION.search(runs[-1].string):
        runs = trimmed((*runs[:-1], runs[-1]._replace(string=runs[-1].string[:-1])))
    return _checked(runs)


def _checked(runs: Text) -> Text:
    length = len(plain(runs))
    if length > _records.LONGEST_TITLE:
        _records.refuse(f"a title of {length:,} characters, more than {_records.LONGEST_TITLE:,}")
    return runs


def container(raw: str) -> Text:
    """The name of a journal, a book or a series; a period at its end is that of an abbreviation."""
    return trimmed([_punctuated(run) for run in _without_catalogue(formatted(raw))])


def subtitled(title: Text, subtitle: Text) -> Text:
    """A title and its subtitle with a colon between them, unless the title holds it already."""
    said, more = plain(title), plain(subtitle)
    if not more or is_same(said[-len(more) :], more) or is_same(said, more):
        return title
    joint = " " if said[-1] in ":?!.—" else ": "
    return _checked(joined((*title, Run(joint), *subtitle)))


def joined(runs: Text) -> Text:
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].marks == run.marks:
            joined[-1] = run._replace(string=joined[-1].string + run.string)
        else:
            joined.append(run)
    return tuple(joined)


def upright(name: Text) -> Text:
    """A container's name without emphasis of its own."""
    return joined(tuple([run._replace(marks=run.marks & ~(EMPH | STRONG)) for run in name]))


def _punctuated(run: Run) -> Run:
    """Punctuation as it is printed: no blank before a comma or a colon, none inside parentheses, a dash for ` -- `."""
    if run.marks & MATH:
        return run
    string = _MISPLACED.sub("", _EMPTY.sub("", run.string))
    if "," in string:
        string = _MISSING.sub(" ", string)
    if "--" in string:
        string = _TYPED_DASH.sub(_dash, string)
    if "..." in string or ". ." in string:
        string = _DOTS.sub("…", string)
    if not string.isascii():
        string = _LOST_DASH.sub(" – ", _BOND.sub("–", string))
    if "`" in string:
        string = _GRAVE.sub(_quoted, string)
    return run if string == run.string else run._replace(string=string)


def _dash(found: re.Match[str]) -> str:
    """Two or three hyphens as a dash: the short one between numbers and in `Navier--Stokes`, else that of phrases."""
    if len(found[0]) != 2:
        return "—"
    before, after = found.string[max(0, found.start() - 40) : found.start()], found.string[found.end()]
    word = _WORD_BEHIND.search(before)
    is_pair = word and word[0][0].isupper() and after.isupper()
    return "–" if is_pair or (before[-1].isdigit() and after.isdigit()) else "—"


def _quoted(found: re.Match[str]) -> str:
    """A grave accent typed for a mark: an apostrophe inside a word, an opening quotation mark before one."""
    return "’" if found.start() and found.string[found.start() - 1].isalpha() else "‘"


def _without_catalogue(runs: Text) -> Text:
    """A title without the punctuation that joins it to the next field of a library's card (ISBD): ` /`, ` :`, ` =`."""
    if runs and len(runs[-1].string) > 2 and runs[-1].string[-2:] in (" /", " :", " ;", " ="):
        return trimmed((*runs[:-1], runs[-1]._replace(string=runs[-1].string[:-2])))
    return runs


def _without_comma(runs: Text) -> Text:
    """The title without the comma or the half of a period that nothing comes after: `Paronychia,`, `Results..`."""
    if not runs:
        return runs
    last = runs[-1].string.rstrip(" ,;")
    last = last[:-1] if last.endswith("..") else last
    return runs if last == runs[-1].string else trimmed((*runs[:-1], runs[-1]._replace(string=last)))


def _without_note(runs: Text) -> Text:
    """The title without the mark of a footnote at its end: an asterisk, a dagger, a small number after a word."""
    if not runs:
        return runs
    last = runs[-1]
    if len(runs) > 1 and last.marks & SUP and not last.marks & MATH and _NOTE_NUMBER.fullmatch(last.string):
        is_word = len(runs[-2].string) > 3 and runs[-2].string[-4:].isalpha()
        return runs[:-1] if is_word or not last.string.isalnum() else runs
    if not last.marks and last.string[-1] in _NOTES:
        before = last.string.rstrip(_NOTES)
        if (
            before[-1:] == " "
            or last.string[-1] in "☆★✩✰⋆"
            or (len(before) > 2 and before[-3:].isalpha() and before[-3:].islower())
        ):
            return (*runs[:-1], last._replace(string=before))
    return runs


def is_same(one: str, other: str) -> bool:
    """Whether two titles have the same letters."""
    return _letters(one) == _letters(other)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()
