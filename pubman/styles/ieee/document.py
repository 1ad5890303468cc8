"""Theses, reports, standards, patents, and what was never published (IEEE Reference Guide, sections of these names)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pubman.styles.ieee import dates, numbers, titles
from pubman.styles.ieee.endings import dated, in_commas
from pubman.styles.ieee.people import people
from pubman.styles.ieee.periodical import paper_title
from pubman.wording import abbreviations
from pubman.wording.places import place, without_state

if TYPE_CHECKING:
    from pubman.options import Options
    from pubman.styles.ieee.punctuation import Part
    from pubman.text import Text
    from pubman.work import Work

_BARE = re.compile(r"(Std|Standard)?\b[. ]*(?:[A-Z](?=\d+[.-]))?\d")
"""A standard's number without its organisation's letters: `802.11`, `Std 308`, `Y10.5-1968`."""
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_KINDS = {"Technical": "Tech.", "Research": "Res.", "Scientific": "Sci.", "Annual": "Annu."}
_LONG_NUMBER = re.compile(r"(?:(?<![\dA-Z])|(?<=^D)|(?<=^RE)|(?<=^PP))[1-9]\d{4,17}(?!\d)")


def thesis(work: Work, wanted: Options) -> Text:
    """A, “T,” Ph.D. dissertation, Dept. X, Univ. Y, City, ST, Country, year."""
    return in_commas(
        work,
        people(work.author, wanted),
        paper_title(work, wanted),
        work.genre,
        *_institution(work),
        dated(work, dates.year),
    )


def report(work: Work, wanted: Options) -> Text:
    """A, “T,” Inst., City, ST, Country, Tech. Rep. n, Mon. d, year."""
    return in_commas(
        work,
        people(work.author, wanted),
        paper_title(work, wanted),
        *_institution(work),
        _report_number(work),
        dated(work, dates.full),
        numbers.pages(work),
    )


def _institution(work: Work) -> tuple[str, str]:
    """Its name and place; a university named after its state needs the city alone (`Univ. Michigan, Ann Arbor`)."""
    name = abbreviations.institution(work.publisher)
    return name, without_state(work.publisher_place, name)


def _report_number(work: Work) -> str:
    """`Tech. Rep. 99-02`; a number that brings its kind of report along stands alone."""
    if re.match(r"Tech|Rep", work.number) or (work.genre and work.number.startswith(work.genre)):
        return work.number.replace("Technical Report", "Tech. Rep.")
    return f"{report_kind(work.genre)} {work.number}".strip()


@lru_cache(maxsize=512)
def report_kind(genre: str) -> str:
    """`Tech. Rep.` for a report of no particular kind, `Tech. Memorandum` for a `Technical Memorandum`."""
    if not genre or genre == "techreport":
        return "Tech. Rep."
    if genre == "resreport":
        return "Res. Rep."
    genre = re.sub(r"\bMemorandum\b", "Memo.", re.sub(r"\bReports?\b", "Rep.", genre))
    for word, brief in _KINDS.items():
        genre = re.sub(rf"\b{word} (?=Rep|Note|Memo|Paper)", f"{brief} ", genre)
    return genre


def standard(work: Work, _: Options) -> Text:
    """*Title*, IEEE Standard x, year; or *Title*, Number, Organisation, City, Country, Mon. year. No author.

    An organisation that the number begins with is not named again.
    """
    number = work.number
    organisation, city = abbreviations.publisher(work.publisher), place(work.publisher_place)
    if organisation and number.startswith(f"{organisation} "):
        organisation, city = "", ""
    elif organisation and (bare := _BARE.match(number)):
        kind = "" if bare[1] else f"{work.genre or 'Standard'} "
        owner = "" if kind.startswith(f"{organisation} ") else f"{organisation} "
        number, organisation, city = f"{owner}{kind}{number}", "", ""
    elif work.genre.endswith((" Standard", " Std", " Std.")) and _BARE.match(number):
        number = f"{work.genre} {number}"
    when = dates.month_and_year(work.issued) or ("" if _YEAR.search(number) else dated(work, dates.year))
    return in_commas(work, titles.italic(work.title), number or work.genre, organisation, city, when)


def patent(work: Work, wanted: Options) -> Text:
    """A, “T,” U.S. Patent x xxx xxx, Mon. d, year. The date is that of issue; no assignee."""
    name = " ".join(filter(None, (work.jurisdiction, work.genre or "Patent", grouped(work.number))))
    return in_commas(work, people(work.author, wanted), titles.paper(work, wanted), name, dated(work, dates.full))


def grouped(number: str) -> str:
    """A patent's number in groups of three digits: `3 624 125`."""
    return _LONG_NUMBER.sub(lambda found: f"{int(found[0]):,}".replace(",", " "), number)


def unpublished(work: Work, wanted: Options) -> Text:
    """A, “T,” unpublished."""
    return in_commas(work, people(work.author, wanted), paper_title(work, wanted), work.status or "unpublished")


def private_communication(work: Work, wanted: Options) -> Text:
    """A, private communication, Mon. year."""
    return in_commas(work, people(work.author, wanted), "private communication", dates.month_and_year(work.issued))


def other(work: Work, wanted: Options) -> Text:
    """A, “T,” how published, organisation, City, Country, date. A bare deposit needs no date."""
    when: Part = dates.full(work.issued)
    if work.status:
        when = work.status
    elif not when and not (work.medium and not work.publisher):
        when = dated(work, dates.full)
    return in_commas(
        work,
        people(work.author, wanted),
        paper_title(work, wanted),
        work.medium,
        abbreviations.institution(work.publisher),
        place(work.publisher_place),
        work.number,
        when,
        numbers.pages(work),
    )
