"""What every `add` shares: its options, and adding candidates to the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from pubman import adding, render
from pubman.bibtex import keys
from pubman.commands import _changes, _row, _session
from pubman.edge import files, store, terminal
from pubman.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pubman.adding import Added, Candidate, Outcome
    from pubman.bibtex.scan.source import Source
    from pubman.commands._session import F, Session
    from pubman.edge.store import Change, Store
    from pubman.work import Work


class How(NamedTuple):
    """The options of an `add`."""

    yes: bool = False
    key: str = ""
    to: Path | None = None
    as_json: bool = False
    dry_run: bool = False
    diff: bool = False


def options(function: F) -> F:
    """The options of every `add`; they come as the parameters of `How`."""
    function = click.option("--json", "as_json", is_flag=True, help="Print one object a line.")(function)
    function = click.option(
        "--to", metavar="FILE", type=click.Path(path_type=Path), help="The .bib file to add to, if not the first."
    )(function)
    function = click.option(
        "-k", "--key", metavar="KEY", default="", callback=_key, help="The citation key; for one work only."
    )(function)
    function = click.option("-y", "--yes", is_flag=True, help="Ask nothing, and take an alias for its DOI.")(function)
    return _session.writes(_session.reads_store(function))


def add(session: Session, how: How, candidates: Callable[[Sequence[Source]], list[Candidate]]) -> list[Outcome]:
    """Add the candidates that are new, and say what became of each; see `write`."""
    outcomes = write(session, how, candidates)
    for outcome in outcomes:
        say(session, how, outcome)
    return outcomes


def write(session: Session, how: How, candidates: Callable[[Sequence[Source]], list[Candidate]]) -> list[Outcome]:
    """Add the candidates that are new.

    `candidates` gets the files of the store up to the one that is added to: what is read before the new entries.
    """

    def change(now: Store) -> tuple[Added, list[Change]]:
        target = _target(now, how.to)
        before = now.sources[: now.sources.index(target) + 1]
        added = adding.add(
            now.sources,
            now.entries,
            target,
            candidates(before),
            session.config.key or keys.PATTERN,
            ascii_only=session.config.ascii,
        )
        return added, [store.Change(target, added.text)]

    added, changes = store.change(session.store, change, dry_run=how.dry_run)
    _changes.show(session, changes, diff=how.diff)
    if changes and not how.dry_run:
        session.__dict__.pop("store", None)  # what was read is no longer what is there
    return added.outcomes


def say(session: Session, how: How, outcome: Outcome, about: str = "") -> None:
    """Print what became of a candidate; `about` is what the user called it, if that was not its key."""
    if how.as_json:
        _row.put(outcome.status, outcome.message, key=outcome.key, doi=outcome.work.DOI, file=outcome.place)
    elif outcome.status == "exists":
        terminal.say(f"{about}: {outcome.message}" if about else outcome.message)
    else:
        would = " (not written: --dry-run)" if how.dry_run else ""
        instead = f" {outcome.message}" if outcome.message else ""
        terminal.put(
            terminal.safe(f"{outcome.key}\t{outcome.place}{instead}{would}\n    {_reference(session, outcome.work)}\n")
        )


def _reference(session: Session, work: Work) -> str:
    return render.reference(work, session.config.options({}, {"format": "text"}))


def _target(now: Store, to: Path | None) -> Source:
    if to is None:
        return now.sources[0]
    for source in now.sources:
        path = files.path(source.file)
        if path == to or (to.exists() and path.samefile(to)):
            return source
    known = ", ".join(source.file for source in now.sources)
    raise UsageError(
        f"--to {to}: no file of the store (known: {known})",
        hint="name it with --bib, or add it to bib in the configuration",
    )


def _key(_: click.Context, __: click.Parameter, value: str) -> str:
    if value and not keys.is_key(value):
        raise click.BadParameter(
            f'"{value}" cannot be a citation key: no blanks, braces, commas, quotes or any of # % = \\ ~ @'
        )
    return value
