"""One exchange with a server, by requests: sent once, read whole or not at all, over before its deadline."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from urllib.parse import urlsplit

import requests

from pubman import __version__
from pubman.edge.http import failures, hosts
from pubman.edge.http.retries import FailureError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pubman.edge.http.clock import Clock
    from pubman.edge.http.hosts import Allows

T = TypeVar("T")

CONNECT = 5.0
READ = 20.0
"""Seconds without a sign of the server; how long a whole look-up may take is the deadline's affair."""

_PIECE = 1 << 16
_ERROR_BODY = 1 << 16


class Reply(NamedTuple):
    """What came back: the headers by their names in small letters, `body` decompressed.

    `measured` says that the server announced the end of the body, so that it cannot have been cut without notice.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    measured: bool
    seconds: float


class Transport:
    """The session: one User-Agent, no cookies, no credentials; proxies and CA bundles as the environment says."""

    def __init__(self, contact: str, clock: Clock) -> None:
        self._agent = f"pubman/{__version__}" + (f" (mailto:{contact})" if contact else "")
        self._clock = clock
        self._session = self._new()

    def _new(self) -> requests.Session:
        session = requests.Session()
        session.headers.clear()
        session.headers.update({"User-Agent": self._agent, "Accept-Encoding": "gzip"})
        session.auth = _no_credentials
        return session

    def exchange(
        self, url: str, *, accept: str, seconds: float, largest: int, allows: Allows | None = None, method: str = "GET"
    ) -> Reply:
        """Send a request and read its reply, redirects not followed; of a body of `largest` 0 nothing is read.

        `allows` says which of the addresses that a host's name leads to may be asked; without it all may.
        Raises FailureError when there is no whole reply within `seconds`, or one of more than `largest` bytes.
        """
        asked = _Exchange(self._session, method, url, {"Accept": accept}, largest, allows)
        begun = self._clock.passed()
        try:
            reply = _within(seconds, asked.run)
        except BaseException:
            asked.given_up = True
            self._session = self._new()  # the old one may still be in use by the exchange that was given up
            raise
        return reply._replace(seconds=self._clock.passed() - begun)


class _Exchange:
    """One exchange, run in a thread of its own, so that it can be given up at whatever point it hangs."""

    def __init__(
        self,
        session: requests.Session,
        method: str,
        url: str,
        headers: dict[str, str],
        largest: int,
        allows: Allows | None,
    ) -> None:
        self.session, self.method, self.url, self.headers = session, method, url, headers
        self.largest, self.allows = largest, allows
        self.given_up = False

    def run(self) -> Reply:
        host = urlsplit(self.url).hostname or ""
        try:
            if self.allows and not requests.utils.get_environ_proxies(self.url):  # else the proxy finds the host
                hosts.refuse(host, self.allows)
            with self._send() as response:
                return self._read(response)
        except FailureError:
            raise
        except Exception as error:
            raise failures.named(error, host, CONNECT, READ) from None

    def _send(self) -> requests.Response:
        """Send by the adapter: the session itself would look into a redirect, and read its whole body for that."""
        asked = self.session.prepare_request(requests.Request(self.method, self.url, headers=self.headers))
        how = self.session.merge_environment_settings(self.url, {}, stream=True, verify=None, cert=None)
        return self.session.get_adapter(self.url).send(asked, timeout=(CONNECT, READ), **how)

    def _read(self, response: requests.Response) -> Reply:
        headers = {name.lower(): value for name, value in response.headers.items()}
        if not self.largest:
            return Reply(response.status_code, headers, b"", True, 0.0)
        encoding = headers.get("content-encoding", "identity").strip().lower()
        whole = response.status_code == 200
        if whole and encoding not in ("identity", "gzip", "x-gzip", ""):
            raise FailureError(f"answered in an encoding that was not asked for ({encoding[:40]})")
        largest = self.largest if whole else _ERROR_BODY
        body = bytearray()
        while not self.given_up and (piece := response.raw.read1(_PIECE, decode_content=True)):
            body += piece
            if len(body) > largest:
                if whole:
                    raise FailureError(f"answered with more than {largest >> 20} MiB, which no record has")
                break
        measured = "content-length" in headers or "chunked" in headers.get("transfer-encoding", "").lower()
        return Reply(response.status_code, headers, bytes(body), measured, 0.0)


def _within(seconds: float, work: Callable[[], T]) -> T:
    """What `work` returns or raises; FailureError when it takes longer, and then it goes on unheard."""
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    left = seconds
    while thread.is_alive() and left > 0:
        thread.join(min(left, 0.25))  # in pieces: Windows lets Ctrl-C in between
        left -= 0.25
    if errors:
        raise errors[0]
    if not results:
        raise FailureError("did not answer in full")
    return results[0]


def _no_credentials(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """In place of what .netrc may hold for a host."""
    return request
