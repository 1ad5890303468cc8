"""`pubman add`: new entries, by identifier or from a .bib file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pubman import adding, wanted
from pubman.bibtex import encoding, entry
from pubman.bibtex.scan import scan
from pubman.commands import _adding, _lookups, _searches, _session
from pubman.edge import files, terminal
from pubman.errors import InputError, UsageError
from pubman.options.fault import NEAR, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.bibtex.scan.source import Source
    from pubman.commands._session import Session

SNIFFING = "X"
"""The hidden verb of an `add` that names none."""


class Adding(click.Group):
    """`add VERB ...`, and `add X...`, where each X says by itself what it is."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click's; where the first argument is none of the verbs, the hidden one is put before all."""
        try:
            things = self.commands[SNIFFING].make_parser(ctx).parse_args([*args])[0].get("things")
        except click.UsageError:
            things = None
        if isinstance(things, tuple) and things and things[0] not in self.commands:
            args = [SNIFFING, *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of `add X...`, which are more than those before a verb, and the verbs."""
        params = [each for each in self.commands[SNIFFING].get_params(ctx) if isinstance(each, click.Option)]
        records = [option.get_help_record(ctx) for option in params]
        with formatter.section("Options"):
            formatter.write_dl([record for record in records if record])
        self.format_commands(ctx, formatter)


@click.group(
    cls=Adding,
    subcommand_metavar="X... | COMMAND ...",
    short_help="Append new papers: by DOI, arXiv identifier, search, .bib file.",
)
@_session.reads_store
def command() -> None:
    """Add works to the store; one that is there already is named and not added again.

    Each X is a DOI, an arXiv identifier, the address of either, a .bib file, or - for BibTeX from the standard input.
    """


@command.command(short_help="Add works by their DOIs, of whatever agency.")
@click.argument("dois", metavar="DOI...", nargs=-1, required=True)
@_lookups.options
@click.pass_obj
def doi(session: Session, /, dois: tuple[str, ...], refresh: bool, **given: Any) -> int:
    """Add works by their DOIs: from Crossref, DataCite, or whatever agency registered them."""
    asked = _lookups.read(dois, wanted.of_doi, "a DOI")
    return _lookups.add(session, _adding.How(**given), asked, refresh=refresh)


@command.command()
@click.argument("identifiers", metavar="ID...", nargs=-1, required=True)
@_lookups.options
@click.pass_obj
def arxiv(session: Session, /, identifiers: tuple[str, ...], refresh: bool, **given: Any) -> int:
    """Add papers by their arXiv identifiers."""
    asked = _lookups.read(identifiers, wanted.of_arxiv, "an arXiv identifier")
    return _lookups.add(session, _adding.How(**given), asked, refresh=refresh)


@command.command(short_help="Add the work that a reference in words names.")
@click.argument("words", metavar="TEXT...", nargs=-1, required=True)
@_lookups.options
@click.pass_obj
def search(session: Session, /, words: tuple[str, ...], refresh: bool, **given: Any) -> int:
    """Add the work that a reference names, if Crossref has one that certainly is it; else show the candidates."""
    return _searches.add(session, _adding.How(**given), _searches.words(words), refresh=refresh)


@command.command(short_help="Add the entries of another .bib file.")
@click.argument("file", metavar="FILE|-")
@_adding.options
@click.pass_obj
def bibtex(session: Session, /, file: str, **given: Any) -> int:
    """Add the entries of FILE, or with - of the standard input, as they are written there."""
    return _bibtex(session, _adding.How(**given), _read(file))


@command.command(SNIFFING, hidden=True)
@click.argument("things", metavar="X...", nargs=-1, required=True)
@_lookups.options
@click.pass_obj
def sniffing(session: Session, /, things: tuple[str, ...], refresh: bool, **given: Any) -> int:
    """Add works by whatever each X is."""
    how = _adding.How(**given)
    asked, pieces = _sniff(things)
    if how.key and len(asked) + len(pieces) > 1:
        raise _lookups.too_many(len(things))
    statuses = [_bibtex(session, how, piece) for piece in pieces]
    if asked:
        statuses.append(_lookups.add(session, how, asked, refresh=refresh))
    return max(statuses)


def _sniff(things: Sequence[str]) -> tuple[list[wanted.Wanted], list[Source]]:
    """The identifiers and the files among things. Raises UsageError for what is neither, InputError as `_read`."""
    asked: dict[str, wanted.Wanted] = {}
    names: list[str] = []
    for thing in things:
        if thing == "-" or thing.lower().endswith(".bib") or ("/" not in thing and Path(thing).is_file()):
            names.append(thing)
        elif found := wanted.of(thing):
            asked[thing] = found
        else:
            verb = nearest(thing, [verb for verb in command.commands if verb != SNIFFING], NEAR)
            meant = f' (did you mean "{verb}"?)' if verb else ""
            raise UsageError(
                f'"{thing[:100]}" is neither a DOI nor an arXiv identifier nor a .bib file{meant}',
                hint="a DOI reads like 10.1109/LSP.2020.3031490, an arXiv identifier like 2001.05852; "
                "a title is for `pubman add search`",
            )
    return list(asked.values()), [_read(name) for name in names]


def _bibtex(session: Session, how: _adding.How, piece: Source) -> int:
    found, _ = entry.resolve([piece])
    if how.key and len(found) > 1:
        raise UsageError(f"--key is for one entry, and {piece.file} has {len(found)}", hint="add them without --key")
    terminal.problems([problem for problem in piece.problems if not session.look.quiet])
    outcomes = _adding.add(session, how, lambda store: adding.of_entries(found, store, how.key))
    return int(any(outcome.status == "exists" for outcome in outcomes))


def _read(file: str) -> Source:
    """The scanned file; raises InputError, naming its lines, when anything in it is broken or it has no entry."""
    name, data = (
        ("<stdin>", sys.stdin.buffer.read(files.LARGEST + 1))
        if file == "-"
        else (files.shown(Path(file)), files.read(Path(file)))
    )
    if len(data) > files.LARGEST:
        raise InputError(f"{name}: larger than {files.LARGEST >> 20} MiB")
    source = scan(encoding.decode(data, name), name)
    broken = [problem for problem in source.problems if problem.severity == "error"]
    if broken:
        raise InputError(
            f"{name}: cannot be read whole; nothing was added", hint="mend the lines named above", problems=broken
        )
    if not any(block.kind == "entry" for block in source.blocks):
        raise InputError(f"{name}: has no entry to add", hint="an entry begins with @article{, @misc{ or the like")
    return source
