"""The title of a record, and the titles of what the work stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.sources import _containers, _titles
from pubman.text import Run, plain

if TYPE_CHECKING:
    from pubman.sources._records import Record
    from pubman.text import Text


def title(record: Record) -> Text:
    """The first title that says something, with its subtitle after a colon."""
    main = next(filter(None, map(_titles.title, record.raws("title"))), ())
    if not main:
        return next(filter(None, map(_titles.title, (*record.raws("original-title"), *record.raws("short-title")))), ())
    return _titles.subtitled(main, next(filter(None, map(_titles.title, record.raws("subtitle"))), ()))


def host(record: Record, type_: str, names: list[Text], publisher: str) -> tuple[Text, Text]:
    """What the work stands in, and the series that stands in; a conference's book is told by its acronym, too."""
    container, series = _container(type_, names, publisher)
    if type_ == "paper-conference" and container:
        acronym = record.record("event").text("acronym")
        container = (*container[:-1], Run(_containers.with_acronym(container[-1].string, acronym), container[-1].marks))
    return container, series


def _container(type_: str, names: list[Text], publisher: str) -> tuple[Text, Text]:
    """What the work stands in, and the series that stands in; books and reports stand in a series alone."""
    by_name = {plain(name): _titles.upright(name) for name in names}
    if type_ in ("book", "report"):
        return (), by_name.get(next(iter(by_name), ""), ())
    if type_ in ("chapter", "paper-conference", "document"):
        host, series = _containers.book(list(by_name))
        return by_name.get(host, ()), by_name.get(series, ())
    name = _containers.journal(list(by_name))
    if name == publisher and not type_.startswith("article-"):
        return (), ()
    return by_name.get(name, ()), ()
