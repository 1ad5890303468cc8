"""What a reader of a rendered page gets: its blocks, the text in them, and every tag and attribute on the way."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6"}
INLINE = {"em", "strong", "sup", "sub", "a"}


class Block(NamedTuple):
    """A paragraph or heading: its text, and for each character the tags around it and where it leads."""

    tag: str
    text: str
    marks: tuple[frozenset[str], ...]


class Page(HTMLParser):
    """The blocks of a page, and what stands in it that pubman never writes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.foreign: list[str] = []
        self.comments: list[str] = []
        self.hrefs: list[str] = []
        self._open: list[str] = []
        self._text = ""
        self._marks: list[frozenset[str]] = []
        self.feed(html)
        self.close()
        self.foreign += [f"{tag} stays open" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if (tag, name) == ("a", "href"):
                self.hrefs.append(value or "")
            elif name != "id" or tag not in BLOCKS - {"p"}:
                self.foreign.append(f"{tag} {name}={value}")
        if tag not in BLOCKS | INLINE or (tag in BLOCKS and self._open):
            self.foreign.append(f"<{tag}> in {self._open}")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.foreign.append(f"</{tag}>")
        if tag in BLOCKS:
            # A line break that a renderer puts before a closing tag is no text.
            size = len(self._text.rstrip("\n"))
            self.blocks.append(Block(tag, self._text[:size], tuple(self._marks[:size])))
            self._text, self._marks = "", []

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text += data
            self._marks += [frozenset(self._open[1:])] * len(data)
        elif data.strip():
            self.foreign.append(f"text outside of blocks: {data!r}")

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        self.foreign.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        self.foreign.append(f"<![{data}]>")

    def handle_pi(self, data: str) -> None:
        self.foreign.append(f"<?{data}>")
