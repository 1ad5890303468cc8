"""One entry, as it means to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pubman.bibtex.scan.source import Block, Source


@dataclass(slots=True)
class Entry:
    """One entry. `type` and the names of fields are in lower case, `key` and the values as written.

    `inherited` names the fields it has from a `crossref` or `xdata`; `parent` is set when another's crossref names it.
    """

    type: str
    key: str
    fields: dict[str, str]
    source: Source
    block: Block
    inherited: tuple[str, ...] = ()
    parent: bool = False

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.source.file

    @property
    def line(self) -> int:
        """The line it starts in, from 1."""
        return self.source.line(self.block.start)
