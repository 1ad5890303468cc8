"""What can go wrong, as values: a `Problem` is a finding about a place, a `PubmanError` ends the command.

`cli.py` alone turns a `PubmanError` into `error:` / `hint:` lines and an exit status.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Problem(NamedTuple):
    """A finding about one place of a file: line and column count from 1, 0 means the whole file."""

    file: str
    line: int
    column: int
    rule: str
    severity: Literal["error", "warning"]
    message: str
    source: str = ""
    """The offending line as it stands in the file, or nothing."""

    def __str__(self) -> str:
        """`file:line:column: message [rule]`, without the parts that are not known."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.message} [{self.rule}]"


class PubmanError(Exception):
    """A failure the user can understand: the message says what and where, the hint what to do."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "", problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.problems = tuple(problems)


class FoundError(PubmanError):
    """Something was found that the user must look at: an unknown key, a work that is already there."""

    exit_code = 1


class UsageError(PubmanError):
    """The command line or the configuration is wrong."""

    exit_code = 2


class InputError(PubmanError):
    """A file cannot be read as what it should be: a .bib, a page."""

    exit_code = 3


class WriteError(PubmanError):
    """A file could not be written; nothing has changed."""

    exit_code = 4


class ServiceError(PubmanError):
    """A service did not answer, or not with sense: the result is not known."""

    exit_code = 5
