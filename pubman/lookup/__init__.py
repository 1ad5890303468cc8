"""From identifiers to works: which service is asked, in which order, and what is believed. Pure but for the door.

A DOI: Crossref; when it has none, the registration agency; then DataCite, or content negotiation at doi.org for every
other agency. An arXiv identifier: DataCite, where arXiv registers its papers, then arXiv itself. A record counts only
when its DOI is the one asked for, or it declares that to be another name of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from pubman import registry
from pubman.errors import ServiceError
from pubman.lookup import asking
from pubman.lookup.asking import RefusedError
from pubman.lookup.lists import Lists
from pubman.queries import Query
from pubman.wanted import of_doi

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Sequence

    from pubman.lookup.asking import Accepts, Door
    from pubman.queries import Found
    from pubman.wanted import Wanted

__all__ = ["RefusedError", "Result", "look_up"]


class Result(NamedTuple):
    """What became of one look-up.

    - `found`: the work
    - `alias`: the DOI is another name, by doi.org's word alone, of the work that was found
    - `not-found`: there is no such identifier, or no record behind it that could be cited
    - `not-checked`: a service could not be asked
    - `error`: a service answered, but with another record or with none that can be read
    """

    wanted: Wanted
    status: Literal["found", "alias", "not-found", "not-checked", "error"]
    found: Found | None = None
    message: str = ""
    hint: str = ""


class _NotFoundError(Exception):
    """There is nothing to be found; says why."""


def look_up(wanted: Sequence[Wanted], door: Door, sources: Collection[str]) -> Generator[list[Result], None, None]:
    """The results in the order asked for, in groups: what is known at a time, before more is asked.

    `sources` are those of `crossref`, `datacite` and `arxiv` that may be asked; doi.org is asked about what they lack.
    """
    lookups = _LookUps(door, sources)
    ready: list[Result] = []
    for position, each in enumerate(wanted):
        if ready and not lookups.knows(each):
            yield ready
            ready = []
        ready.append(lookups.result(each, wanted[position:]))
    if ready:
        yield ready


class _LookUps:
    """The look-ups of one run; nothing is asked for twice."""

    def __init__(self, door: Door, sources: Collection[str]) -> None:
        self.door = door
        self.sources = sources
        self.lists = Lists(door)
        self.results: dict[str, Result] = {}

    def knows(self, wanted: Wanted) -> bool:
        """Whether the result can be told without asking anybody."""
        return wanted.name.lower() in self.results or self.lists.knows(wanted.name)

    def result(self, wanted: Wanted, rest: Sequence[Wanted]) -> Result:
        """The result of one look-up; `rest` begins with it and may be asked for in the same request."""
        name = wanted.name.lower()
        if name not in self.results:
            self.results[name] = self._result(wanted, rest)
        found = self.results[name].found
        if found and found.work.DOI.lower() in (name, "" if wanted.arxiv else name):
            # Services write it in lower case, its publisher and the user do not; arXiv leaves out what it registers.
            found = found._replace(work=replace(found.work, DOI=wanted.name))
        return self.results[name]._replace(wanted=wanted, found=found)

    def _result(self, wanted: Wanted, rest: Sequence[Wanted]) -> Result:
        self.deadline = self.door.deadline()
        try:
            if wanted.short:
                return self._in_full(wanted.short)
            found = self._arxiv(wanted) if wanted.arxiv else self._doi(wanted.doi, rest)
        except _NotFoundError as reason:
            return Result(wanted, "not-found", message=str(reason))
        except ServiceError as error:
            message = error.message.removeprefix(f"{wanted.name}: ")
            return Result(
                wanted, "error" if isinstance(error, RefusedError) else "not-checked", None, message, error.hint
            )
        same = wanted.arxiv or asking.has(wanted.name)(found)
        return Result(wanted, "found" if same else "alias", found)

    def _in_full(self, short: str) -> Result:
        full = asking.in_full(self.door, short, self.deadline)
        if not full:
            raise _NotFoundError("there is no such short DOI")
        found = of_doi(full)
        if not found or found.short:
            raise RefusedError(f"{short}: doi.org says that it stands for {full}, which is no DOI")
        return self.result(found, [found])

    def _doi(self, name: str, rest: Sequence[Wanted]) -> Found:
        crossrefs = "crossref" in self.sources
        if crossrefs and (found := self._crossref(name, rest)):
            return found
        registrar, status = asking.agency(self.door, name, self.deadline)
        if crossrefs and registrar != "Crossref":
            self.lists.keep_missing(name)
        if not registrar:
            raise _NotFoundError(f"there is no such DOI: doi.org says “{status or 'Not found'}”")
        if registrar == "Crossref":
            if crossrefs and self.lists.lacks(name) and (found := self._single("crossref", name)):
                return found
            if found := self._single("doi", name, _any):
                return found
            raise _NotFoundError("Crossref has registered it, but has no record of it yet")
        if registrar == "DataCite" and "datacite" in self.sources and (found := self._single("datacite", name)):
            return found
        if found := self._single("doi", name):
            return found
        raise _NotFoundError(f"{registrar} has registered it, but has no record of it that could be cited")

    def _crossref(self, name: str, rest: Sequence[Wanted]) -> Found | None:
        if not self.lists.knows(name) and not self.lists.lacks(name):
            self.lists.ask([each.doi for each in rest if each.doi and each.name.lower() not in self.results])
        if found := self.lists.found(name):
            return found
        return None if self.lists.lacks(name) else self._single("crossref", name)

    def _arxiv(self, wanted: Wanted) -> Found:
        failure = None
        if "datacite" in self.sources or "arxiv" not in self.sources:
            try:
                if found := self._single("datacite", wanted.name):
                    return found
            except RefusedError:
                raise
            except ServiceError as error:
                failure = error
        if "arxiv" in self.sources:
            arxiv = registry.load("sources", "arxiv")
            ask = arxiv.request(Query(arxiv=(wanted.arxiv,)))
            accepts = asking.is_paper(wanted.arxiv)
            if found := asking.one(self.door, ask, arxiv.parse, wanted.name, accepts, self.deadline):
                return found
        if failure:
            raise failure
        raise _NotFoundError("there is no such paper on arXiv")

    def _single(self, service: str, name: str, accepts: Accepts | None = None) -> Found | None:
        source = registry.load("sources", service)
        ask = source.request(Query(dois=(name,)))
        return asking.one(self.door, ask, source.parse, name, accepts or asking.has(name), self.deadline)


def _any(found: Found) -> bool:
    return bool(found.work.DOI)
