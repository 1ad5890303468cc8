"""The IEEE reference list (IEEE Reference Guide, V 3.28.2025): one form per kind of work, looked up in `FORMS`.

A form is a function that lists the parts of a reference in their order, as the guide's templates do; a missing part
leaves no trace. The parts come from `people`, `titles`, `dates`, `numbers`; `punctuation` joins them, `endings` closes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.styles.ieee import book, conference, document, periodical, web
from pubman.text import Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from pubman.options import Options
    from pubman.text import Text
    from pubman.work import Work

FORMS: dict[str, Callable[[Work, Options], Text]] = {
    "article-journal": periodical.article,
    "article-magazine": periodical.article,
    "article-newspaper": periodical.news,
    "post-weblog": periodical.news,
    "article": periodical.preprint,
    "paper-conference": conference.paper,
    "book": book.book,
    "book/manual": book.manual,
    "chapter": book.chapter,
    "thesis": document.thesis,
    "report": document.report,
    "standard": document.standard,
    "patent": document.patent,
    "dataset": web.dataset,
    "software": web.software,
    "webpage": web.website,
    "motion_picture": web.video,
    "speech": web.lecture,
    "speech/course": web.course,
    "manuscript": document.unpublished,
    "personal_communication": document.private_communication,
    "document": document.other,
}
"""How each of `Work.type` is set; `type/genre` where one type has two forms."""


def reference(work: Work, options: Options) -> Text:
    """The reference of one work, without its number.

    DOI, arXiv identifier and address are links unless `options.links` is none. Where it is all and the format shows
    links, the preprint of a published paper is linked behind the reference, of which it is no part.
    """
    form = FORMS.get(f"{work.type}/{work.genre}") or FORMS.get(work.type, document.other)
    runs = form(work, options)
    shows_links = options.links == "all" and options.format in ("markdown", "html")
    if shows_links and work.archive == "arXiv" and work.type != "article":
        runs = (*runs, Run(" ["), Run("arXiv", 0, f"https://arxiv.org/abs/{work.archive_id}"), Run("]"))
    if options.links == "none":
        return tuple([run._replace(link="") for run in runs])
    return runs
