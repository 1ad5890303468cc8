"""What `audit` and `check --online` share: asking about the identifiers and the links of entries."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from pubman import audit, lint
from pubman.bibtex import read
from pubman.commands import _door
from pubman.edge import progress, terminal
from pubman.enrich import lacking
from pubman.lint.switches import Off
from pubman.lookup import look_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pubman.bibtex.entry import Entry
    from pubman.commands._session import Session
    from pubman.edge.http import Door
    from pubman.errors import Problem
    from pubman.lookup import Result
    from pubman.rules import Finding
    from pubman.wanted import Wanted
    from pubman.work import Work


class Identified(NamedTuple):
    """An entry with the identifier that it is looked up by."""

    entry: Entry
    work: Work
    wanted: Wanted


class Heard(NamedTuple):
    """What was found, by file and line, and how much of what there was to ask about is known."""

    problems: list[Problem]
    identifiers: int
    links: int
    unknown_identifiers: int
    unknown_links: int

    @property
    def unknown(self) -> int:
        """How much could not be checked."""
        return self.unknown_identifiers + self.unknown_links

    def counted(self) -> str:
        """`3 of 3 identifiers and 1 of 2 links checked`."""
        parts = []
        if self.identifiers or not self.links:
            parts.append(f"{self.identifiers - self.unknown_identifiers} of {self.identifiers} identifiers")
        if self.links:
            parts.append(f"{self.links - self.unknown_links} of {self.links} links")
        return f"{' and '.join(parts)} checked"


def run(session: Session, entries: Sequence[Entry], *, refresh: bool) -> Heard:
    """Ask about these entries; what could not be checked is said at once. Nothing is asked for what is switched off."""
    sources = session.store.sources
    off = Off(sources, session.config.disable)
    identified = list(_identified(entries))
    follow = [each for each in entries if not off.at(audit.DEAD, each.file, each.line)]
    links = [(each, *link) for each in follow for link in audit.links(each)]
    found: list[tuple[str, Finding]] = []
    unasked = unfollowed = 0
    if identified or links:
        door = _door.opened(session, refresh=refresh)
        with progress.bar(session.look, len(identified) + len({url for _, _, url in links})) as advance:
            unasked = _ask(session, door, identified, found, advance)
            unfollowed = _follow(door, links, found, advance)
    told = [lint.placed(rule, each) for rule, each in found if not off.at(rule, each.entry.file, each.entry.line)]
    problems = lint.in_order(sources, told)
    return Heard(problems, len(identified), len(links), unasked, unfollowed)


def _identified(entries: Sequence[Entry]) -> Iterator[Identified]:
    for each in entries:
        work = read.work(each)
        if found := lacking.identifier(each, work):
            yield Identified(each, work, found)


def _ask(
    session: Session,
    door: Door,
    asked: Sequence[Identified],
    found: list[tuple[str, Finding]],
    advance: Callable[[int], None],
) -> int:
    """Look the identifiers up, and add what is found; returns how many could not be."""
    if not asked:
        return 0
    unknown = 0
    rest = iter(asked)
    with closing(look_up([each.wanted for each in asked], door, session.config.sources)) as groups:
        for group in groups:
            for result in group:
                each = next(rest)
                if result.status in ("not-checked", "error"):
                    unknown += 1
                    terminal.say(f"error: {each.entry.key}: {result.wanted.name}: {result.message}")
                else:
                    found += _findings(each, result)
            advance(len(group))
    return unknown


def _findings(each: Identified, result: Result) -> Iterator[tuple[str, Finding]]:
    if not result.found:
        yield audit.missing(each.entry, result.wanted.name, result.message)
        return
    yield from audit.findings(each.entry, each.work, result.found, alias=result.status == "alias")


def _follow(
    door: Door,
    links: Sequence[tuple[Entry, str, str]],
    found: list[tuple[str, Finding]],
    advance: Callable[[int], None],
) -> int:
    """Follow the links, and add those that lead nowhere; returns of how many that is not known."""
    became = {}
    with closing(door.links([url for _, _, url in links])) as answers:
        for link in answers:
            became[link.url] = link
            advance(1)
    unknown = 0
    for entry, name, url in links:
        link = became[url]
        if link.status == "gone":
            found.append(audit.dead(entry, name, url, link.said))
        elif link.status == "unknown":
            unknown += 1
            terminal.say(f"error: {entry.key}: {url} {link.said}")
    return unknown
