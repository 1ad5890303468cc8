"""`pubman init`: the configuration, the markers and the hook of an existing site."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from pubman import page
from pubman.bibtex import encoding
from pubman.commands import _session
from pubman.edge import files, terminal
from pubman.edge.config import site
from pubman.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.commands._session import Session

STORE = Path("bib/publications.bib")
EMPTY_STORE = "% The publications, in the order of the list.\n"
EMPTY_PAGE = "# Publications\n"
OF_PAGES = "name the Markdown or HTML file that shows the list"
HOOK = """\
repos:
  - repo: local
    hooks:
      - id: pubman-render
        name: pubman render
        entry: pubman render --fail-on-change
        language: system
        files: '\\.(bib|md|markdown|qmd|Rmd|toml)$'
        pass_filenames: false
      - id: pubman-check
        name: pubman check
        entry: pubman check --offline
        language: system
        files: '\\.(bib|md|markdown|qmd|Rmd|toml)$'
        pass_filenames: false
"""


class Change(NamedTuple):
    """A file as it is (None: it is not there) and as it will be."""

    path: Path
    old: bytes | None
    new: bytes


@click.command(short_help="Set up a site: pubman.toml, the markers, the hook.")
@click.option(
    "--page",
    "targets",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A page to put the markers into; by default the likeliest of the site.",
)
@_session.writes
@_session.everywhere
@click.pass_obj
def command(session: Session, targets: tuple[Path, ...], dry_run: bool, diff: bool) -> int:
    """Write pubman.toml, put the markers into the page, print the hook snippet; nothing is overwritten."""
    pages = [*dict.fromkeys(targets)] or [found for found in [site.likely_page(Path.cwd())] if found]
    _refuse_what_is_no_page(session, pages)
    changes = [*_store(session), *map(_marked, pages), *_configuration(session, pages)]
    if not dry_run:
        _write(changes)
    for path, old, new in changes:
        if diff:
            terminal.diff(str(path), encoding.decode(old or b"", str(path)), encoding.decode(new, str(path)))
        done = "kept as it is" if old == new else "created" if old is None else "markers put in"
        terminal.say(f"{path}: {done}{' (not written: --dry-run)' * (dry_run and old != new)}", session.look)
    root = session.config.root
    unlisted = [os.path.relpath(path, root) for path in pages if path.resolve() not in _listed(session)]
    if unlisted and session.config.file:
        terminal.say(f"add to pages in {files.shown(session.config.file)}: {', '.join(unlisted)}", session.look)
    if not pages:
        terminal.say("no page was found: name one with `pubman init --page FILE`", session.look)
    if any(path == STORE for path, *_ in changes):
        terminal.say("next: `pubman add DOI...`, then `pubman render`", session.look)
    terminal.say("To keep the page true at every commit, put this into .pre-commit-config.yaml:\n", session.look)
    terminal.put(HOOK)
    return 0


def _write(changes: Sequence[Change]) -> None:
    """All files or none."""
    for change in changes:
        change.path.parent.mkdir(parents=True, exist_ok=True)
    files.replace_all([(path, old or b"", new) for path, old, new in changes])


def _refuse_what_is_no_page(session: Session, pages: Sequence[Path]) -> None:
    """Raise UsageError for a name that a configuration cannot hold, and for a file that markers would spoil."""
    config = session.config.file
    for path in pages:
        if not str(path).isprintable():
            raise UsageError(f"{path}: a page needs a name of printable UTF-8 text", hint="rename it")
        is_config = path.suffix.lower() == ".toml" or (config and path.resolve() == config.resolve())
        if is_config or path.suffix.lower() == ".bib":
            kind = "a configuration" if is_config else "a .bib file"
            raise UsageError(f"{path}: {kind}, and no page; nothing was written", hint=OF_PAGES)


def _contact() -> str:
    """The address for the services, asked for on a terminal; elsewhere nobody is asked."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    question = "Your e-mail address, for Crossref and the other services (empty: none)"
    answer = str(click.prompt(question, default="", show_default=False, err=True)).strip()
    return answer if re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", answer) else ""


def _listed(session: Session) -> list[Path]:
    return [path.resolve() for path in session.config.page_files()]


def _store(session: Session) -> list[Change]:
    """A store to begin with, where the site has no .bib at all."""
    if session.config.bib or _bib_files():
        return []
    return [Change(STORE, None, EMPTY_STORE.encode())]


def _bib_files() -> list[str]:
    places = ("bib", ".", "_bibliography", "bibliography", "data", "assets", "static")
    return next((found for place in places if (found := sorted(map(str, Path(place).glob("*.bib"))))), [])


def _marked(path: Path) -> Change:
    """A page with a block; one that is not there begins with a heading."""
    old = files.read(path) if path.exists() else None
    text = encoding.decode(old, str(path)) if old is not None else EMPTY_PAGE
    if "\0" in text:
        raise InputError(f"{path}: not a text, and no page; nothing was written", hint=OF_PAGES)
    return Change(path, old, encoding.encode(page.insert_markers(text, files.shown(path))))


def _configuration(session: Session, pages: Sequence[Path]) -> list[Change]:
    if session.config.file is not None:
        kept = files.read(session.config.file)
        return [Change(Path(files.shown(session.config.file)), kept, kept)]
    names = [path.as_posix() for path in pages]
    bib = _bib_files() or [STORE.as_posix()]
    written = site.starter(bib, names, mailto=_contact(), host=site.host(Path.cwd()))
    return [Change(Path("pubman.toml"), None, written.encode())]
