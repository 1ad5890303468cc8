"""Plain text: a line for each reference, fit for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.formats._inline import runs
from pubman.text import Text, plain, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.options import Options
    from pubman.references import Group


def listing(groups: Sequence[Group], _options: Options) -> str:
    """`[n] ...` lines, a blank line around each heading."""
    blocks = []
    for heading, references in groups:
        if heading:
            blocks.append(inline(text(heading)))
        if references:
            blocks.append("\n".join([f"{inline(text(each.label))} {inline(each.text)}" for each in references]))
    return "\n\n".join(blocks)


def inline(text: Text) -> str:
    r"""The text without markup on one line; a control character is shown as an escape (`\x1b`)."""
    return plain(tuple(runs(text, links=False, escapes=True)))
