"""A service that keeps failing is left alone for the rest of the run (Crossref asks for that at 10 % of failures)."""

from __future__ import annotations

IN_A_ROW = 5
SHARE = 0.1
COUNTED = 20
"""From how many requests on the share of failures means something."""


class Breaker:
    """What came of the requests to one service in this run; `reason` is why it is asked no more, or nothing.

    `share` of them may fail.
    """

    def __init__(self, share: float = SHARE) -> None:
        self.reason = ""
        self._share = share
        self._asked = self._failed = self._row = 0

    def succeeded(self) -> None:
        """Count a request that was answered."""
        self._asked += 1
        self._row = 0

    def failed(self, reason: str, *, blocked: bool = False) -> None:
        """Count a request that failed."""
        self._asked += 1
        self._failed += 1
        self._row += 1
        if blocked:
            self.reason = self.reason or reason
        elif self._row >= IN_A_ROW:
            self.reason = self.reason or f"failed {self._row} times in a row, last: {reason}"
        elif self._asked >= COUNTED and self._failed >= self._share * self._asked:
            self.reason = self.reason or f"failed {self._failed} times in {self._asked}, last: {reason}"
