"""Websites, software, data sets, videos, lectures and courses (IEEE Reference Guide, sections of these names)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.styles.ieee import dates, titles
from pubman.styles.ieee.endings import dated, in_commas, in_parentheses, in_sentences, is_seen
from pubman.styles.ieee.people import editors, people
from pubman.styles.ieee.punctuation import commas, spaced
from pubman.text import plain
from pubman.wording import abbreviations
from pubman.wording.places import place

if TYPE_CHECKING:
    from pubman.options import Options
    from pubman.text import Text
    from pubman.work import Work

_VERSION = re.compile(r"\A(?:version|ver\.|v\.?)\s*:?\s*(?=\d)", re.IGNORECASE)
"""What a version brings along of the words that stand before it anyway."""


def website(work: Work, wanted: Options) -> Text:
    """A. “Page title.” Site. Accessed: Mon. d, year. [Online]. Available: x. Unseen, it has the date of issue."""
    author = people(work.author, wanted) or editors(work.editor, wanted)
    site = "" if plain(author) == plain(work.container_title) else plain(work.container_title)
    return in_sentences(
        work,
        author,
        titles.paper(work, wanted),
        commas(work.medium, site, place(work.publisher_place)),
        "" if is_seen(work) else dated(work, dates.full),
    )


def software(work: Work, wanted: Options) -> Text:
    """A. *Title*. (Date). (version x). Repository. Accessed: Mon. d, year. [Online]. Available: x. Or . doi: x."""
    version = _VERSION.sub("", work.version)
    return in_sentences(
        work,
        people(work.author, wanted),
        titles.italic(work.title),
        in_parentheses(dated(work, dates.full)),
        f"(version {version})" if version else "",
        work.publisher,
    )


def dataset(work: Work, wanted: Options) -> Text:
    """A, Date, “Title as given,” Source, doi: x. Or Source. [Online]. Available: x."""
    author, title, date = people(work.author, wanted), titles.quoted(work.title), dated(work, dates.full)
    head = (author, date, title) if author else (title, date)
    return in_commas(work, *head, abbreviations.publisher(work.publisher))


def video(work: Work, wanted: Options) -> Text:
    """Owner, City, ST, Country. *Title*. (Release date). Accessed: Mon. d, year. [Online Video]. Available: x."""
    return in_sentences(
        work,
        commas(people(work.author, wanted) or work.publisher, place(work.publisher_place)),
        titles.italic(work.title),
        in_parentheses(dated(work, dates.full)),
        medium="[Online Video]",
    )


def lecture(work: Work, wanted: Options) -> Text:
    """A. (Year). Title [PowerPoint slides]. Available: x. Online: Univ. (Year). Title. [Online]. Available: x."""
    medium = "" if work.medium.lower() == "online" else work.medium
    return in_sentences(
        work,
        people(work.author, wanted) or abbreviations.institution(work.publisher),
        in_parentheses(dated(work, dates.year)),
        spaced(titles.cased(work, wanted), f"[{medium}]" if medium else ""),
        medium="" if medium else "[Online]",
    )


def course(work: Work, wanted: Options) -> Text:
    """Univ. (Year). Title of course. [Online]. Available: x."""
    return in_sentences(
        work,
        abbreviations.institution(work.publisher) or people(work.author, wanted),
        in_parentheses(dated(work, dates.year)),
        titles.cased(work, wanted),
    )
