"""`pubman check`: what is wrong with the store, and which pages are stale. Asks no service unless it is told to."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from pubman import lint
from pubman.commands import _pages, _session
from pubman.edge import files, findings, terminal
from pubman.errors import InputError, Problem, UsageError
from pubman.lint import known

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pubman.commands._auditing import Heard
    from pubman.commands._session import Session
    from pubman.rules import Bibliography


@click.command(short_help="Name what is wrong with the .bib files, and stale pages.")
@click.option(
    "-f", "--format", "format_", type=click.Choice(findings.FORMATS), default="text", help="How to print the findings."
)
@click.option("--fix", is_flag=True, help="Fix what can only be fixed in one way.")
@click.option("--online", is_flag=True, help="Ask the net, too, as pubman audit does; exit 5 when not all is known.")
@click.option("--rules", is_flag=True, help="List the rules that `disable` can switch off.")
@_session.writes
@_session.reads_store
@click.pass_obj
def command(session: Session, format_: str, fix: bool, online: bool, rules: bool, dry_run: bool, diff: bool) -> int:
    """Check the .bib files, and whether a page would change; exit 1 when something was found.

    A rule is switched off by `disable = ["rule"]` in the configuration, or in a .bib by a comment before an entry:
    `% pubman: disable=rule`, or `disable-file=rule` for the whole file.
    """
    if rules:
        terminal.put("".join(f"{name}\t{said}\n" for name, said in known.described()))
        return 0
    if message := known.unknown(session.config.disable):
        raise UsageError(f"configuration: disable: {message}", hint="pubman check --rules")
    if diff and format_ != "text":
        raise UsageError(
            f"--diff and --format {format_} do not go together: both print on stdout", hint="leave one of them out"
        )
    if fix or diff:
        _mend(session, dry_run=dry_run, diff=diff, fix=fix)
    store, off = session.store, session.config.disable
    pages = _pages_of(session)
    found = lint.check(store.sources, _bibliography(session), store.problems, off) + _stale(session, pages)
    heard = _hear(session) if online else None
    if heard:
        found += heard.problems
    findings.put(found, format_)
    if found or heard or session.look.verbose:
        parts = [_count(len(store.entries), "entry", "entries"), _count(len(pages), "page", "pages")]
        terminal.say(f"{_count(len(found), 'finding', 'findings')} in {' and '.join(parts)}", session.look)
    if heard:
        terminal.say(heard.counted(), session.look)
    return 5 if heard and heard.unknown else int(bool(found))


def _hear(session: Session) -> Heard:
    from pubman.commands import _auditing

    return _auditing.run(session, session.store.entries, refresh=False)


def _bibliography(session: Session) -> Bibliography:
    from pubman.rules import Bibliography

    words = frozenset(session.config.options({}, {}).words)
    return Bibliography(session.store.entries, datetime.now().astimezone().date(), words)


def _mend(session: Session, *, fix: bool, dry_run: bool, diff: bool) -> None:
    """Make the certain fixes, or show them; the store is read again when it has changed."""
    from pubman import mending
    from pubman.bibtex import encoding

    sources = session.store.sources
    found = [finding for _, finding in lint.findings(sources, _bibliography(session), session.config.disable)]
    changes, done = [], []
    for source in sources:
        text, settled = mending.mended(source, [each for each in found if each.entry.source is source])
        if source.refusal and found:
            done.append(f"{source.file}: nothing can be fixed before this: {source.refusal.message}")
        if text == source.text:
            continue
        changes.append((files.path(source.file), encoding.encode(source.text), encoding.encode(text)))
        if diff:
            terminal.diff(source.file, source.text, text)
        count = _count(len(settled), "finding", "findings")
        done.append(f"{source.file}: {count} {'fixed' if fix and not dry_run else 'would be fixed'}")
    if fix and not dry_run and changes:
        files.replace_all(changes)
        del session.store
    for line in done:
        terminal.say(line, session.look)


def _stale(session: Session, targets: Sequence[Path]) -> list[Problem]:
    """The pages that are stale or cannot be read; none is looked at while the store is broken."""
    if not targets:
        return []
    if any(problem.severity == "error" for problem in session.store.problems):
        names = ", ".join(map(files.shown, targets))
        terminal.say(f"not checked, for the errors in the .bib files: {names}", session.look)
        return []
    try:
        filled = _pages.fill(session, targets, {}, allow_shrink=False)
    except InputError as error:
        return [*error.problems] or [Problem("", 0, 0, "unreadable-page", "error", error.message)]
    message = "the list is not what the .bib files give; run pubman render"
    return [Problem(each.file, 1, 1, known.STALE, "error", message) for each in filled if each.old != each.new]


def _pages_of(session: Session) -> list[Path]:
    """The configured pages: not when `--bib` names another store than theirs, nor when their rule is off."""
    config = session.config
    if {known.STALE, known.ALL} & {*config.disable}:
        return []
    if session.bib and {path.resolve() for path in session.bib} != {path.resolve() for path in config.bib_files()}:
        return []
    return config.page_files()


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
