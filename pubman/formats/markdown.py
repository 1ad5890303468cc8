"""Markdown that CommonMark, GitHub, Jekyll (kramdown), Hugo (goldmark), Python-Markdown and pandoc read alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.formats._escape import escape, start
from pubman.formats._inline import runs
from pubman.formats.html import TAGS
from pubman.text import EMPH, STRONG, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.options import Options
    from pubman.references import Group
    from pubman.text import Run

_STARS = {EMPH: "*", STRONG: "**", EMPH | STRONG: "***"}
# What may stand outside a star: with these it opens and closes whatever stands inside (CommonMark 0.31, 6.2).
_BEFORE = frozenset(" \u00a0([/-–—“‘")
_AFTER = frozenset(" \u00a0)].,:;?/-–—”’")


def listing(groups: Sequence[Group], options: Options) -> str:
    r"""A paragraph for each reference, its number as text (`\[12\]`): no renderer counts it anew."""
    links = options.links != "none"
    paragraphs = []
    for heading, references in groups:
        if heading:
            paragraphs.append(f"{'#' * options.heading_level} {inline(runs(text(heading)))}")
        paragraphs += [f"{label(each.label)} {inline(runs(each.text, links=links))}" for each in references]
    return "\n\n".join(paragraphs)


def label(printed: str) -> str:
    r"""The label with its brackets escaped as people write it: `\[12\]`."""
    if printed.startswith("[") and printed.endswith("]"):
        return rf"\[{escape(printed[1:-1])}\]"
    return start(escape(printed))


def inline(shown: Sequence[Run]) -> str:
    """The runs as one line of Markdown that shows their text and nothing else."""
    written: list[str] = []
    open_link = ""
    for index, (string, marks, link) in enumerate(shown):
        if link != open_link:
            if open_link:
                written.append(f"]({open_link})")
            if link:
                written.append("[")
            open_link = link
        escaped = escape(string)
        if marks:
            before = written[-1][-1] if written else " "
            stars = _STARS.get(marks, "")
            if stars and before in _BEFORE and _after(shown, index) in _AFTER:
                escaped = f"{stars}{escaped}{stars}"
            else:
                opening, closing = TAGS[marks]
                escaped = f"{opening}{escaped}{closing}"
        written.append(escaped)
    if open_link:
        written.append(f"]({open_link})")
    return start("".join(written))


def _after(shown: Sequence[Run], index: int) -> str:
    """The character that will follow a run, as far as a star needs to know it."""
    if index + 1 == len(shown):
        return " "
    string, marks, link = shown[index + 1]
    if link != shown[index].link:
        # A link that ends here closes with a bracket; one that begins opens with one, which is no place for a star.
        return "]" if shown[index].link else "["
    return "*" if marks else string[0]
