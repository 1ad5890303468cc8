"""`pubman render`: the list into the pages, or to stdout."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pubman.commands import _pages, _session
from pubman.edge import config, files, fresh, pages, terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.commands._session import Session


@click.command()
@click.argument("page", nargs=-1, type=click.Path(path_type=Path))
@_pages.block_options
@click.option("-o", "--output", metavar="FILE", help="Print the list alone: to FILE, or with - to stdout.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a page would change.")
@click.option("--fail-on-change", is_flag=True, help="Write, and exit 1 if a page changed (for hooks).")
@click.option("--allow-shrink", is_flag=True, help="Let a list lose more than a fifth of its entries.")
@_session.writes
@_session.reads_store
@click.pass_obj
def command(
    session: Session,
    /,
    page: tuple[Path, ...],
    output: str | None,
    check: bool,
    fail_on_change: bool,
    allow_shrink: bool,
    dry_run: bool,
    diff: bool,
    **given: Any,
) -> int:
    """Write the numbered list into the marked blocks of PAGE... or of the configured pages.

    With `-o -`, or when there is no page at all, the list is printed instead.
    """
    asked = _pages.given(given)
    targets = list(page) or session.config.page_files()
    if output is not None or not targets:
        return _print(session, asked, output or "-", dry_run=dry_run)
    before = _looked_at(session, targets)
    filled = _pages.fill(session, targets, asked, allow_shrink=allow_shrink)
    changed = [each for each in filled if each.old != each.new]
    if diff:
        for each in changed:
            terminal.diff(each.file, each.old, each.new)
    written = not (check or dry_run)
    if written and changed:
        pages.write(changed)
    notes = _pages.notes(session, filled)
    after = before | {path: fresh.digest(path, pages.written(page)) for path, page in zip(targets, filled, strict=True)}
    if (written or not changed) and after == _looked_at(session, targets):
        said = map(terminal.safe, _said(session, notes, [], written=written))
        fresh.keep(session.arguments, session.folder, after.values(), [*said])
    for line in _said(session, notes, [page.file for page in changed], written=written):
        terminal.say(line)
    return int(bool(changed) and (check or fail_on_change))


def _looked_at(session: Session, targets: Sequence[Path]) -> dict[Path, str]:
    """A line of `fresh.digest` for every file a run depends on; what a pattern matches is another at every time."""
    looked = [*config.searched(session.config, Path.cwd()), *session.bib_files(), *targets]
    now = {path: fresh.digest(path) for path in looked}
    if not session.bib and session.config.has_patterns():
        now[Path()] = str(time.time_ns())
    return now


def _print(session: Session, asked: dict[str, Any], output: str, *, dry_run: bool) -> int:
    body = _pages.listing(session, asked)
    if not session.store.entries:
        terminal.say("the .bib files hold no entry", session.look)
    if output == "-":
        terminal.put(body + "\n" if body else "")
    elif not dry_run:
        path = Path(output)
        old = files.read(path) if path.exists() else b""
        files.replace(path, old, (body + "\n").encode())
    return 0


def _said(session: Session, notes: Sequence[str], changed: Sequence[str], *, written: bool) -> list[str]:
    """What the run has to say on stderr, a line each."""
    if session.look.quiet:
        return []
    said = [*notes, *(f"{file}: {'rewritten' if written else 'would change'}" for file in changed)]
    if changed and written:
        said.append(f"run: git add {' '.join(map(files.quoted, changed))}")
    elif not changed and session.look.verbose:
        said.append("every page is up to date")
    return said
