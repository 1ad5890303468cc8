"""One site of the web, asked whether its addresses lead anywhere.

It is not a service but whatever stands behind the owner's links: so it is told nothing of the user, is asked with a
pause, is left alone when it keeps failing, and sends nothing that is read. It is asked in the user's own network where
the store names it, and never because another redirects there.

Only 404 and 410 mean that there is nothing, and a name that no host has. Whatever else keeps a page from a program (403
before all) says nothing about what a reader would see.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from pubman.edge.http import hosts, replies, retries, services
from pubman.edge.http.asking import MOVED
from pubman.edge.http.breaker import Breaker
from pubman.edge.http.clock import Deadline
from pubman.edge.http.request import Link
from pubman.edge.http.retries import FailureError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pubman.edge.http.clock import Clock
    from pubman.edge.http.transport import Reply, Transport

PAUSE = 0.5
"""Seconds between two addresses of a site."""
SECONDS = 20.0
"""How long one address may take, with all redirects and tries."""
REDIRECTS = 10

_GONE = (404, 410)


class Site:
    """The addresses of one host; `witness` is a host that has an address whenever names can be looked up at all."""

    def __init__(self, witness: str, clock: Clock, tell: Callable[[str], None]) -> None:
        self._witness, self._clock, self._tell = witness, clock, tell
        self._breaker = Breaker(share=1.0)  # that some pages are refused says nothing of the others
        self._transport: Transport | None = None

    def look(self, url: str) -> Link:
        """What becomes of an address, after at most two tries: many a site does not understand HEAD."""
        if self._breaker.reason:
            return Link(url, "unknown", f"was not asked: the site {self._breaker.reason}")
        if self._transport:
            self._clock.sleep(PAUSE)
        deadline = Deadline(SECONDS, self._clock)
        try:
            reply = self._follow("HEAD", url, Deadline(SECONDS / 2, self._clock))  # some never answer it
        except FailureError as failure:
            wait = retries.pause(1, failure, self._clock)
        else:
            if reply.status < 400:
                return self._there(url)
            wait = retries.after(reply.headers.get("retry-after", ""), self._clock)
        self._clock.sleep(min(max(PAUSE, wait), deadline.left() / 2))
        try:
            reply = self._follow("GET", url, deadline)
        except FailureError as failure:
            return self._failed(url, failure)
        if reply.status < 400:
            return self._there(url)
        said = f"answered {reply.status}{replies.phrase(reply.status)}"
        if reply.status in _GONE:
            self._breaker.succeeded()
            return Link(url, "gone", said)
        return self._failed(url, FailureError(said))

    def _there(self, url: str) -> Link:
        self._breaker.succeeded()
        return Link(url, "there")

    def _failed(self, url: str, failure: FailureError) -> Link:
        if failure.nowhere and self._names_are_known():
            return Link(url, "gone", failure.reason)
        self._breaker.failed(failure.reason)
        return Link(url, "unknown", failure.reason)

    def _names_are_known(self) -> bool:
        """Whether it is the name that leads nowhere, and not that we cannot look names up."""
        try:
            return bool(socket.getaddrinfo(self._witness, 443, type=socket.SOCK_STREAM))
        except OSError:
            return False

    def _follow(self, method: str, url: str, deadline: Deadline) -> Reply:
        """One try, to the end of all redirects."""
        if self._transport is None:
            from pubman.edge.http.transport import Transport

            self._transport = Transport("", self._clock)
        home = services.origin(url)[1]
        seen: list[str] = []
        while len(seen) <= REDIRECTS:
            seen.append(url)
            allows = hosts.is_usual if services.origin(url)[1] == home else hosts.is_public
            reply = self._transport.exchange(
                url, accept="*/*", seconds=deadline.left(), largest=0, allows=allows, method=method
            )
            self._tell(f"{reply.status} {method} {url} ({reply.seconds:.2f} s)")
            if reply.status not in MOVED:
                return reply
            location = reply.headers.get("location", "")
            url = _redirected(url, location)
            if not url:
                raise FailureError(f"redirects to {location[:200] or 'nowhere'}, where pubman does not follow")
            if url in seen:
                raise FailureError("redirects in a circle")
        raise FailureError(f"redirects more than {REDIRECTS} times")


def _redirected(url: str, location: str) -> str:
    """Where a redirect leads, or nothing when that is no address of the web, or one with a password."""
    try:
        target = urljoin(url, location.strip()).partition("#")[0]
        parts = urlsplit(target)
        scheme, host, _ = services.origin(target)
    except ValueError:
        return ""
    odd = parts.username is not None or parts.password is not None or scheme not in ("http", "https") or not host
    return "" if odd or not location.strip() else target
