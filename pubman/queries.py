"""What is asked of a service, and what is found there: the values between the network and the works."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pubman.work import Date, Work


WITHDRAWN = frozenset(("retraction", "withdrawal", "removal"))
VERSIONS = frozenset(("new_version", "new_edition"))
"""Kinds of notices that say nothing against a work."""
NOTHING: Mapping[str, str] = MappingProxyType({})


class Query(NamedTuple):
    """What is looked for: by DOI, by arXiv identifier, or by words of title, author, year and container."""

    dois: tuple[str, ...] = ()
    arxiv: tuple[str, ...] = ()
    words: str = ""
    rows: int = 5
    """How many candidates a search by words may bring."""


class Ask(NamedTuple):
    """One request: `path` is percent-encoded and begins with a slash, the values of `query` are not encoded yet."""

    service: str
    path: str
    query: Mapping[str, str] = NOTHING
    accept: str = "application/json"
    kind: Literal["single", "list"] = "single"
    """`single` or `list`: services count the two apart."""


class Update(NamedTuple):
    """A notice about a work: `kind` is the service's word (`retraction`, `correction`, `new_version`).

    With `here`, the work found is itself the notice, and `doi` what it is about; else `doi` is the notice.
    """

    kind: str
    doi: str
    here: bool = False

    @property
    def against(self) -> str:
        """The kind in words; nothing for a notice that says nothing against a work."""
        return "" if self.kind in VERSIONS else self.kind.replace("_", " ").replace("-", " ")


class Relation(NamedTuple):
    """How the work is related to another, in the service's word, set in kebab-case: `is-preprint-of`."""

    kind: str
    doi: str


class Found(NamedTuple):
    """A work as one service has it. `work.key` is empty, `work.DOI` the one its record has."""

    work: Work
    warnings: tuple[str, ...] = ()
    """What was not certain enough to be set right and is kept as it came."""
    kind: str = ""
    """The service's own word for the type: `journal-article`."""
    dates: tuple[tuple[str, Date], ...] = ()
    """All dates of the record under the service's names."""
    updates: tuple[Update, ...] = ()
    relations: tuple[Relation, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other DOIs of the same record."""
    score: float = 0.0
    """The service's relevance in a search: for ordering, never for a decision."""
    containers: tuple[str, ...] = ()
    """All names that the record has for what the work stands in, the short ones among them."""
    service: str = ""
    """Which service had it, as far as whoever asked says so."""

    @property
    def published_as(self) -> tuple[str, ...]:
        """The DOIs under which this preprint was published."""
        return tuple(each.doi for each in self.relations if each.kind == "is-preprint-of")

    @property
    def preprint(self) -> tuple[str, ...]:
        """The DOIs of the preprints of this work."""
        return tuple(each.doi for each in self.relations if each.kind == "has-preprint")

    @property
    def retracted(self) -> bool:
        """Whether a notice withdraws this work."""
        own = self.work.DOI.lower()
        return any(each.kind in WITHDRAWN and (not each.here or each.doi.lower() == own) for each in self.updates)
