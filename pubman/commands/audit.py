"""`pubman audit`: what the services say against the store."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

from pubman.commands import _session
from pubman.edge import findings, progress, terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pubman.bibtex.entry import Entry
    from pubman.commands._session import Session
    from pubman.errors import Problem
    from pubman.lookup import Result
    from pubman.wanted import Wanted
    from pubman.work import Work


@click.command()
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option(
    "-f", "--format", "format_", type=click.Choice(findings.FORMATS), default="text", help="How to print the findings."
)
@click.option("--refresh", is_flag=True, help="Ask again what the cache knows.")
@_session.reads_store
@click.pass_obj
def command(session: Session, keys: tuple[str, ...], format_: str, refresh: bool) -> int:
    """Ask the services about the identifiers in the store; exit 1 when something was found, 5 when not all is known.

    Found are DOIs that do not exist or belong to another work, retractions and corrections, papers that wait for print
    in the store and are printed, and preprints that were published.
    """
    from pubman.commands import _lookups
    from pubman.lookup import look_up

    asked = _asked(session, keys)
    found: list[Problem] = []
    unknown = 0
    if asked:
        door = _lookups.door(session, refresh=refresh)
        with (
            progress.bar(session.look, len(asked)) as advance,
            closing(look_up([_wanted(*each) for each in asked], door, session.config.sources)) as groups,
        ):
            rest = iter(asked)
            for group in groups:
                for result in group:
                    entry, work = next(rest)
                    if result.status in ("not-checked", "error"):
                        unknown += 1
                        terminal.say(f"error: {entry.key}: {result.wanted.name}: {result.message}")
                    else:
                        found += _findings(entry, work, result)
                advance(len(group))
    findings.put(sorted(found, key=lambda problem: (problem.file, problem.line, problem.column)), format_)
    terminal.say(f"{len(found)} findings, {len(asked) - unknown} of {len(asked)} identifiers checked", session.look)
    return 5 if unknown else int(bool(found))


def _asked(session: Session, keys: Sequence[str]) -> list[tuple[Entry, Work]]:
    """The entries with an identifier. Raises as `finding.find` for a key that means no entry."""
    from pubman.bibtex import read
    from pubman.bibtex.edit import finding
    from pubman.enrich import lacking

    now = session.store
    chosen = {id(finding.find(now.sources, key)[1]) for key in keys}
    entries = [each for each in now.entries if not keys or id(each.block) in chosen]
    works = [(each, read.work(each)) for each in entries]
    return [(each, work) for each, work in works if lacking.identifier(each, work)]


def _wanted(entry: Entry, work: Work) -> Wanted:
    from pubman.enrich import lacking

    found = lacking.identifier(entry, work)
    assert found  # noqa: S101
    return found


def _findings(entry: Entry, work: Work, result: Result) -> Iterator[Problem]:
    from pubman import audit, lint

    if not result.found:
        yield lint.placed(*audit.missing(entry, result.wanted.name, result.message))
        return
    for rule, finding in audit.findings(entry, work, result.found, alias=result.status == "alias"):
        yield lint.placed(rule, finding)
