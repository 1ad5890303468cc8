"""What services have said before, in the cache: read, kept and forgotten without asking anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.edge.http import answers
from pubman.edge.http.request import JSON, Answer, Request
from pubman.errors import PubmanError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pubman.edge.http.clock import Clock


class Known:
    """The answers that are kept; with `refresh` none of them is read."""

    def __init__(
        self, addresses: Mapping[str, str], *, refresh: bool, tell: Callable[[str], None] | None, clock: Clock
    ) -> None:
        self.addresses, self.refresh = addresses, refresh
        self._tell = tell or (lambda _: None)
        self._clock = clock
        self._store = answers.Store(clock)

    def known(
        self, service: str, path: str, *, query: Mapping[str, str] | None = None, accept: str = JSON
    ) -> Answer | None:
        """The answer that the cache has to a request, or nothing; nobody is asked."""
        return self._find(Request(service, path, tuple((query or {}).items()), accept), None)

    def keep(
        self,
        service: str,
        path: str,
        body: bytes,
        *,
        query: Mapping[str, str] | None = None,
        accept: str = JSON,
        status: int = 200,
    ) -> None:
        """Keep what is known from elsewhere (a list, a search) as the answer to a request.

        The body must be what the service would have said; with status 404 and no body it is kept that there is none.
        """
        request = Request(service, path, tuple((query or {}).items()), accept)
        self._store.keep(request.key(), status, request.url(self.addresses[service]), body)

    def forget(self, service: str, path: str, *, query: Mapping[str, str] | None = None, accept: str = JSON) -> None:
        """Remove the answer to a request from the cache: it turned out to be no good."""
        self._store.forget(Request(service, path, tuple((query or {}).items()), accept).key())

    def _find(self, request: Request, check: Callable[[Answer], object] | None) -> Answer | None:
        if self.refresh:
            return None
        kept = self._store.find(request.key())
        if kept is None:
            return None
        answer = Answer(kept.status, kept.body, kept.url, fresh=False)
        try:
            if check is not None and answer.status == 200:
                check(answer)
        except PubmanError:
            self._store.forget(request.key())
            return None
        self._tell(f"{kept.status} {kept.url} (from the cache)")
        return answer
