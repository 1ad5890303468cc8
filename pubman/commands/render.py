"""`pubman render`: the list into the pages, or to stdout."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pubman.bibtex import encoding
from pubman.commands import _pages, _session
from pubman.edge import config, files, fresh, pages, terminal
from pubman.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.commands._session import Session


@click.command(short_help="Write the numbered list into your pages.")
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
    if output is not None:
        _refuse_with_output(page=page, check=check, fail_on_change=fail_on_change)
        return _print(session, asked, output, dry_run=dry_run, diff=diff)
    targets = list(page) or session.config.page_files()
    _refuse_stores(targets)
    if not targets and (check or fail_on_change):
        raise UsageError("there is no page to check", hint="name one, or list them as pages in pubman.toml")
    if not targets:
        return _print(session, asked, "-", dry_run=dry_run, diff=diff)
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
    for line in _said(session, notes, [each.file for each in changed], written=written):
        terminal.say(line)
    if check and changed:
        terminal.say(f"run: pubman render{' PAGE...' * bool(page)}", session.look)
    return int(bool(changed) and (check or fail_on_change))


def _looked_at(session: Session, targets: Sequence[Path]) -> dict[Path, str]:
    """A line of `fresh.digest` for every file a run depends on; what a pattern matches is another at every time."""
    looked = [*config.searched(session.config, Path.cwd()), *session.bib_files(), *targets]
    now = {path: fresh.digest(path) for path in looked}
    if not session.bib and session.config.has_patterns():
        now[Path()] = str(time.time_ns())
    return now


def _refuse_stores(targets: Sequence[Path]) -> None:
    """Raise InputError for a page that is a .bib file: the list is made of it, not written into it."""
    for path in targets:
        if path.suffix.lower() == ".bib":
            name = files.shown(path)
            raise InputError(
                f"{name}: a .bib file, and no page", hint=f"to print its list: pubman render --bib {files.quoted(name)}"
            )


def _refuse_with_output(**given: Any) -> None:
    """Raise UsageError for what has no meaning when the list alone is printed."""
    for name, value in given.items():
        if value:
            option = "a PAGE" if name == "page" else f"--{name.replace('_', '-')}"
            raise UsageError(
                f"-o prints the list alone: it does not go with {option}", hint=f"leave out -o, or {option}"
            )


def _print(session: Session, asked: dict[str, Any], output: str, *, dry_run: bool, diff: bool) -> int:
    body = _pages.listing(session, asked)
    for note in _pages.notes(session, []):
        terminal.say(note, session.look)
    if not body:
        terminal.say("no entry to list", session.look)
    if output == "-":
        terminal.put(body)
        return 0
    path = Path(output)
    old = files.read(path) if path.exists() else b""
    new = encoding.encode(f"{body}\n" if body else "")
    _refuse_overwriting(session, path, old)
    if diff:
        terminal.diff(output, encoding.decode(old, output), encoding.decode(new, output))
    if not dry_run:
        files.replace(path, old, new)
    terminal.say(f"{output}: {'would be ' * dry_run}{'kept as it is' if old == new else 'written'}", session.look)
    return 0


def _refuse_overwriting(session: Session, path: Path, content: bytes) -> None:
    """Raise UsageError for a file that holds more than a list: a store, a page, a configuration."""
    known = [*session.bib_files(), *session.config.page_files(), *filter(None, [session.config.file])]
    if path.resolve() in [other.resolve() for other in known] or b"pubman:" in content:
        raise UsageError(
            f"-o {path}: this is no list, but a store, a page or a configuration; nothing was written",
            hint="name another file; without -o the list goes into the configured pages, or into PAGE...",
        )


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
