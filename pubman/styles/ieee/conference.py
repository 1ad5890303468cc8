"""Conference papers, printed in proceedings or only presented (IEEE Reference Guide, "Conference Proceedings")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.styles.ieee import dates, numbers, titles
from pubman.styles.ieee.endings import dated, in_commas
from pubman.styles.ieee.people import editors, people
from pubman.styles.ieee.periodical import paper_title
from pubman.styles.ieee.punctuation import spaced
from pubman.text import Run, plain
from pubman.wording import abbreviations
from pubman.wording.places import place
from pubman.work import UNDATED

if TYPE_CHECKING:
    from pubman.options import Options
    from pubman.styles.ieee.punctuation import Part
    from pubman.text import Text
    from pubman.work import Work


def paper(work: Work, wanted: Options) -> Text:
    """A, “T,” in *Abbrev. Conf.* (Series), vol. x, E, Eds., City, Country, Mon. d–d, year, pp. x–y, Art. no. x, doi: x.

    The publisher is not printed.
    """
    return in_commas(
        work,
        people(work.author, wanted),
        paper_title(work, wanted),
        *(_in_proceedings(work, wanted) if work.container_title else _presented(work, wanted)),
        place(work.event_place),
        _when(work),
        numbers.pages(work),
        numbers.article_number(work),
        _paper_number(work),
    )


def _in_proceedings(work: Work, wanted: Options) -> tuple[Part, ...]:
    name = titles.conference(work.container_title, wanted)
    return (
        spaced("in", name, titles.series(work.collection_title, work.collection_number)),
        numbers.volume(work),
        numbers.issue(work) if work.volume else "",
        editors(work.editor, wanted),
    )


def _presented(work: Work, wanted: Options) -> tuple[Part, ...]:
    """The name of the event, upright."""
    name = plain(work.event_title)
    if not name:
        return ()
    return ((Run(f"presented at the {abbreviations.conference(name) if wanted.journals == 'abbreviated' else name}"),),)


def _when(work: Work) -> Part:
    """The days of the event where they are known, else the date of issue; none for a paper that is not printed yet."""
    if work.event_date != UNDATED:
        return dates.full(work.event_date)
    return work.status if work.status and work.status != "early access" else dated(work, dates.full)


def _paper_number(work: Work) -> str:
    """`Paper 11.3.4`; another word for it, as in `postdeadline paper`, is the genre."""
    return f"{work.genre or 'Paper'} {work.number}" if work.number else ""
