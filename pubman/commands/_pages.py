"""What the verbs that know pages share: the block options, and filling pages from the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pubman import options
from pubman.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pubman import render
    from pubman.commands._session import F, Session

HELP = {
    "style": "Citation style (pubman styles lists them).",
    "format": "markdown (default), text, html or json.",
    "where": "Which entries: 'type=article year>=2020 author~Zhao'; by default all.",
    "sort": "file (default), or issued, title, author, type, year, key: '-issued,title'.",
    "group": "none (default), or year or type, each with a heading.",
    "number": "asc (default), or desc: the first has the highest.",
    "label": "Letters before the number: J gives [J1].",
    "me": "The owner's names, set in bold; separated by ;",
    "links": "all (default), published (without the arXiv version of a published paper) or none.",
    "max-authors": "More than this many become the first and et al.; default 6, 0 lists all.",
    "heading-level": "Of the headings of --group: 1 to 6, default 3.",
}


def block_options(function: F) -> F:
    """An option of the command line for each option of a block."""
    for name in reversed(options.OF_BLOCK):
        short = ["-f"] if name == "format" else []
        function = click.option(*short, f"--{name}", metavar=name.upper(), help=HELP[name])(function)
    return function


def given(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The block options of the command line that were given, by their names in a marker.

    Raises UsageError for a value an option cannot have.
    """
    chosen = {name.replace("_", "-"): value for name, value in asked.items() if value is not None}
    for name, value in chosen.items():
        try:
            options.read(name, value, options.OF_BLOCK)
        except options.OptionError as error:
            raise UsageError(f"command line: {error}") from None
    return chosen


def items(session: Session) -> list[render.Item]:
    """The works of the store; raises InputError when anything in it is broken."""
    from pubman import render
    from pubman.edge import store

    return render.items(store.whole(session.store).entries)


def listing(session: Session, asked: Mapping[str, Any]) -> str:
    """The list alone, by the configuration and the command line."""
    from pubman import render

    wanted = session.config.options({}, asked)
    return render.listings(items(session), [wanted])[0][0]


def fill(
    session: Session, targets: Sequence[Path], asked: Mapping[str, Any], *, allow_shrink: bool
) -> list[render.Page]:
    """Every page with its blocks written anew, none of them saved yet.

    Raises InputError naming the faults of all pages at once.
    """
    from pubman import render
    from pubman.edge import pages

    found = items(session)
    return pages.each(
        targets,
        lambda file, text: render.fill(
            file, text, found, asked, lambda marker: session.config.options(marker, {}), allow_shrink=allow_shrink
        ),
    )


def notes(session: Session, filled: Sequence[render.Page]) -> list[str]:
    """What there is to say of the pages and the store, whether they changed or not."""
    from pubman import lint

    said = [f"{page.file}: no entry to list, the block is empty" for page in filled if not page.size]
    if warnings := lint.warnings(session.store.sources, session.store.problems, session.config.disable):
        count = f"{len(warnings)} warning{'s' * (len(warnings) > 1)}"
        said.insert(0, f"note: {count} about the .bib files; pubman check shows them")
    return said
