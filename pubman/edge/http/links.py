"""Whether the addresses that a store gives lead anywhere.

Several sites are asked at once, as most of the time is spent on waiting for the slow ones; each of them for one address
after the other (`site`).
"""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from pubman.edge.http import services
from pubman.edge.http.request import Link
from pubman.edge.http.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pubman.edge.http.clock import Clock

SITES = 8
"""So many are asked at the same time."""


def look(urls: Sequence[str], witness: str, clock: Clock, tell: Callable[[str], None]) -> Iterator[Link]:
    """What becomes of every address, in whatever order the sites answer; never raises for what a site does.

    `witness` is a host that has an address whenever names can be looked up at all.
    """
    sites: dict[tuple[str, str, int], list[str]] = {}
    for url in urls:
        try:
            origin = services.origin(url)
        except ValueError:
            origin = ("", "", 0)
        if origin[0] in ("http", "https") and origin[1]:
            sites.setdefault(origin, []).append(url)
        else:
            yield Link(url, "unknown", "is no address of the web")
    yield from _at_once([(Site(witness, clock, tell), each) for each in sites.values()])


def _at_once(tasks: Sequence[tuple[Site, list[str]]]) -> Iterator[Link]:
    """What the sites say, from threads that nobody waits for when the user does not."""
    results: SimpleQueue[Link | BaseException] = SimpleQueue()
    stopped = threading.Event()
    waiting = iter(tasks)

    def work() -> None:
        try:
            for site, urls in waiting:
                for url in urls:
                    if stopped.is_set():
                        return
                    results.put(site.look(url))
        except BaseException as error:
            results.put(error)

    for _ in range(min(SITES, len(tasks))):
        threading.Thread(target=work, daemon=True).start()
    try:
        for _ in range(sum(len(urls) for _, urls in tasks)):
            result = _next(results)
            if isinstance(result, BaseException):
                raise result
            yield result
    finally:
        stopped.set()


def _next(results: SimpleQueue[Link | BaseException]) -> Link | BaseException:
    while True:
        try:
            return results.get(timeout=0.25)  # in pieces: Windows lets Ctrl-C in between
        except Empty:
            continue
