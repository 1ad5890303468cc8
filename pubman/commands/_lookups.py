"""What every `add` by identifier shares: asking the services, and adding what they know."""

from __future__ import annotations

import json
import re
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from pubman import adding, text, wanted
from pubman.commands import _adding
from pubman.edge import progress, terminal
from pubman.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pubman.adding import Outcome
    from pubman.commands._adding import How
    from pubman.commands._session import F, Session
    from pubman.edge.http import Door
    from pubman.lookup import Result
    from pubman.queries import Update
    from pubman.wanted import Wanted

_VERSIONS = frozenset(("new_version", "new_edition"))
"""Notices that say nothing against a work."""
MANY = 3
"""More than so many works are worth a word on how to get them faster."""
SLOW = "without a contact address Crossref serves more slowly: set mailto in pubman.toml"
_STATUS = {"added": 0, "exists": 1, "ambiguous": 1, "not-found": 1, "not-checked": 5, "error": 5}


class Line(NamedTuple):
    """What is said of one identifier that no entry came of."""

    wanted: Wanted
    status: str
    message: str
    hint: str = ""
    key: str = ""
    place: str = ""
    candidates: tuple[dict[str, Any], ...] = ()


def options(function: F) -> F:
    """The options of every `add` by identifier: those of `_adding.options`, and `--refresh`."""
    function = click.option("--refresh", is_flag=True, help="Ask again what the cache knows.")(function)
    return _adding.options(function)


def read(given: Sequence[str], parse: Callable[[str], Wanted | None], what: str) -> list[Wanted]:
    """What is asked for. Raises UsageError naming everything that is no identifier, before anything is asked."""
    found = {text: parse(text) for text in given}
    if bad := [text for text, each in found.items() if each is None]:
        named = ", ".join(f'"{text[:100]}"' for text in bad)
        kind = "DOI" if parse is wanted.of_arxiv else "arXiv"
        other = [text for text in bad if wanted.of(text)]
        hint = f"`pubman add {kind.lower()}` is for {other[0]}" if other else "nothing was asked or written"
        raise UsageError(f"{named}: not {what}", hint=hint)
    return [each for each in found.values() if each]


def too_many(works: int) -> UsageError:
    """The error for one key and several works."""
    return UsageError(f"--key is for one work, and {works} are asked for", hint="add that one alone")


def add(session: Session, how: How, asked: Sequence[Wanted], *, refresh: bool = False) -> int:
    """Add the works that are new, each as soon as it is known; returns the exit status of the worst."""
    if how.key and len(asked) > 1:
        raise too_many(len(asked))
    worst, news = 0, _news(session, how, asked)
    if news:
        from pubman.lookup import look_up

        opened = door(session, refresh=refresh)
        if not opened.contact and len(news) > MANY:
            terminal.say(SLOW, session.look)
        found: list[Result] = []
        with (
            progress.bar(session.look, len(news)) as advance,
            closing(look_up(news, opened, session.config.sources)) as groups,
        ):
            for group in groups:
                if how.dry_run:
                    found += group
                else:
                    worst = max(worst, _add(session, how, group))
                advance(len(group))
        worst = max(worst, _add(session, how, found))
    return max(worst, int(len(news) < len(asked)))


def _news(session: Session, how: How, asked: Sequence[Wanted]) -> list[Wanted]:
    """Those that no entry has yet, as far as their identifiers tell; of the others it is said which has them."""
    entries = session.store.entries
    known = wanted.there(entries, asked)
    news = []
    for each in asked:
        if there := known.find(each.identity):
            place = next(f"{entry.file}:{entry.line}" for entry in entries if entry.key == there.key)
            message = f"the work is there already as '{there.key}' ({place}): the same {there.reason}"
            _say(session, how, Line(each, "exists", message, key=there.key, place=place))
        else:
            news.append(each)
    return news


def _add(session: Session, how: How, results: Sequence[Result]) -> int:
    """Write what was found, and say what became of each result in order; returns the exit status of the worst."""
    lines: list[tuple[Result, Line | None]] = [(result, _failing(how, result)) for result in results]
    good = [result.found for result, line in lines if line is None and result.found]
    outcomes = iter(_write(session, how, good))
    worst = 0
    for result, line in lines:
        if line is None:
            outcome = next(outcomes)
            _adding.say(session, how, outcome, result.wanted.given)
            _warn(session, result, outcome)
            worst = max(worst, _STATUS[outcome.status])
        else:
            _say(session, how, line)
            worst = max(worst, _STATUS[line.status])
    sys.stdout.flush()
    return worst


def _write(session: Session, how: How, found: Sequence[Any]) -> list[Outcome]:
    if not found:
        return []
    return _adding.write(session, how, lambda _: [adding.of_work(each.work, how.key) for each in found])


def _failing(how: How, result: Result) -> Line | None:
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


def _say(session: Session, how: How, line: Line) -> None:
    if how.as_json:
        row = {
            "key": line.key,
            "status": line.status,
            "doi": line.wanted.name,
            "evidence": {},
            "changes": {},
            "candidates": list(line.candidates),
            "message": line.message,
            "file": line.place,
        }
        terminal.put(json.dumps(row, ensure_ascii=False))
    prefix = "error: " if _STATUS[line.status] == 5 else ""
    terminal.say(f"{prefix}{line.wanted.given}: {line.message}")
    if line.hint and not session.look.quiet:
        terminal.say(f"hint: {line.hint}")


def _warn(session: Session, result: Result, outcome: Outcome) -> None:
    """What the services say of a work that was added, beside the work itself."""
    found = result.found
    if not found or outcome.status != "added" or session.look.quiet:
        return
    notes = [*found.warnings]
    notes += [_notice(each) for each in found.updates if each.kind not in _VERSIONS]
    notes += [f"published meanwhile as {each}" for each in found.published_as]
    for note in notes:
        terminal.say(f"{outcome.key}: {note}")


def _notice(update: Update) -> str:
    kind = re.sub(r"[_-]", " ", update.kind)
    if update.here:
        return f"this is itself the notice of a {kind}, of {update.doi}"
    return f"beware of its {kind}: {update.doi}"


def door(session: Session, *, refresh: bool) -> Door:
    """The door of this run. Raises UsageError as `http.door` does."""
    from pubman.edge import http

    tell = (lambda line: terminal.say(line)) if session.look.verbose else None
    return http.door(session.config, offline=session.offline, refresh=refresh, tell=tell)
