"""What a list is made of before it has a format: numbered references, in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pubman.text import Text


class Reference(NamedTuple):
    """One reference of a list: `label` is its number as printed (`[12]`, `[J12]`), `type` BibTeX's."""

    key: str
    number: int
    label: str
    type: str
    text: Text


class Group(NamedTuple):
    """References under one heading; a list that is not grouped is one group without a heading."""

    heading: str
    references: tuple[Reference, ...]
