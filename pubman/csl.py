"""A work as CSL-JSON (citationstyles.org, "csl-data.json" schema 1.0): what citation processors and Zotero read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pubman.text import plain

if TYPE_CHECKING:
    from pubman.work import Date, Name, Names, Work

_NAMES = ("author", "editor", "translator")
_DATES = ("issued", "event_date", "accessed")
_NOT_CSL = {"key", "article_number", "volume_title", "archive_id", "keyword", *_NAMES, *_DATES}


def item(work: Work) -> dict[str, Any]:
    """The work as one CSL-JSON object; variables it does not have are left out."""
    written: dict[str, Any] = {"id": work.key, "type": work.type}
    for name in _NAMES:
        names: Names = getattr(work, name)
        if names.people:
            written[name] = [_name(person) for person in names.people]
    for name in _DATES:
        if date := _date(getattr(work, name)):
            written[name.replace("_", "-")] = date
    for variable in work.__slots__:
        value = getattr(work, variable)
        if variable not in _NOT_CSL and value:
            string = value if isinstance(value, str) else plain(value)
            written[variable if variable.isupper() else variable.replace("_", "-")] = string
    if work.article_number:
        written.setdefault("number", work.article_number)
    if work.archive_id:
        written["archive_location"] = work.archive_id
    if work.keyword:
        written["keyword"] = ", ".join(work.keyword)
    return written


def _name(person: Name) -> dict[str, str]:
    parts = {
        "literal": person.literal,
        "family": person.family,
        "given": person.given,
        "non-dropping-particle": person.particle,
        "suffix": person.suffix,
    }
    return {variable: value for variable, value in parts.items() if value}


def _date(date: Date) -> dict[str, Any]:
    days = [[part for part in day if part] for day in (date.start, date.end) if day is not None]
    parts = {"date-parts": days, "season": date.season, "literal": date.literal}
    return {variable: value for variable, value in parts.items() if value}
