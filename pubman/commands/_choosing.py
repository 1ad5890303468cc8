"""The choice of a candidate by the user, where none is certain: on a terminal only, and never when data is wanted."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pubman import text
from pubman.edge import terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.match import Evidence
    from pubman.queries import Found

SHOWN = 5
"""As many candidates are shown."""
LIKELY = 0.5
"""Less of the title than that nobody is asked about."""


def is_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()


def choose(question: str, judged: Sequence[tuple[Found, Evidence]]) -> Found | None:
    """The candidate that the user chooses of the likely ones, or nothing; asked on stderr, below the question."""
    import click

    shown = [pair for pair in judged if pair[1].title >= LIKELY][:SHOWN] or judged[:1]
    terminal.say(question)
    for number, (found, evidence) in enumerate(shown, 1):
        terminal.say("\n".join([f"  {number}. {named(found)}", *(f"       {line}" for line in evidence.lines())]))
    choice = click.prompt(
        "which one? (Enter for none)", type=click.IntRange(0, len(shown)), default=0, show_default=False, err=True
    )
    return shown[choice - 1][0] if choice else None


def named(found: Found) -> str:
    """`10.5555/a  A title (2020, Journal)`."""
    work = found.work
    year = str(work.issued.start.year) if work.issued.start else ""
    about = ", ".join(filter(None, (year, text.plain(work.container_title), found.kind)))
    return f"{work.DOI}  {short(text.plain(work.title))} ({about})"


def short(value: str) -> str:
    """A value on one line, cut off where it is long."""
    value = " ".join(value.split())
    return value if len(value) <= 100 else f"{value[:97]}..."
