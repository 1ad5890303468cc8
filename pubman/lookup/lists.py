"""Many DOIs in few requests: Crossref's lists, each record of which is kept as the answer to a request for it alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pubman.errors import ServiceError
from pubman.lookup import asking
from pubman.lookup.asking import RefusedError
from pubman.queries import Query
from pubman.sources import crossref

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.lookup.asking import Answer, Door
    from pubman.queries import Ask, Found

FEW = 3
"""Up to so many are asked for one by one."""


class Lists:
    """What lists and the cache have said in this run. DOIs are compared in lower case."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._found: dict[str, Found] = {}
        self._missing: set[str] = set()
        self._failed: dict[str, ServiceError] = {}

    def knows(self, doi: str) -> bool:
        """Whether there is a record, or the reason why there is none."""
        return doi.lower() in self._found or doi.lower() in self._failed

    def lacks(self, doi: str) -> bool:
        """Whether a list had no record of it, which can mean another agency's DOI or another name of a work."""
        return doi.lower() in self._missing

    def found(self, doi: str) -> Found | None:
        """The record, if there is one. Raises ServiceError when the list could not be had."""
        if failure := self._failed.get(doi.lower()):
            raise failure
        return self._found.get(doi.lower())

    def keep_missing(self, doi: str) -> None:
        """Keep in the cache that Crossref has no record of another agency's DOI."""
        asking.keep(self._door, _alone(doi), b"", 404)

    def ask(self, dois: Sequence[str]) -> None:
        """Ask for the first of the DOIs and as many others as a list can hold; a few are left to be asked for alone."""
        unknown = self._unknown(dois)
        groups = crossref.batches(tuple(unknown.values())) if len(unknown) > FEW else []
        group = next((group for group in groups if dois[0] in group), ())
        if len(group) < 2:
            return
        wanted = {doi.lower(): doi for doi in group}
        about = f"{len(wanted)} DOIs"

        def check(answer: Answer) -> None:
            try:
                crossref.parse(answer.body)
            except ServiceError as error:
                raise RefusedError(f"{about}: {error.message}", hint=error.hint) from None

        try:
            answer = asking.get(self._door, crossref.request(Query(dois=tuple(wanted.values()))), about, check=check)
        except ServiceError as error:
            failure = type(error)(error.message.removeprefix(f"{about}: "), hint=error.hint)
            self._failed |= dict.fromkeys(wanted, failure)
            return
        self._missing |= wanted.keys()
        for record in split(answer.body):
            for found in asking.readable(record, crossref.parse):
                for name in asking.names(found) & wanted.keys():
                    self._has(name, found)
                    asking.keep(self._door, _alone(wanted[name]), record)

    def _unknown(self, dois: Sequence[str]) -> dict[str, str]:
        """Those that neither this run nor the cache knows, by their lower case; what the cache has is remembered."""
        unknown: dict[str, str] = {}
        for doi in dois:
            if not (doi.lower() in unknown or self.knows(doi) or self.lacks(doi) or self._is_kept(doi)):
                unknown[doi.lower()] = doi
        return unknown

    def _is_kept(self, doi: str) -> bool:
        answer = asking.known(self._door, _alone(doi))
        if answer is None:
            return False
        if answer.status == 404:
            self._missing.add(doi.lower())
            return True
        records = filter(asking.has(doi), asking.readable(answer.body, crossref.parse))
        for found in records:
            self._has(doi.lower(), found)
            return True
        return False

    def _has(self, name: str, found: Found) -> None:
        self._found.setdefault(name, found._replace(service="crossref"))
        self._missing.discard(name)


def _alone(doi: str) -> Ask:
    return crossref.request(Query(dois=(doi,)))


def split(body: bytes) -> list[bytes]:
    """The records of a list, each as the service would have answered a request for it alone."""
    message = json.loads(body.decode("utf-8-sig")).get("message") if body else None
    items = message.get("items", []) if isinstance(message, dict) else []
    return [json.dumps({"status": "ok", "message-type": "work", "message": item}).encode() for item in items]
