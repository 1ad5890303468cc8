"""A request, its answer and what became of a link, as values."""

from __future__ import annotations

from typing import Literal, NamedTuple
from urllib.parse import quote, unquote, urlencode

from pubman.errors import UsageError

JSON = "application/json"
LONGEST = 8000
"""Characters of an address; services refuse longer ones."""


class Request(NamedTuple):
    """What is asked of a service, whatever its address is and whoever asks: the key of the cache."""

    service: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    accept: str = JSON

    def url(self, base: str) -> str:
        """The address to ask, under that of the service.

        Raises UsageError when the service would be asked something else: for `.` and `..` in the path, what ends a
        path, and an address that is too long.
        """
        query = f"?{urlencode(self.query, quote_via=quote, safe='')}" if self.query else ""
        url = f"{base}/{self.path.lstrip('/')}{query}"
        steps = self.path.replace("%2E", ".").replace("%2e", ".").split("/")
        odd = [c for c in self.path if not "!" <= c <= "~" or c in "?#\\"]
        if odd or "." in steps or ".." in steps or len(url) > LONGEST:
            raise UsageError(f"{unquote(self.path)[:200]}: cannot be asked of a service")
        return url

    def key(self) -> str:
        """The same request has the same key, at any time and on any machine."""
        return "\n".join([self.service, self.path.lstrip("/"), urlencode(sorted(self.query)), self.accept])


class Answer(NamedTuple):
    """What a service said: `status` is 200 or 404, `body` is whole and well-formed, and empty for a 404."""

    status: int
    body: bytes
    url: str
    fresh: bool
    """Whether it came from the network just now, not from the cache."""


class Link(NamedTuple):
    """What became of an address, and `said` why."""

    url: str
    status: Literal["there", "gone", "unknown"]
    said: str = ""
