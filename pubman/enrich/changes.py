"""What is to become of one entry: the fields to write, and what is only reported."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from pubman.bibtex.entry import MACROS

Why: TypeAlias = Literal["missing", "placeholder", "update", "upgrade"]


def says(value: str, written: str) -> bool:
    """Whether a field's value, macros expanded, is what was or will be written: `January` is what `jan` says."""
    return value in (written, MACROS.get(written, written))


class Change(NamedTuple):
    """One field: `old` as it is written, empty where it is missing; `new` as it will be, empty where it goes."""

    field: str
    old: str
    new: str
    why: Why = "missing"


class Plan(NamedTuple):
    """What a record has for an entry.

    `changes` are to be written, `differs` are values that the record has otherwise, and `pinned` the fields that would
    have changed but belong to the owner. `type` is the entry's new type, if it gets one. `notes` say the rest.
    """

    changes: tuple[Change, ...] = ()
    differs: tuple[Change, ...] = ()
    pinned: tuple[str, ...] = ()
    type: str = ""
    notes: tuple[str, ...] = ()

    @property
    def status(self) -> Literal["filled", "differs", "unchanged"]:
        """The word of the command line's contract."""
        return "filled" if self.changes else "differs" if self.differs else "unchanged"

    @property
    def values(self) -> dict[str, str]:
        """The new values by field, as an edit of the entry takes them."""
        return {change.field: change.new for change in self.changes}
