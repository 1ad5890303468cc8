"""What can pass and is tried again, after how long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pubman.edge.http.clock import Clock

TRIES = 4


class FailureError(Exception):
    """One try that brought no answer: why, and whether another may.

    `after` is how many seconds the service asks to wait, `blocked` that it does not want to be asked at all, `nowhere`
    that no host has the name.
    """

    def __init__(
        self,
        reason: str,
        *,
        passing: bool = False,
        after: float = 0.0,
        blocked: bool = False,
        nowhere: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(reason)
        self.reason, self.hint = reason, hint
        self.passing, self.after, self.blocked, self.nowhere = passing, after, blocked, nowhere


def pause(attempt: int, failure: FailureError, clock: Clock) -> float:
    """The seconds to wait before the next try: full jitter, and at least what the service asks for."""
    return max(failure.after, clock.between(0.0, min(30.0, 2.0 ** (attempt - 1))))


def after(header: str, clock: Clock) -> float:
    """The seconds that a `Retry-After` asks for (RFC 9110, 10.2.3: seconds or a date), 0 for one that says nothing."""
    header = header.strip()
    if re.fullmatch(r"\d{1,12}(?:\.\d{1,9})?", header, re.ASCII):
        return float(header)
    if not header or len(header) > 40 or header[0] in "+-.0123456789":
        return 0.0
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - clock.now())
    except (ValueError, OverflowError, TypeError, IndexError):
        return 0.0
