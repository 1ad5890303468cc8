"""Articles of journals, magazines and newspapers, blog posts, and preprints.

IEEE Reference Guide, "Periodicals", "Preprints", "News", "Blogs".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.styles.ieee import dates, numbers, titles
from pubman.styles.ieee.endings import dated, in_commas
from pubman.styles.ieee.people import editors, people
from pubman.styles.ieee.punctuation import commas, ends_sentence, spaced, stopped
from pubman.text import Run

if TYPE_CHECKING:
    from pubman.options import Options
    from pubman.styles.ieee.punctuation import Part
    from pubman.text import Text
    from pubman.work import Work


def article(work: Work, wanted: Options) -> Text:
    """A, “T,” *J.*, vol. x, no. x, pp. x–y, Mon. year, Art. no. x, doi: x."""
    return in_commas(
        work,
        people(work.author, wanted) or editors(work.editor, wanted),
        paper_title(work, wanted),
        titles.journal(work.container_title, wanted),
        *(_in_print(work) if not work.status else _not_in_print(work)),
    )


def _in_print(work: Work) -> tuple[Part, ...]:
    return (
        numbers.volume(work),
        numbers.issue(work),
        numbers.pages(work),
        dated(work, dates.month_and_year),
        numbers.article_number(work),
    )


def _not_in_print(work: Work) -> tuple[Part, ...]:
    """Early access has its date to the day; what is to be published, submitted or unpublished has none."""
    if work.status == "early access":
        return (work.status, dated(work, dates.full))
    return (work.status,)


def paper_title(work: Work, wanted: Options) -> Text:
    """The quoted title, with `(in German)` after its comma for a paper in another language."""
    title, language = titles.paper(work, wanted), numbers.language(work)
    if not (title and language):
        return title
    return commas(title, language)


def news(work: Work, wanted: Options) -> Text:
    """A, “T,” *News source*, Mon. d, year, p. x. Likewise a blog post. A question keeps its mark without a comma."""
    head = commas(people(work.author, wanted), titles.paper(work, wanted))
    source = commas(titles.italic(work.container_title), dated(work, dates.full), numbers.pages(work))
    if head and ends_sentence(head) and work.title:
        return in_commas(work, spaced(head, source))
    return in_commas(work, head, source)


def preprint(work: Work, wanted: Options) -> Text:
    """A, “T,” year, arXiv:x. Another server is named before its DOI: A, “T,” year, bioRxiv, doi: x."""
    head = commas(people(work.author, wanted), titles.paper(work, wanted), dated(work, dates.year))
    if work.archive_id:
        return stopped(commas(head, arxiv(work)))
    return in_commas(work, head, work.archive)


def arxiv(work: Work) -> Text:
    """`arXiv:2001.05852`, a link; with it no address is needed."""
    return (Run(f"{work.archive}:{work.archive_id}", 0, f"https://arxiv.org/abs/{work.archive_id}"),)
