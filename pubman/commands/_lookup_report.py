"""What is said of works looked up by identifier: of those no entry came of, and of those that were added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pubman import text
from pubman.commands import _row
from pubman.edge import terminal

if TYPE_CHECKING:
    from pubman.adding import Outcome
    from pubman.commands._adding import How
    from pubman.commands._session import Session
    from pubman.lookup import Result
    from pubman.queries import Update
    from pubman.wanted import Wanted

STATUS = {"added": 0, "exists": 1, "ambiguous": 1, "not-found": 1, "not-checked": 5, "error": 5}
"""The exit status that each leads to."""


class Line(NamedTuple):
    """What is said of one identifier that no entry came of."""

    wanted: Wanted
    status: str
    message: str
    hint: str = ""
    key: str = ""
    place: str = ""
    candidates: tuple[dict[str, Any], ...] = ()


def failing(how: How, result: Result) -> Line | None:
    """What is said of a result that cannot be added; nothing when it can."""
    if result.status == "found":
        return None
    if result.status == "alias" and result.found:
        work = result.found.work
        message = f"is another name of {work.DOI}, says doi.org"
        if how.yes:
            return None
        candidate = {"doi": work.DOI, "title": text.plain(work.title)}
        hint = f"if that is the work you mean: pubman add doi {work.DOI}"
        return Line(result.wanted, "ambiguous", message, hint, candidates=(candidate,))
    return Line(result.wanted, result.status, result.message, result.hint)


def say(session: Session, how: How, line: Line) -> None:
    """Print what became of an identifier that no entry came of."""
    if how.as_json:
        _row.put(
            line.status,
            line.message,
            key=line.key,
            doi=line.wanted.name,
            candidates=line.candidates,
            file=line.place,
        )
    prefix = "error: " if STATUS[line.status] == 5 else ""
    terminal.say(f"{prefix}{line.wanted.given}: {line.message}")
    if line.hint and not session.look.quiet:
        terminal.say(f"hint: {line.hint}")


def warn(session: Session, result: Result, outcome: Outcome) -> None:
    """What the services say of a work that was added, beside the work itself."""
    found = result.found
    if not found or outcome.status != "added" or session.look.quiet:
        return
    notes = [*found.warnings]
    notes += [_notice(each) for each in found.updates if each.against]
    notes += [f"published meanwhile as {each}" for each in found.published_as]
    for note in notes:
        terminal.say(f"{outcome.key}: {note}")


def _notice(update: Update) -> str:
    if update.here:
        return f"this is itself the notice of a {update.against}, of {update.doi}"
    return f"beware of its {update.against}: {update.doi}"
