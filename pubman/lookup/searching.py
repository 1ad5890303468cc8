"""Searches by words, at Crossref; a record that turns out to be the one is kept as its DOI's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.errors import ServiceError
from pubman.lookup import asking, lists
from pubman.lookup.asking import RefusedError
from pubman.queries import Query
from pubman.sources import crossref

if TYPE_CHECKING:
    from pubman.lookup.asking import Answer, Door
    from pubman.queries import Found

ROWS = 20


class Searches:
    """The searches of one run."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._records: dict[str, bytes] = {}

    def candidates(self, words: str, about: str, rows: int = ROWS) -> list[Found]:
        """The records that a search brings, in Crossref's order.

        Raises RefusedError for an answer that cannot be read, ServiceError when there is none.
        """

        def check(answer: Answer) -> None:
            try:
                crossref.parse(answer.body)
            except ServiceError as error:
                raise RefusedError(f"{about}: {error.message}", hint=error.hint) from None

        ask = crossref.request(Query(words=words[:1000], rows=rows))
        answer = asking.get(self._door, ask, about, check=check)
        found: list[Found] = []
        for record in lists.split(answer.body):
            for each in asking.readable(record, crossref.parse):
                self._records[each.work.DOI.lower()] = record
                found.append(each._replace(service="crossref"))
        return found

    def keep(self, found: Found) -> None:
        """Keep a record that was found as the answer to a look-up of its DOI, unless the cache has one already."""
        record = self._records.get(found.work.DOI.lower())
        ask = crossref.request(Query(dois=(found.work.DOI,)))
        kept = asking.known(self._door, ask)
        if record is not None and (kept is None or kept.status != 200):
            asking.keep(self._door, ask, record)
