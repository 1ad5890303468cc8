"""What every `add` by identifier shares: asking the services, and adding what they know."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

from pubman import adding, wanted
from pubman.commands import _adding, _door
from pubman.commands._lookup_report import STATUS, Line, failing, say, warn
from pubman.edge import progress, terminal
from pubman.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pubman.adding import Outcome
    from pubman.commands._adding import How
    from pubman.commands._session import F, Session
    from pubman.lookup import Result
    from pubman.wanted import Wanted


def options(function: F) -> F:
    """The options of every `add` by identifier: those of `_adding.options`, and `--refresh`."""
    return _adding.options(_door.refreshes(function))


def read(given: Sequence[str], parse: Callable[[str], Wanted | None], what: str) -> list[Wanted]:
    """What is asked for. Raises UsageError naming everything that is no identifier, before anything is asked."""
    found = {text: parse(text) for text in given}
    if bad := [text for text, each in found.items() if each is None]:
        named = ", ".join(f'"{text[:100]}"' for text in bad)
        kind, like = ("doi", "2001.05852") if parse is wanted.of_arxiv else ("arxiv", "10.1109/LSP.2020.3031490")
        other = [text for text in bad if wanted.of(text)]
        hint = (
            f"`pubman add {kind}` is for {other[0]}" if other else f"it reads like {like}; nothing was asked or written"
        )
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

        door = _door.opened(session, refresh=refresh)
        if not door.contact and len(news) > _door.MANY:
            terminal.say(_door.SLOW, session.look)
        found: list[Result] = []
        with (
            progress.bar(session.look, len(news)) as advance,
            closing(look_up(news, door, session.config.sources)) as groups,
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
            say(session, how, Line(each, "exists", message, key=there.key, place=place))
        else:
            news.append(each)
    return news


def _add(session: Session, how: How, results: Sequence[Result]) -> int:
    """Write what was found, and say what became of each result in order; returns the exit status of the worst."""
    lines: list[tuple[Result, Line | None]] = [(result, failing(how, result)) for result in results]
    good = [result.found for result, line in lines if line is None and result.found]
    outcomes = iter(_write(session, how, good))
    worst = 0
    for result, line in lines:
        if line is None:
            outcome = next(outcomes)
            _adding.say(session, how, outcome, result.wanted.given)
            warn(session, result, outcome)
            worst = max(worst, STATUS[outcome.status])
        else:
            say(session, how, line)
            worst = max(worst, STATUS[line.status])
    sys.stdout.flush()
    return worst


def _write(session: Session, how: How, found: Sequence[Any]) -> list[Outcome]:
    if not found:
        return []
    return _adding.write(session, how, lambda _: [adding.of_work(each.work, how.key) for each in found])
