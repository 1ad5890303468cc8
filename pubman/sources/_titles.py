"""Titles of works and of what they stand in, with the habits of publishers and libraries taken off."""

from __future__ import annotations

import re

from pubman.sources import _records
from pubman.sources._markup import formatted, trimmed
from pubman.text import EMPH, MATH, STRONG, SUP, Run, Text, plain

_MISPLACED = re.compile(r"(?<=[(\[]) | (?=[,;?!)\]]|: )")
_MISSING = re.compile(r"(?<=[a-z]{3},)(?=[A-Z][a-z]{2})")
_TYPED_DASH = re.compile(r" -{2,3} ")
_TYPED_DASH = re.compile(r" -{2,3} ")
_NOTES = "*†‡§¶☆★✩✰⋆"
_NOTE_NUMBER = re.compile(r"\d{1,2}|[*†‡§¶#]+|[a-z]")
_NOTE_NUMBER = re.compile(r"\d{1,2}|[*†‡§¶#]+|[a-z]")
_ABBREVIATION = re.compile(r"(?:\b\w\.\w\.|\.\.|…|\b(?:etc|al|Inc|Jr|Sr|Ltd|Co|Corp|vs|spp?|No|St|U\.S)\.)$")


def title(raw: str) -> Text:
    """A title as formatted text, without a final period. Raises ServiceError for one longer than titles are."""
    runs = trimmed(_without_note(trimmed([_punctuated(run) for run in _without_catalogue(formatted(raw))])))
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
    string = _MISPLACED.sub("", run.string)
    if "," in string:
        string = _MISSING.sub(" ", string)
    if "--" in string:
        string = _TYPED_DASH.sub("—", string)
    return run if string == run.string else run._replace(string=string)


def _without_catalogue(runs: Text) -> Text:
    """A title without the punctuation that joins it to the next field of a library's card (ISBD): ` /`, ` :`, ` =`."""
    if runs and len(runs[-1].string) > 2 and runs[-1].string[-2:] in (" /", " :", " ;", " ="):
        return trimmed((*runs[:-1], runs[-1]._replace(string=runs[-1].string[:-2])))
    return runs


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
