"""The hub: one publication as a typed, Unicode value under CSL's names (citationstyles.org, CSL 1.0.2, variables)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pubman.text import Text


class Name(NamedTuple):
    """A person (`family`, `given`, `particle`, `suffix`) or, with `literal` alone, an organisation."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""


class Names(NamedTuple):
    """The people of one role in order; `others` where the source ends with "and others"."""

    people: tuple[Name, ...] = ()
    others: bool = False


NOBODY = Names()


class Day(NamedTuple):
    """A year, with month (1 to 12) and day where they are known, else 0."""

    year: int
    month: int = 0
    day: int = 0


class Date(NamedTuple):
    """One day or a range of them; `season` as printed (Spring), `literal` what is no date at all.

    A range of two months that follow each other is a double issue (Sep./Oct.), a longer one a period (Jan.–Mar.).
    Beside a `start`, `literal` is the source's own words, where they say more than a date can (`c. 1990`).
    """

    start: Day | None = None
    end: Day | None = None
    season: str = ""
    literal: str = ""


UNDATED = Date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A publication. Types and variables are CSL's; an absent variable is empty.

    `type` is one of CSL 1.0.2's item types: article-journal, article-magazine, article-newspaper, paper-conference,
    chapter, book, thesis, report, standard, patent, dataset, software, article (a preprint), webpage, post-weblog,
    motion_picture, speech (lecture), manuscript (unpublished), personal_communication, document (anything else).
    A paper-conference with an `event_title` and no `container_title` was only presented.
    """

    key: str
    type: str
    title: Text = ()
    title_short: Text = ()
    author: Names = NOBODY
    editor: Names = NOBODY
    translator: Names = NOBODY
    container_title: Text = ()
    collection_title: Text = ()
    collection_number: str = ""
    volume_title: Text = ()
    issued: Date = UNDATED
    event_date: Date = UNDATED
    accessed: Date = UNDATED
    event_title: Text = ()
    event_place: str = ""
    publisher: str = ""
    publisher_place: str = ""
    volume: str = ""
    issue: str = ""
    number: str = ""
    page: str = ""
    article_number: str = ""
    chapter_number: str = ""
    section: str = ""
    edition: str = ""
    version: str = ""
    genre: str = ""
    """What kind of its type it is: `Ph.D. dissertation`, `RFC`, and among books `manual`, among lectures `course`."""
    medium: str = ""
    """The form it was published in, as far as no other variable says so: `PowerPoint slides`, `White Paper`."""
    status: str = ""
    """`early access`, `to be published`, `submitted for publication`, `unpublished`, or nothing."""
    jurisdiction: str = ""
    archive: str = ""
    archive_id: str = ""
    """A preprint's server (`arXiv`) and its identifier there."""
    DOI: str = ""
    URL: str = ""
    ISBN: str = ""
    ISSN: str = ""
    language: str = ""
    """ISO 639-1's code where it is known."""
    note: str = ""
    keyword: tuple[str, ...] = ()
