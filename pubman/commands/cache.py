"""`pubman cache`: what services have answered before, counted or thrown away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from pubman.commands import _session
from pubman.edge import terminal
from pubman.edge.http import answers

if TYPE_CHECKING:
    from pubman.commands._session import Session


@click.group(short_help="Count or remove the kept answers of the services.")
@_session.everywhere
def command() -> None:
    """Look at the answers of services that are kept, or remove them."""


@command.command()
@click.option("--json", "as_json", is_flag=True, help="Print one object.")
@_session.everywhere
def info(as_json: bool) -> int:
    """Print where they are, how many, and their size."""
    found = answers.info()
    if as_json:
        facts = {"folder": str(found.folder), "answers": found.answers, "bytes": found.size}
        terminal.put(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        terminal.put(terminal.safe(f"{found.folder}\n{_count(found.answers)}, {_size(found.size)}") + "\n")
    return 0


@command.command()
@_session.everywhere
@click.pass_obj
def clear(session: Session) -> int:
    """Remove them: services are asked again."""
    terminal.say(f"{_count(answers.clear())} removed", session.look)
    return 0


def _count(answers: int) -> str:
    return f"{answers} answer{'' if answers == 1 else 's'}"


def _size(count: float) -> str:
    for unit in ("bytes", "kB", "MB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "bytes" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} GB"
