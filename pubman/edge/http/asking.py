"""Asking the network: turns, tries, redirects and the end of patience, around single exchanges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from pubman.edge.http import hosts, replies, retries, services
from pubman.edge.http.breaker import Breaker
from pubman.edge.http.limits import Turns
from pubman.edge.http.request import Answer
from pubman.edge.http.retries import FailureError
from pubman.errors import ServiceError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pubman.edge.http.clock import Clock, Deadline
    from pubman.edge.http.request import Request
    from pubman.edge.http.transport import Reply, Transport

Kind = Literal["single", "list"]

LARGEST: Final = {"single": 5 << 20, "list": 20 << 20}
"""Bytes of a decompressed body: a record, or a list of them."""

REDIRECTS = 5

MOVED = (301, 302, 303, 307, 308)
LATER = "try again later; --offline answers from the cache"


class Asker:
    """The session of one run with all services, and what came of it so far."""

    def __init__(self, contact: str, addresses: Mapping[str, str], tell: Callable[[str], None], clock: Clock) -> None:
        self.contact, self.addresses, self.tell, self.clock = contact, addresses, tell, clock
        self.turns = Turns(polite=bool(contact), clock=clock)
        self.breakers = {name: Breaker() for name in services.SERVICES}
        self._transport: Transport | None = None

    def ask(self, request: Request, kind: Kind, about: str, deadline: Deadline) -> Answer:
        """The answer to a request: at most `retries.TRIES` tries, all within the deadline.

        Raises ServiceError, saying what `about` was asked for, when there is none.
        """
        breaker, service = self.breakers[request.service], services.SERVICES[request.service]
        if breaker.reason:
            raise ServiceError(f"{about}: {service.title} is not asked any more: it {breaker.reason}", hint=LATER)
        asked = request.url(self.addresses[request.service])
        for attempt in range(1, retries.TRIES + 1):
            try:
                reply, url = self._follow(asked, request, kind, deadline)
                replies.judge(reply, request.accept, service, self.clock)
            except FailureError as failure:
                breaker.failed(failure.reason, blocked=failure.blocked)
                again = failure.passing and not breaker.reason and attempt < retries.TRIES
                if again and self._wait(attempt, failure, deadline):
                    continue
                tries = f", {attempt} times" if attempt > 1 else ""
                if not deadline.left():
                    tries = f"; a look-up has {deadline.seconds:g} s"
                address = asked.partition("?")[0][:200]
                message = f"{about}: {service.title} {failure.reason}{tries} ({address})"
                raise ServiceError(message, hint=failure.hint or LATER) from None
            breaker.succeeded()
            return Answer(reply.status, reply.body if reply.status == 200 else b"", url, fresh=True)
        raise AssertionError  # the last try returns or raises

    def _wait(self, attempt: int, failure: FailureError, deadline: Deadline) -> bool:
        """Wait before the next try; false when there is no time for that."""
        seconds = retries.pause(attempt, failure, self.clock)
        if seconds >= deadline.left():
            if failure.after:
                failure.reason += f" and asks to wait {failure.after:.0f} s"
            return False
        self.tell(f"again in {seconds:.1f} s: it {failure.reason}")
        self.clock.sleep(seconds)
        return True

    def _follow(self, url: str, request: Request, kind: Kind, deadline: Deadline) -> tuple[Reply, str]:
        """One try: the reply, and the address that gave it after redirects, each of which takes a turn of its own."""
        if self._transport is None:
            from pubman.edge.http.transport import Transport

            self._transport = Transport(self.contact, self.clock)
        seen: list[str] = []
        while len(seen) <= REDIRECTS:
            seen.append(url)
            with self.turns.turn(services.of(url, self.addresses, request.service), kind, deadline) as turn:
                reply = self._transport.exchange(
                    url,
                    accept=request.accept,
                    seconds=deadline.left(),
                    largest=LARGEST[kind],
                    allows=None if services.is_configured(url, self.addresses) else hosts.is_public,
                )
                turn.heed(reply.status, reply.headers)
            self.tell(f"{reply.status} {url} ({len(reply.body)} bytes, {reply.seconds:.2f} s)")
            if reply.status not in MOVED:
                return reply, url
            location = reply.headers.get("location", "")
            url = services.redirected(url, location, self.addresses)
            if not url:
                raise FailureError(f"redirects to {location[:200] or 'nowhere'}, where pubman does not follow")
            if url in seen:
                raise FailureError("redirects in a circle")
        raise FailureError(f"redirects more than {REDIRECTS} times")
