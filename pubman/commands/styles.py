"""`pubman styles`: what can be given to --style."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pubman import registry, render
from pubman.bibtex import entry, scan
from pubman.commands import _session
from pubman.edge import terminal
from pubman.options import Options

if TYPE_CHECKING:
    from pubman.commands._session import Session

SAMPLE = r"""@article{shannon1948, author = {Claude E. Shannon}, title = {A Mathematical Theory of Communication},
journal = {Bell System Technical Journal}, volume = 27, number = 3, pages = {379--423}, month = jul, year = 1948,
doi = {10.1002/j.1538-7305.1948.tb01338.x}}"""


@click.command(short_help="List the citation styles.")
@_session.everywhere
@click.pass_obj
def command(session: Session) -> int:
    """List the citation styles, each with a sample line."""
    (sample,) = render.items(entry.resolve([scan.scan(SAMPLE)])[0])
    styles = registry.names("styles")
    rows = [(style, render.reference(sample.work, Options(style=style, format="text"))) for style in styles]
    terminal.table(("style", "sample"), rows, session.look)
    return 0
