"""One request through the door, and whether its record is the one asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, TypeVar

from pubman import duplicates
from pubman.errors import ServiceError, UsageError
from pubman.queries import Query
from pubman.sources import doi

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pubman.queries import Ask, Found

Accepts: TypeAlias = "Callable[[Found], bool]"
Parse: TypeAlias = "Callable[[bytes], list[Found]]"
T = TypeVar("T")


TITLES = {"crossref": "Crossref", "datacite": "DataCite", "arxiv": "arXiv", "doi": "doi.org"}
"""The services as messages call them."""


class Answer(Protocol):
    """What a service said: `status` is 200 or 404."""

    @property
    def status(self) -> int: ...

    @property
    def body(self) -> bytes: ...


class Door(Protocol):
    """The door to the network, as far as look-ups know it."""

    def get(
        self,
        service: str,
        path: str,
        *,
        query: Mapping[str, str] | None = ...,
        accept: str = ...,
        kind: Literal["single", "list"] = ...,
        about: str = ...,
        check: Callable[[Any], object] | None = ...,
        deadline: Any = ...,
    ) -> Answer:
        """The answer to one request, from the cache or the service; raises ServiceError when there is none."""

    def known(
        self, service: str, path: str, *, query: Mapping[str, str] | None = ..., accept: str = ...
    ) -> Answer | None:
        """The answer the cache has, or nothing."""

    def keep(
        self,
        service: str,
        path: str,
        body: bytes,
        *,
        query: Mapping[str, str] | None = ...,
        accept: str = ...,
        status: int = ...,
    ) -> None:
        """Keep what is known from elsewhere as the answer to a request."""

    def deadline(self) -> Any:
        """The time that the requests of one look-up have together."""


class RefusedError(ServiceError):
    """A service answered, but its answer is not to be believed."""


def get(door: Door, ask: Ask, about: str, **how: Any) -> Answer:
    """The answer to a request about a DOI; `how` is the door's."""
    try:
        return door.get(ask.service, ask.path, about=about, kind=ask.kind, **_asked(ask), **how)
    except UsageError as error:  # an identifier that would make another path of the service's
        raise ServiceError(f"{about}: {error.message}", hint=error.hint) from None


def known(door: Door, ask: Ask) -> Answer | None:
    """The answer that the cache has, or nothing."""
    return door.known(ask.service, ask.path, **_asked(ask))


def keep(door: Door, ask: Ask, body: bytes, status: int = 200) -> None:
    """Keep a body as the answer to a request."""
    door.keep(ask.service, ask.path, body, status=status, **_asked(ask))


def _asked(ask: Ask) -> dict[str, Any]:
    return {"query": dict(ask.query), "accept": ask.accept}


def one(door: Door, ask: Ask, parse: Parse, name: str, accepts: Accepts, deadline: Any) -> Found | None:
    """The record that is accepted; None when the service has none.

    Raises RefusedError, and keeps nothing in the cache, for a record that is not, or that cannot be read; ServiceError
    when the service could not be asked.
    """
    accepted: list[Found] = []

    def check(answer: Answer) -> None:
        try:
            records = parse(answer.body)
        except ServiceError as error:
            raise RefusedError(f"{name}: {error.message}", hint=error.hint) from None
        accepted[:] = [each._replace(service=ask.service) for each in records if accepts(each)]
        if records and not accepted:
            other = records[0].work.DOI or "another work"
            raise RefusedError(
                f"{name}: {TITLES[ask.service]} answered with the record of {other}; it was refused",
                hint="the fault is the service's: look at the DOI in a browser, or try again later",
            )

    get(door, ask, name, check=check, deadline=deadline)
    return accepted[0] if accepted else None


def agency(door: Door, name: str, deadline: Any) -> tuple[str, str]:
    """The agency that registered a DOI, and what doi.org says of one that nobody did. Raises ServiceError."""
    found = _read(door, doi.request_agency(Query(dois=(name,))), doi.parse_agency, name, deadline)
    return (found.name, found.status) if found else ("", "")


def in_full(door: Door, short: str, deadline: Any) -> str:
    """The DOI that a short one stands for, or nothing for one that there is not. Raises ServiceError."""
    return _read(door, doi.request_alias(Query(dois=(short,))), doi.parse_alias, short, deadline) or ""


def _read(door: Door, ask: Ask, parse: Callable[[bytes], T], name: str, deadline: Any) -> T | None:
    """What an answer says; None for a 404. Raises RefusedError for one that cannot be read, and keeps it not."""
    found: list[T] = []

    def check(answer: Answer) -> None:
        try:
            found[:] = [parse(answer.body)]
        except ServiceError as error:
            raise RefusedError(f"{name}: {error.message}", hint=error.hint) from None

    get(door, ask, name, check=check, deadline=deadline)
    return found[0] if found else None


def readable(body: bytes, parse: Parse) -> list[Found]:
    """The records of a body; none when they cannot be read: asked for alone, they will say why."""
    try:
        return parse(body)
    except ServiceError:
        return []


def has(name: str) -> Accepts:
    """Whether a record's DOI is the one asked for, by its own word (DOI Handbook, 2.4: ASCII case does not count)."""
    return lambda found: name.lower() in names(found)


def names(found: Found) -> set[str]:
    """The DOI of a record and those that it declares to be other names of its own, in lower case."""
    return {found.work.DOI.lower(), *map(str.lower, found.aliases)} - {""}


def is_paper(arxiv: str) -> Accepts:
    """Whether a record is the paper with that arXiv identifier, in any version."""
    return lambda found: duplicates.identity(found.work).arxiv == arxiv.lower()
