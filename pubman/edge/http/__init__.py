"""The one door to the network: every request to a service goes through `Door.get`.

It answers from the cache when it can (`known`), waits for its turn (`limits`, shared between processes), sends one
request at a time (`transport`), tries again what can pass (`asking`), and leaves a service alone that keeps failing
(`breaker`). A 404 is an answer; everything else that lasts is a ServiceError, so "not checked" never looks like "not
there".
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pubman.edge.http import services
from pubman.edge.http.clock import CLOCK, Clock, Deadline
from pubman.edge.http.known import Known
from pubman.edge.http.request import JSON, Answer, Link, Request
from pubman.errors import ServiceError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from pubman.edge.config import Config
    from pubman.edge.http.asking import Asker, Kind

__all__ = ["Answer", "Deadline", "Door", "Link", "door"]

SECONDS = 45.0
"""How long one look-up may take, all its requests and tries together; waiting for one's turn is not counted."""
_ONCE = "run once without --offline"


def door(
    config: Config,
    *,
    offline: bool = False,
    refresh: bool = False,
    tell: Callable[[str], None] | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Door:
    """The door for a configuration and an environment (`PUBMAN_MAILTO`, `PUBMAN_CROSSREF_URL`, ...).

    Raises UsageError for a contact or an address that is none, and when it is to be offline and to refresh.
    """
    if offline and refresh:
        raise UsageError("--offline and --refresh contradict each other", hint="leave one of them out")
    given = environ.get("PUBMAN_MAILTO")
    contact = given or config.mailto
    if contact and not re.fullmatch(r"[!#-'*+.0-9=?A-Z^-~-]+@[0-9A-Za-z.-]+", contact):
        place = "PUBMAN_MAILTO" if given else "configuration: mailto"
        raise UsageError(f'{place}: "{contact}" is no e-mail address', hint="set it to yours")
    return Door(
        contact, services.addresses(config.sources_tables, environ), offline=offline, refresh=refresh, tell=tell
    )


class Door(Known):
    """The services behind one session, for one run.

    `contact` is the user's e-mail address or nothing; `addresses` holds the address of every service; `tell` is given
    a line for each request, each wait and each answer from the cache. An `offline` door asks nobody; one that is to
    `refresh` reads nothing from the cache.
    """

    def __init__(
        self,
        contact: str,
        addresses: Mapping[str, str],
        *,
        offline: bool = False,
        refresh: bool = False,
        tell: Callable[[str], None] | None = None,
        clock: Clock = CLOCK,
    ) -> None:
        super().__init__(addresses, refresh=refresh, tell=tell, clock=clock)
        self.contact, self.offline = contact, offline
        self._asker: Asker | None = None

    def deadline(self) -> Deadline:
        """The time for one look-up, to be given to each `get` that belongs to it."""
        return Deadline(SECONDS, self._clock)

    def get(
        self,
        service: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        accept: str = JSON,
        kind: Kind = "single",
        about: str = "",
        check: Callable[[Answer], object] | None = None,
        deadline: Deadline | None = None,
    ) -> Answer:
        """The answer of a service: status 200 with a whole, well-formed body, or 404 with none.

        `path` is quoted (`/works/10.1%2Fx`), `query` is not. `about` is what messages call it, such as the DOI.
        `check` sees a 200 before it is kept, and one from the cache before it is used: when it raises a PubmanError,
        nothing is kept (and what was is asked for again), so a record that is not the one asked for never stays; when
        it returns False, the answer is good for now but not kept.
        `deadline` is shared by the requests of one look-up.

        Raises ServiceError for every other answer and for none, UsageError for a path that would be read as another.
        """
        request = Request(service, path, tuple((query or {}).items()), accept)
        if (found := self._find(request, check)) is not None:
            return found
        about = about or unquote(path.strip("/"))
        if self.offline:
            title = services.SERVICES[service].title
            raise ServiceError(f"{about}: not in the cache, and pubman is offline: {title} was not asked", hint=_ONCE)
        if self._asker is None:
            from pubman.edge.http.asking import Asker

            self._asker = Asker(self.contact, self.addresses, self._tell, self._clock)
        answer = self._asker.ask(request, kind, about, deadline or self.deadline())
        if check is None or answer.status != 200 or check(answer) is not False:
            self._store.keep(request.key(), answer.status, answer.url, answer.body)
        return answer

    def links(self, urls: Sequence[str]) -> Generator[Link]:
        """Whether addresses of the web lead anywhere, each once, in whatever order that becomes known.

        What is certain is kept as answers are. Raises nothing for an address that nothing is known of: it says so.
        """
        asked = []
        for url in dict.fromkeys(urls):
            if kept := None if self.refresh else self._store.find(f"link\n{url}"):
                yield Link(url, "there" if kept.status == 200 else "gone", kept.body.decode(errors="replace"))
            elif self.offline:
                yield Link(url, "unknown", "is not in the cache, and pubman is offline")
            else:
                asked.append(url)
        if asked:
            from pubman.edge.http import links

            witness = services.origin(self.addresses["doi"])[1]
            for link in links.look(asked, witness, self._clock, self._tell):
                if link.status != "unknown":
                    self._store.keep(
                        f"link\n{link.url}", 200 if link.status == "there" else 404, link.url, link.said.encode()
                    )
                yield link
