"""A record of Crossref's shape as a work: its REST records, and content negotiation's CSL-JSON, which mostly agree.

(Crossref, "API JSON format"; CSL 1.0.2, input schema.)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.queries import Found
from pubman.sources import _dates, _imprint, _records, _titles, _types
from pubman.sources._works import related, titles, variables
from pubman.text import plain, text
from pubman.work import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.sources._records import Record

DATES = (
    "published-print", "published-online", "published-other", "issued", "published", "posted", "accepted", "approved",
    "content-created", "created", "deposited",
)  # fmt: skip
_NOTICE = re.compile(r"\W*(?:retracted|withdrawn|removed)(?: article| paper)?\s*[:\]]", re.IGNORECASE)


def read(record: Record, kind: str, service: str) -> Found:
    """The work of one record. Raises ServiceError for one without a title or a DOI."""
    doi = _records.line(record.raw("DOI"))
    title = titles.title(record)
    if not title:
        _records.refuse(f"{doi or 'it'} has no title", service)
    if not doi:
        _records.refuse(f"{plain(title)[:60]!r} has no DOI", service)
    names = [name for name in map(_titles.container, record.raws("container-title")) if plain(name)]
    type_ = _types.type_of(kind, record.text("subtype"), host=bool(names))
    if kind == "article" and not _types.known_server(doi, *map(plain, names), record.text("publisher")):
        type_ = "document"
    if type_ == "post-weblog" and not names:
        names = [text(blog)] if (blog := _imprint.blog(record)) else []
    warnings = [*_doubts(record, plain(title))]
    work = variables.work(record, type_, title, doi, names, warnings)
    found = Found(
        work,
        (),
        kind,
        tuple((name, date) for name in DATES if (date := _dates.of(record, name)) != UNDATED),
        tuple(related.updates(record)),
        tuple(related.relations(record)),
        tuple(record.texts("aliases")),
        record.number("score"),
        tuple(dict.fromkeys([*map(plain, names), *record.texts("short-container-title")])),
    )
    if found.retracted:
        warnings.append("the work was retracted")
    if work.issued == UNDATED and work.event_date == UNDATED:
        warnings.append("the record has no date")
    return found._replace(warnings=tuple(dict.fromkeys(warnings)))


def _doubts(record: Record, title: str) -> Iterator[str]:
    """What the title is uncertain about, or says."""
    if "\ufffd" in title:
        yield "characters of the title are lost, kept as it came"
    elif any(" \ufffd " in raw for raw in record.raws("title")):
        yield "a character of the title is lost, taken for a dash"
    if _NOTICE.match(title):
        yield "the title says that the work was retracted"
