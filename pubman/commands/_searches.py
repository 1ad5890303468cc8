"""What `search` and `add search` share: asking Crossref for a free-text reference, and saying what speaks for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pubman import csl, registry, text
from pubman.commands import _choosing, _door, _lookups, _row
from pubman.edge import terminal
from pubman.errors import ServiceError, UsageError
from pubman.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.commands._adding import How
    from pubman.commands._session import Session
    from pubman.match import Evidence, Verdict
    from pubman.queries import Found

ROWS = 10
"""Crossref's own order has the work among the first of so many, if it has it."""
FEW = 3
"""So many are shown when nothing was added."""


def words(given: Sequence[str]) -> str:
    """The reference that the arguments are together. Raises UsageError for one without a word."""
    reference = " ".join(" ".join(given).split())
    if not any(map(str.isalnum, reference)):
        raise UsageError("there is nothing to search for", hint="give a title, with the first author and the year")
    return reference


def ask(session: Session, reference: str, rows: int = ROWS, *, refresh: bool = False) -> Verdict:
    """The candidates for a reference, judged. Raises ServiceError when Crossref could not be asked."""
    from pubman import match
    from pubman.lookup import searching

    searches = searching.Searches(_door.opened(session, refresh=refresh))
    return match.verdict_of(reference, searches.candidates(reference, f'"{reference[:60]}"', rows))


def none_of(judged: Sequence[tuple[Found, Evidence]]) -> str:
    """What is said where no candidate is the work: of those that are shown, or that there are none."""
    return "none of these certainly is the work" if judged else "Crossref has nothing like it"


def show(session: Session, judged: Sequence[tuple[Found, Evidence]]) -> str:
    """Every candidate with the evidence below it."""
    wanted = session.config.options({}, {"format": "text"})
    style = registry.load("styles", wanted.style)
    blocks = []
    for found, evidence in judged:
        lines = (f"    {line}\n" for line in evidence.lines())
        reference = text.plain(style.reference(found.work, wanted))
        blocks.append(terminal.safe(f"{found.work.DOI}\n    {reference}\n{''.join(lines)}"))
    return "\n".join(blocks)


def as_json(found: Found, evidence: Evidence, best: Found | None) -> dict[str, Any]:
    """One candidate, as `--json` prints it; `certain` tells that it is the work the reference names."""
    return {
        "doi": found.work.DOI,
        "title": text.plain(found.work.title),
        "certain": best is found,
        "evidence": evidence.as_json(),
        "csl": csl.item(found.work),
    }


def add(session: Session, how: How, reference: str, *, refresh: bool = False) -> int:
    """Add the one work that a reference certainly names, and return the exit status; else show the candidates, and 1.

    On a terminal the user may choose among them, unless nothing is to be asked.
    The record is then looked up by its DOI: a search brings only part of it. Raises ServiceError as `ask` does.
    """
    try:
        verdict = ask(session, reference, refresh=refresh)
    except ServiceError as error:
        if how.as_json:
            _row.put("not-checked", error.message)
        raise
    best = verdict.best
    if verdict.status == "ambiguous" and not (how.as_json or how.yes) and _choosing.is_terminal():
        best = _choosing.choose("none of the candidates certainly is the work", verdict.judged)
        if not best:
            terminal.say("nothing was added")
            return 1
    if best:
        return _lookups.add(session, how, [Wanted(reference, doi=best.work.DOI)], refresh=refresh)
    message = {
        "ambiguous": "none of the candidates certainly is the work, nothing was added",
        "no-match": f"{none_of(verdict.judged)}, nothing was added",
    }[verdict.status]
    if how.as_json:
        _row.put(verdict.status, message, candidates=[as_json(*pair, None) for pair in verdict.judged])
    else:
        terminal.put(show(session, verdict.judged[:FEW]))
    terminal.say(message)
    if verdict.status == "ambiguous" and not session.look.quiet:
        terminal.say(f"hint: if one of them is: pubman add doi {verdict.judged[0][0].work.DOI}")
    return 1
