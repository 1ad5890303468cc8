"""Crossref's REST API (api.crossref.org): a work by its DOI, up to fifty at once, or candidates for words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from pubman.errors import ServiceError
from pubman.queries import Ask
from pubman.sources import _records, _works

if TYPE_CHECKING:
    from pubman.queries import Found, Query
    from pubman.sources._records import Record

BATCH = 50
"""As many DOIs as one request may filter by, and its address must stay shorter than `LONGEST`."""
LONGEST = 2_000
SELECT = (
    "DOI,type,title,subtitle,original-title,short-title,container-title,short-container-title,author,editor,translator,issued,"
    "published-print,published-online,published,posted,volume,issue,page,article-number,publisher,publisher-location,"
    "event,ISBN,ISSN,degree,standards-body,group-title,update-to,relation,score"
)
"""The fields that candidates come with; the service refuses some names of fields here, which are left out."""


def request(query: Query) -> Ask:
    """One DOI alone, several as a filter, which no DOI with a comma or a blank can be part of; else by words."""
    if len(query.dois) == 1:
        return Ask("crossref", f"/works/{quote(query.dois[0], safe='')}")
    if query.dois:
        wanted = ",".join([f"doi:{doi}" for doi in query.dois])
        return Ask("crossref", "/works", {"filter": wanted, "rows": str(2 * len(query.dois))}, kind="list")
    asked = {"query.bibliographic": query.words, "rows": str(query.rows), "select": SELECT}
    return Ask("crossref", "/works", asked, kind="list")


def batches(dois: tuple[str, ...]) -> list[tuple[str, ...]]:
    """DOIs in groups that one request each can ask for; what no filter can hold stands alone."""
    groups: list[tuple[str, ...]] = []
    group: list[str] = []
    length = 0
    for doi in dois:
        if "," in doi or not doi.isascii() or any(map(str.isspace, doi)):
            groups.append((doi,))
            continue
        size = len(quote(f",doi:{doi}", safe=""))
        if group and (len(group) == BATCH or length + size > LONGEST - 200):
            groups.append(tuple(group))
            group, length = [], 0
        group.append(doi)
        length += size
    return [*groups, tuple(group)] if group else groups


def parse(body: bytes) -> list[Found]:
    """The works of an answer, in its order.

    Raises ServiceError for what is no answer, and for a single record that is none; a list leaves such a record out.
    """
    answer = _records.load(body, "Crossref")
    message = answer.record("message")
    if answer.text("status") != "ok" or not message.values:
        _records.refuse("its message is missing", "Crossref")
    if "items" not in message.values:
        return [_found(message)]
    if not isinstance(message.values["items"], list):
        _records.refuse("its list of works is none", "Crossref")
    works = []
    for each in message.records("items"):
        try:
            works.append(_found(each))
        except ServiceError:
            continue
    return works


def _found(record: Record) -> Found:
    return _works.read(record, record.text("type"), "Crossref")
