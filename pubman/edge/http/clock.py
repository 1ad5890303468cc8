"""Time as the network sees it: passed in, so that a test waits for nothing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


def _between(low: float, high: float) -> float:
    from random import uniform

    return uniform(low, high)  # noqa: S311


class Clock(NamedTuple):
    """`now` is the wall clock, which jumps; `passed` only ever grows, and is what waiting is measured by."""

    now: Callable[[], float] = time.time
    passed: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    between: Callable[[float, float], float] = _between
    """A random number of seconds between two."""


CLOCK = Clock()


class Deadline:
    """The seconds that one look-up may take, all its requests and tries together."""

    def __init__(self, seconds: float, clock: Clock = CLOCK) -> None:
        self.seconds = seconds
        self._clock, self._until = clock, clock.passed() + seconds

    def left(self) -> float:
        """The seconds left, never below zero."""
        return max(0.0, self._until - self._clock.passed())

    def extend(self, seconds: float) -> None:
        """Not count seconds spent on waiting for one's turn: that is no fault of the service."""
        self._until += seconds
