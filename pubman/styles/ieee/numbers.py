"""Volume, number, pages, chapter, edition, and the imprint of a book (IEEE Reference Guide, "Style" and "Books")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.wording import abbreviations, languages, ordinals
from pubman.wording.places import place

if TYPE_CHECKING:
    from pubman.work import Work

_SEVERAL = re.compile(r"[–,&]|\band\b|\+$")


def volume(work: Work) -> str:
    """`vol. 58`."""
    return f"vol. {work.volume}" if work.volume else ""


def issue(work: Work) -> str:
    """`no. 10`."""
    return f"no. {work.issue}" if work.issue else ""


def pages(work: Work) -> str:
    """`p. 475`, `pp. 115–117`, `pp. 19–20, 24`."""
    page = work.page
    if not page:
        return ""
    return f"pp. {page}" if _SEVERAL.search(page) else f"p. {page}"


def article_number(work: Work) -> str:
    """`Art. no. 061103`, which stands after the date."""
    return f"Art. no. {work.article_number}" if work.article_number else ""


def chapter(work: Work) -> str:
    """`ch. 13`, `sect. 4.2`, or both; a chapter that has a name instead of a number as it is."""
    number = work.chapter_number
    if number[:1].isdigit() or (number.isupper() and len(number) < 6):
        number = f"ch. {number}"
    if not work.section:
        return number
    section = f"sect. {work.section}" if work.section[:1].isdigit() else work.section
    return f"{number}, {section}" if number else section


def edition(work: Work) -> str:
    """`3rd ed.`; nothing for the first."""
    return ordinals.edition(work.edition) if work.edition else ""


def imprint(work: Work) -> str:
    """`City, ST, Country: Publisher`, with the language of a book that was not translated."""
    publisher = abbreviations.publisher(work.publisher) if work.publisher else ""
    city = place(work.publisher_place) if work.publisher_place else ""
    named = f"{city}: {publisher}" if city and publisher else city or publisher
    said = "" if work.translator.people else language(work)
    return f"{named} {said}".strip()


def language(work: Work) -> str:
    """`(in Japanese)` for a work that is not in English."""
    if not work.language or work.language == "en":
        return ""
    return f"(in {languages.name(work.language)})"
