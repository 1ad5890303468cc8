"""HTML, right on a page of its own and as blocks inside a Markdown page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.formats._escape import escape
from pubman.formats._inline import runs
from pubman.text import EMPH, STRONG, SUB, SUP, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.options import Options
    from pubman.references import Group
    from pubman.text import Run

_NAMES = {STRONG: "strong", EMPH: "em", SUP: "sup", SUB: "sub"}
TAGS: dict[int, tuple[str, str]] = {}
"""The opening and closing tags for any marks that a format writes."""
for _marks in range(1, sum(_NAMES) + 1):
    _tags = [name for mark, name in _NAMES.items() if _marks & mark]
    TAGS[_marks] = "".join(f"<{tag}>" for tag in _tags), "".join(f"</{tag}>" for tag in reversed(_tags))


def listing(groups: Sequence[Group], options: Options) -> str:
    """A `<p>` for each reference, beginning with its number, and the headings in between."""
    links = options.links != "none"
    level = f"h{options.heading_level}"
    blocks = []
    for heading, references in groups:
        if heading:
            blocks.append(f"<{level}>{inline(runs(text(heading)))}</{level}>")
        blocks += [f"<p>{label(each.label)} {inline(runs(each.text, links=links))}</p>" for each in references]
    return "\n\n".join(blocks)


def label(printed: str) -> str:
    """The label with its brackets bare: Markdown does not look inside a block of HTML."""
    if printed.startswith("[") and printed.endswith("]"):
        return f"[{escape(printed[1:-1])}]"
    return escape(printed)


def inline(shown: Sequence[Run]) -> str:
    """The runs on one line, with `<em>`, `<strong>`, `<sup>`, `<sub>` and `<a href>` only."""
    written: list[str] = []
    open_link = ""
    for string, marks, link in shown:
        if link != open_link:
            if open_link:
                written.append("</a>")
            if link:
                written.append(f'<a href="{link}">')
            open_link = link
        escaped = escape(string)
        if marks:
            opening, closing = TAGS[marks]
            escaped = f"{opening}{escaped}{closing}"
        written.append(escaped)
    if open_link:
        written.append("</a>")
    return "".join(written)
