"""Titles: papers in quotation marks and sentence case, containers in italics (IEEE Reference Guide, "Titles")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.text import EMPH, STRONG, Run, mark, plain, text
from pubman.wording import abbreviations, languages
from pubman.wording.titles import sentence_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from pubman.options import Options
    from pubman.text import Text
    from pubman.work import Work


_CASED = frozenset(["en", "es", "fr", "it", "pt"])
"""Languages that have capitals in titles for names alone; German has them for nouns."""
_ENGLISH = re.compile(r"\b(?:of|the|and|for|with|by)\b")


def paper(work: Work, wanted: Options) -> Text:
    """The title of a paper: `“Deep learning”`; what follows puts its comma or period inside the marks."""
    return quoted(cased(work, wanted))


def cased(work: Work, wanted: Options) -> Text:
    """The title in sentence case; as given where the owner wants that, or where it is not in English (German nouns)."""
    title = _not_bold(work.title)
    if wanted.titles != "sentence" or (work.language and _foreign(work)):
        return title
    return sentence_case(title, frozenset(wanted.words))


def _not_bold(title: Text) -> Text:
    """The title without bold, which the guide has nowhere and a list keeps for its owner."""
    return tuple([run._replace(marks=run.marks & ~STRONG) if run.marks & STRONG else run for run in title])


def _foreign(work: Work) -> bool:
    """Whether the title itself is in a foreign language; one written in other letters would not be in ours."""
    if work.language in languages.IN_OTHER_LETTERS or work.language in _CASED:
        return False
    return _ENGLISH.search(plain(work.title)) is None


def quoted(title: Text) -> Text:
    """The title in double quotation marks; those inside it become single, and close together with its own."""
    if not title:
        return ()
    string = plain(title)
    closing = "”"
    if "“" in string or "”" in string:
        title = tuple([run._replace(string=run.string.replace("“", "‘").replace("”", "’")) for run in title])
        closes = string[-1] == "”"
    else:
        closes = string[-1] == "’" and "‘" in string
    if closes:
        last = title[-1]
        title = (*title[:-1], *([last._replace(string=last.string[:-1])] if len(last.string) > 1 else ()))
        closing = "’”"
    return (Run("“"), *title, Run(closing))


def italic(title: Text) -> Text:
    """The title of a work that stands alone, as published."""
    return mark(_not_bold(title), EMPH)


def journal(title: Text, wanted: Options) -> Text:
    """The title of a periodical, abbreviated."""
    return _abbreviated(title, wanted, abbreviations.journal)


def conference(title: Text, wanted: Options) -> Text:
    """The name of a conference or of its proceedings, abbreviated."""
    return _abbreviated(title, wanted, abbreviations.conference)


def series(title: Text, number: str = "") -> Text:
    """The series a volume belongs to, in parentheses, with its number in it."""
    if not title:
        return ()
    return (Run("("), *title, Run(f", no. {number})" if number else ")"))


def _abbreviated(title: Text, wanted: Options, shorten: Callable[[str], str]) -> Text:
    if not title or wanted.journals != "abbreviated":
        return italic(title)
    return text(shorten(plain(title)), EMPH)
