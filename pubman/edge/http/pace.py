"""When the next request to a pool of a service may start: the arithmetic of `limits`, without files or waiting."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, NamedTuple

KEPT = 50
"""How many of the latest requests are remembered."""

_BREATH = 0.03
"""Where one request at a time is allowed, a service may not yet have counted the last one out."""

_LATEST = 60.0
"""No pause lasts longer."""


class Pace(NamedTuple):
    """`gap` seconds between two starts, `limit` requests within any `interval`, `slots` at the same time."""

    gap: float
    limit: int
    interval: float
    slots: int


@dataclass
class State:
    """The latest requests of all processes (start, end or 0 while it runs) and what the service advertised."""

    runs: list[tuple[float, float]] = field(default_factory=list)
    limit: int = 0
    interval: float = 0.0
    slots: int = 0
    until: float = 0.0
    """No request starts before: the service said that it is asked too often."""

    @classmethod
    def read(cls, data: bytes, now: float) -> State:
        """The state as it was written; a new one when that cannot be read. Times in the future are forgotten."""
        try:
            found: Any = json.loads(data)
            runs = [(float(start), float(end)) for start, end in found["runs"][-KEPT:]]
            state = cls(runs, int(found["limit"]), float(found["interval"]), int(found["slots"]), float(found["until"]))
        except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
            return cls()
        state.runs = sorted((start, end) for start, end in state.runs if 0 < start <= now and end <= now)
        if not (0 < state.limit <= KEPT and 0 < state.interval <= 300):
            state.limit, state.interval = 0, 0.0
        state.slots = max(0, state.slots)
        state.until = state.until if state.until <= now + _LATEST else 0.0
        return state

    def written(self) -> bytes:
        """The state for the file."""
        return json.dumps(vars(self)).encode()

    def advertise(self, limit: int, interval: float) -> None:
        """Take over what the service says of itself."""
        share = min(1.0, KEPT / limit)
        self.limit, self.interval = int(limit * share), interval * share

    def allowed(self, pace: Pace, now: float, slower: float = 1.0) -> float:
        """When the next request may start.

        A request may reach the service at any time between its start and its end, so a limit of n within an interval
        is kept for certain when a request starts an interval after the end of the one n before it.
        """
        at = self.until
        if self.runs:
            gap = max(pace.gap, 1.1 * self.interval / self.limit if self.limit else 0.0)
            at = max(at, self.runs[-1][0] + gap * slower)
            if pace.slots == 1:
                at = max(at, max(end for _, end in self.runs) + _BREATH)
        for limit, interval in ((pace.limit, pace.interval), (self.limit, self.interval)):
            if 0 < limit <= len(self.runs):
                at = max(at, self._ended(limit, pace.slots, now) + interval)
        return at

    def _ended(self, before: int, slots: int, now: float) -> float:
        """When the request that many before the next one ended: now, if it may still be running."""
        start, end = self.runs[-before]
        running = sum(1 for _, other in self.runs[-before:] if not other)
        return end or (now if running < slots and now - start < _LATEST else start)

    def start(self, now: float) -> float:
        """Note a start; returns its time, by which its end is noted."""
        self.runs = [*self.runs[1 - KEPT :], (now, 0.0)]
        return now

    def end(self, started: float, now: float) -> None:
        """Note the end of a request."""
        self.runs = [(start, now if start == started else end) for start, end in self.runs]
