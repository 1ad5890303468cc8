"""What the verbs that change the store say of what they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.edit import notation
from pubman.edge import terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.commands._session import Session
    from pubman.edge.store import Change


def show(session: Session, changes: Sequence[Change], *, diff: bool) -> None:
    """The diffs that were asked for, and a warning of files that are not UTF-8."""
    for source, text in changes:
        if diff:
            terminal.diff(source.file, source.text, text)
        if notation.is_foreign(source):
            terminal.say(
                f"{source.file}: not UTF-8: its bytes are kept, and what is new is written in ASCII", session.look
            )


def said(session: Session, changes: Sequence[Change], what: str, *, dry_run: bool) -> None:
    """One note: `what` was done, would be done, or nothing was to do."""
    if not changes:
        terminal.say("nothing to change", session.look)
    else:
        terminal.say(f"{what} (not written: --dry-run)" if dry_run else what, session.look)
