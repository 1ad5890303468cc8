"""The door to the services for one run of a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pubman.edge import terminal

if TYPE_CHECKING:
    from pubman.commands._session import Session
    from pubman.edge.http import Door

refreshes = click.option("--refresh", is_flag=True, help="Ask again what the cache knows.")
"""The option of every verb that asks services."""
MANY = 3
"""More than so many works are worth a word on how to get them faster."""
SLOW = "without a contact address Crossref serves more slowly: set mailto in pubman.toml"


def opened(session: Session, *, refresh: bool) -> Door:
    """The door of this run. Raises UsageError as `http.door` does."""
    from pubman.edge import http

    tell = (lambda line: terminal.say(line)) if session.look.verbose else None
    return http.door(session.config, offline=session.offline, refresh=refresh, tell=tell)
