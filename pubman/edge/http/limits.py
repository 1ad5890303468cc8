"""How fast a service is asked: its turns, shared by every pubman of this user through small locked files.

The limits are those that the services publish (Crossref: "Announcing changes to REST API rate limits", 5 November 2025;
DataCite: "Rate limit"; arXiv: "Terms of use for arXiv APIs"; ORCID: "API usage quotas and limits"), with a margin. What
a service advertises in its headers makes them stricter, never looser. Times are wall-clock times, as other processes
must understand them; one in the future is forgotten, so a clock that jumps costs nothing.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from pubman.edge.http import services, shared
from pubman.edge.http.pace import Pace, State
from pubman.errors import ServiceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pubman.edge.http.clock import Clock, Deadline

WAIT = 300.0
"""Seconds to wait for one's turn while other processes take theirs."""

_SINGLE: Final = (Pace(1 / 8, 10, 1.0, 2), Pace(1 / 4, 5, 1.0, 1))
PACES: Final = {
    "crossref-single": _SINGLE,
    "crossref-list": (Pace(1 / 2.5, 3, 1.0, 2), Pace(1 / 0.9, 1, 1.0, 1)),
    "doi": _SINGLE,
    "datacite": (Pace(0.31, 3, 0.9, 2), Pace(0.62, 1, 0.6, 2)),
    "arxiv": (Pace(3.0, 1, 3.0, 1),) * 2,
    "orcid": (Pace(1 / 8, 10, 1.0, 2),) * 2,
}
"""With a contact address and without. The second request at a time keeps one that hangs from holding up all others."""


class Turns:
    """The turns of this process among all; `polite` when requests name a contact."""

    def __init__(self, *, polite: bool, clock: Clock) -> None:
        self.polite, self.clock = polite, clock
        self.slower: dict[str, float] = {}
        """By how much a pool is asked slower for the rest of this run: it said that we ask too often."""
        self._alone: dict[str, State] = {}

    @contextmanager
    def turn(self, service: str, kind: str, deadline: Deadline) -> Iterator[Turn]:
        """Wait until one more request may be running and started; the deadline does not count the waiting.

        Raises ServiceError when others keep us waiting for longer than WAIT.
        """
        pool = f"{service}-{kind}" if f"{service}-{kind}" in PACES else service
        pace = PACES[pool][0 if self.polite else 1]
        begun = self.clock.passed()
        slot = self._slot(pool, pace, begun, service)
        try:
            started = self._start(pool, pace, begun, service)
            deadline.extend(self.clock.passed() - begun)
            try:
                yield Turn(self, pool)
            finally:
                with self.state(pool) as state:
                    state.end(started, self.clock.now())
        finally:
            if slot is not None:
                os.close(slot)

    def _slot(self, pool: str, pace: Pace, begun: float, service: str) -> int | None:
        """A locked file that stands for one running request; nothing where files cannot be locked."""
        while True:
            with self.state(pool) as state:
                slots = min(pace.slots, state.slots or pace.slots)
            for number in range(slots):
                descriptor = shared.opened(f"{pool}.{number}")
                if descriptor is None or not shared.is_taken(descriptor):
                    return descriptor
                os.close(descriptor)
            self._sleep(self.clock.between(0.01, 0.05), begun, service)

    def _start(self, pool: str, pace: Pace, begun: float, service: str) -> float:
        """Wait, then note the start of a request for all to see; returns its time."""
        while True:
            with self.state(pool) as state:
                now = self.clock.now()
                wait = state.allowed(pace, now, self.slower.get(pool, 1.0)) - now
                if wait <= 0:
                    return state.start(now)
            self._sleep(wait + self.clock.between(0.0, 0.01), begun, service)

    def _sleep(self, seconds: float, begun: float, service: str) -> None:
        if self.clock.passed() - begun + seconds > WAIT:
            raise ServiceError(
                f"{services.SERVICES[service].title}: no turn to ask within {WAIT:.0f} s: others keep asking it",
                hint="run again when they have finished",
            )
        self.clock.sleep(seconds)

    @contextmanager
    def state(self, pool: str) -> Iterator[State]:
        """What is known of a pool, locked meanwhile and written back; this process's own where that cannot be."""
        descriptor = shared.opened(f"{pool}.json")
        try:
            data = None if descriptor is None else shared.read(descriptor, self.clock.sleep)
            state = State.read(data, self.clock.now()) if data else self._alone.setdefault(pool, State())
            old = state.written()
            yield state
            if descriptor is not None and data is not None and (new := state.written()) != old:
                self._alone[pool] = state
                shared.write(descriptor, new)
        finally:
            if descriptor is not None:
                os.close(descriptor)


class Turn(NamedTuple):
    """One turn that was taken."""

    turns: Turns
    pool: str

    def heed(self, status: int, headers: Mapping[str, str]) -> None:
        """Obey what a reply advertises (`X-Rate-Limit-*`), and slow down after a 429, which often says nothing."""
        with self.turns.state(self.pool) as state:
            limit = _number(headers.get("x-rate-limit-limit", ""))
            interval = _number(headers.get("x-rate-limit-interval", "").removesuffix("s"))
            if limit and interval:
                state.advertise(limit, min(interval, WAIT))
            state.slots = _number(headers.get("x-concurrency-limit", "")) or state.slots
            if status == 429:
                state.until = self.turns.clock.now() + 1.0
        if status == 429:
            self.turns.slower[self.pool] = min(8.0, 2.0 * self.turns.slower.get(self.pool, 1.0))


def _number(header: str) -> int:
    return int(header) if re.fullmatch(r"\s*\d{1,6}\s*", header, re.ASCII) else 0
