"""A progress bar, on a terminal and for several things only; nothing else is ever shown or imported."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pubman.edge.terminal import Look


@contextmanager
def bar(look: Look, total: int) -> Iterator[Callable[[int], None]]:
    """A bar on stderr for as long as the block runs; what it gives is told of each step."""
    if total < 2 or look.quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    from pubman.edge import terminal

    console = Console(
        stderr=True, no_color=not terminal.colored(look, sys.stderr), highlight=False, markup=False, soft_wrap=True
    )
    columns = BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    # What is printed meanwhile goes above the bar, unless stdout leads elsewhere: then it is left alone.
    with Progress(*columns, console=console, transient=True, redirect_stdout=sys.stdout.isatty()) as progress:
        task = progress.add_task("", total=total)
        yield lambda steps: progress.advance(task, steps)
