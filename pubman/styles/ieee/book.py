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
    """A, *Title* (Series), xth ed., vol. x. City, ST, Country: Publisher, year, ch. x, pp. x–y, doi: x.

    Where the volume has its title, or editors stand beside the authors, it comes first, as it does in a chapter.
    """
    authors = people(work.author, wanted)
    volume = _volume(work)
    first = bool(work.volume_title or (authors and work.editor.people))
    head = commas(
        authors or editors(work.editor, wanted),
        _titled(work, work.title),
        volume if first else "",
        editors(work.editor, wanted) if authors else "",
        translators(work.translator, wanted),
        numbers.edition(work),
        "" if first else volume,
    )
    return in_commas(work, _with_imprint(work, head))


def chapter(work: Work, wanted: Options) -> Text:
    """A, “T,” in *Book* (Series), vol. x, E, Ed., xth ed. City, Country: Publisher, year, ch. x, pp. x–y, doi: x."""
    head = commas(
        people(work.author, wanted),
        titles.paper(work, wanted),
        spaced("in" if work.container_title else "", _titled(work, work.container_title)),
        _volume(work),
        editors(work.editor, wanted),
        translators(work.translator, wanted),
        numbers.edition(work),
    )
    return in_commas(work, _with_imprint(work, head))


def _titled(work: Work, title: Text) -> Text:
    """The title of a book and its series; that of a volume without a number follows a colon."""
    if work.volume_title and not work.volume:
        title = (*title, Run(": "), *work.volume_title)
    return spaced(titles.italic(title), titles.series(work.collection_title, work.collection_number))


def _volume(work: Work) -> Text:
    """`vol. 3`, and the title that the volume has for itself."""
    return commas(numbers.volume(work), titles.italic(work.volume_title)) if work.volume else ()


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
    """*Title*, xth ed., Company, City, ST, Country, year, pp. x–y. Online: A. *Title*, xth ed. (year). [Online].

    Online, a company stands with its place where the author would.
    """
    authors, edition = people(work.author, wanted), numbers.edition(work)
    title = _titled(work, work.title)
    if work.URL and not work.DOI:
        year = in_parentheses(dated(work, dates.year))
        owner = authors or commas(work.publisher, place(work.publisher_place))
        return in_sentences(work, owner, commas(title, edition), year)
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
