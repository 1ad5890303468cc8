"""How `enrich` finds the records of entries: by their identifiers, in lists, else each by a search."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pubman import match, wanted
from pubman.enrich import agreement, lacking, upgrading
from pubman.errors import ServiceError
from pubman.lookup import RefusedError, look_up
from pubman.lookup.searching import Searches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pubman.bibtex.entry import Entry
    from pubman.edge.config import Config
    from pubman.edge.http import Door
    from pubman.lookup import Result
    from pubman.match import Evidence
    from pubman.queries import Found
    from pubman.wanted import Wanted
    from pubman.work import Work


_TOO_LITTLE = "it says too little to be searched for: that takes a title, and an author or a year"
_NO_SEARCH = "it has no identifier, and Crossref is not among the sources to search"


class Task(NamedTuple):
    """An entry to look up, and its identifier, if it has one."""

    entry: Entry
    work: Work
    wanted: Wanted | None


class Outcome(NamedTuple):
    """What became of a look-up; with `matched`, `found` is the record of the entry's work."""

    task: Task
    status: str
    found: Found | None = None
    judged: tuple[tuple[Found, Evidence], ...] = ()
    message: str = ""
    hint: str = ""
    published: Found | None = None
    """The record of what a preprint was published as, where that was looked for."""


def outcomes(tasks: Sequence[Task], door: Door, config: Config, *, upgrade: bool) -> Iterator[list[Outcome]]:
    """The outcomes in groups, each as soon as it is known: first those with an identifier, then the searches.

    With `upgrade` it is looked up what preprints were published as.
    """
    known = [task for task in tasks if task.wanted]
    searches = Searches(door)
    with closing(look_up([task.wanted for task in known if task.wanted], door, config.sources)) as groups:
        rest = iter(known)
        for group in groups:
            found = [_of_result(next(rest), result) for result in group]
            yield [_published(each, door, searches, config) for each in found] if upgrade else found
    for task in tasks:
        if not task.wanted:
            outcome = _searched(task, searches, config)
            yield [_published(outcome, door, searches, config) if upgrade else outcome]


def _published(outcome: Outcome, door: Door, searches: Searches, config: Config) -> Outcome:
    """The outcome with the published version of a preprint: by its record's word, else by a search."""
    work, found = outcome.task.work, outcome.found
    if outcome.status != "matched" or not found or not upgrading.is_preprint(work, found.work):
        return outcome
    if upgrading.is_published(found.work):
        return outcome._replace(published=found)
    named = [each for doi in upgrading.published_dois(found) if (each := wanted.of_doi(doi))]
    for group in look_up(named, door, config.sources):
        for result in group:
            if result.status in ("not-checked", "error"):
                message = f"{result.wanted.name}: {result.message}"
                return Outcome(outcome.task, result.status, message=message, hint=result.hint)
            record = result.found
            if record and agreement.is_same(work, record.work) and upgrading.is_published(record.work):
                return outcome._replace(published=record)
    return outcome if named or "crossref" not in config.sources else _found_published(outcome, searches)


def _found_published(outcome: Outcome, searches: Searches) -> Outcome:
    """The one record among a search's that would be the work if the entry were not a preprint's."""
    work, key = outcome.task.work, outcome.task.entry.key
    words = lacking.words(replace(work, container_title=()))
    if not words:
        return outcome
    try:
        candidates = searches.candidates(words, key)
    except ServiceError as error:
        status = "error" if isinstance(error, RefusedError) else "not-checked"
        return Outcome(outcome.task, status, message=error.message.removeprefix(f"{key}: "), hint=error.hint)
    best: dict[str, Found] = {}
    for type_ in ("article-journal", "paper-conference"):
        as_published = replace(work, type=type_, archive="", archive_id="", DOI="", container_title=(), publisher="")
        verdict = match.verdict(as_published, [each for each in candidates if each.work.type == type_])
        if verdict.best:
            best[verdict.best.work.DOI.lower()] = verdict.best
    if len(best) != 1:
        return outcome
    (published,) = best.values()
    searches.keep(published)
    return outcome._replace(published=published)


def _of_result(task: Task, result: Result) -> Outcome:
    found = result.found
    if not found or result.status not in ("found", "alias"):
        return Outcome(task, result.status, None, (), f"{result.wanted.name}: {result.message}", result.hint)
    evidence = match.judge(task.work, found)
    judged = ((found, evidence),)
    if evidence.passes or agreement.is_same(task.work, found.work):
        return Outcome(task, "matched", found, judged)
    message = f"{result.wanted.name} belongs to another work"
    return Outcome(task, "ambiguous", found, judged, message, "correct the identifier, or the title")


def _searched(task: Task, searches: Searches, config: Config) -> Outcome:
    words = lacking.words(task.work)
    if not words:
        return Outcome(task, "no-match", message=_TOO_LITTLE)
    if "crossref" not in config.sources:
        return Outcome(task, "no-match", message=_NO_SEARCH)
    key = task.entry.key
    try:
        candidates = searches.candidates(words, key)
    except ServiceError as error:
        status = "error" if isinstance(error, RefusedError) else "not-checked"
        return Outcome(task, status, message=error.message.removeprefix(f"{key}: "), hint=error.hint)
    verdict = match.verdict(task.work, candidates)
    if verdict.status == "matched" and verdict.best:
        searches.keep(verdict.best)
        return Outcome(task, "matched", verdict.best, verdict.judged)
    if verdict.status == "ambiguous":
        passing = tuple(each for each in verdict.judged if each[1].passes) or verdict.judged
        for found, _ in passing:
            searches.keep(found)
        return Outcome(task, "ambiguous", None, passing, f"{len(passing)} records could be it")
    return Outcome(task, "no-match", None, verdict.judged, "no record that is certainly this work")
