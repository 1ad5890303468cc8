"""Books, edited books, chapters, manuals (IEEE Reference Guide, "Books", "Handbooks", "Manuals (Online)")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.styles.ieee import dates, numbers, titles
from pubman.styles.ieee.endings import dated, in_commas, in_parentheses, in_sentences
from pubman.styles.ieee.people import EDITED, editors, people, translators
from pubman.styles.ieee.punctuation import commas, sentences, spaced
from pubman.text import Run
from pubman.wording import abbreviations
from pubman.wording.places import place

if TYPE_CHECKING:
    from pubman.options import Options
    from pubman.text import Text
    from pubman.work import Work


def book(work: Work, wanted: Options) -> Text:
    """A, *Title* (Series), xth ed., vol. x. City, ST, Country: Publisher, year, ch. x, pp. x–y, doi: x."""
    authors = people(work.author, wanted)
    head = commas(
        authors or editors(work.editor, wanted),
        spaced(titles.italic(_title(work)), titles.series(work.collection_title, work.collection_number)),
        editors(work.editor, wanted) if authors else "",
        translators(work.translator, wanted),
        numbers.edition(work),
        numbers.volume(work),
    )
    return in_commas(work, _with_imprint(work, head))


def chapter(work: Work, wanted: Options) -> Text:
    """A, “T,” in *Book* (Series), vol. x, E, Ed., xth ed. City, Country: Publisher, year, ch. x, pp. x–y, doi: x."""
    head = commas(
        people(work.author, wanted),
        titles.paper(work, wanted),
        spaced(
            "in" if work.container_title else "",
            titles.italic(work.container_title),
            titles.series(work.collection_title, work.collection_number),
        ),
        numbers.volume(work),
        editors(work.editor, wanted),
        translators(work.translator, wanted),
        numbers.edition(work),
    )
    return in_commas(work, _with_imprint(work, head))


def _title(work: Work) -> Text:
    """The title of a book, and after a colon that of its volume."""
    return (*work.title, Run(": "), *work.volume_title) if work.volume_title else work.title


def _with_imprint(work: Work, head: Text) -> Text:
    """The imprint after a period; after a comma where editors end the head, or a chapter has no imprint but a date."""
    imprint = commas(
        numbers.imprint(work),
        dated(work, dates.year),
        numbers.chapter(work),
        numbers.pages(work),
        numbers.article_number(work),
    )
    unplaced = work.type == "chapter" and not work.publisher and not work.publisher_place
    comma = head[-1:] in EDITED or (unplaced and not work.edition)
    return commas(head, imprint) if comma else sentences(head, imprint)


def manual(work: Work, wanted: Options) -> Text:
    """*Title*, xth ed., Company, City, ST, Country, year, pp. x–y. Online: A. *Title*, xth ed. (year). [Online]."""
    authors, edition = people(work.author, wanted), numbers.edition(work)
    title = spaced(titles.italic(work.title), titles.series(work.collection_title, work.collection_number))
    if work.URL and not work.DOI:
        year = in_parentheses(dated(work, dates.year))
        return in_sentences(work, authors or work.publisher, commas(title, edition), year)
    return in_commas(
        work,
        authors or editors(work.editor, wanted),
        title,
        edition,
        numbers.volume(work),
        work.medium,
        abbreviations.institution(work.publisher),
        place(work.publisher_place),
        dated(work, dates.year),
        numbers.pages(work),
    )
