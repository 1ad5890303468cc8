"""What a record gives an entry. Pure: an entry, its work and the record in; the fields to write and to report out.

- Only what is missing is inserted, and only what a reference prints (`values.FIELDS`).
- A value that the record has otherwise is reported; it is replaced when it only filled the place (`placeholders`), when
  the user asks for it, or when it belongs to an early access that is printed by now: the year and month go with the
  volume.
- `and others` makes room for the rest of the people where those before it are the record's first; their names stay as
  they are written.
- What is pinned stays (`pins`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pubman.enrich import comparing, lacking, people, placeholders, upgrading, values
from pubman.enrich.changes import Change, Plan, says
from pubman.enrich.pins import NOTHING

if TYPE_CHECKING:
    from collections.abc import Collection

    from pubman.bibtex.entry import Entry
    from pubman.enrich.pins import Pins
    from pubman.queries import Found
    from pubman.work import Work

__all__ = ["Change", "How", "Plan", "plan"]

ALL = "all"
_DATED = ("year", "month", "day")
_ALIKE = ("author", "year", "volume", "pages", "eid", "doi")
_OF_PREPRINT = ("author", "year", "month", "doi")
_KIN = frozenset("article-journal article-magazine article-newspaper".split())


class How(NamedTuple):
    """What the user wants: `update` names the fields whose values are replaced (`all`), `issn` asks for that as well.

    With `complete` a list of authors that ends in `and others` is completed.
    """

    update: Collection[str] = ()
    issn: bool = False
    complete: bool = True
    pure_ascii: bool = False


PLAIN = How()


def plan(entry: Entry, work: Work, found: Found, how: How = PLAIN, pins: Pins = NOTHING) -> Plan:
    """What the record of the same work gives the entry.

    Raises InputError when ASCII alone is wanted and TeX has no name for a character.
    """
    new = values.of(found.work, pure_ascii=how.pure_ascii)
    if lacking.is_arxiv(found.work.DOI) and lacking.identifier(entry, work):
        new.pop("doi", None)  # the list links the arXiv identifier, which the entry has
    wanted = [*_filled(entry, work, found.work, new, how)]
    wanted += _printed(entry, work, found.work, new, {change.field: change.new for change in wanted})
    settled = {change.field for change in wanted}
    differing = [each for each in comparing.differences(entry, work, found, new) if each.field not in settled]
    if work.author.others and "author" not in settled and (cut := _completed(entry, work, found.work, how)):
        differing = [cut._replace(why="update"), *(each for each in differing if each.field != "author")]
    updated = [each for each in differing if each.field in how.update or ALL in how.update]
    differing = [each for each in differing if each not in updated]
    wanted += updated
    kept = [each for each in wanted if pins.hold(each, named=each.field in how.update)]
    return Plan(
        tuple(each for each in wanted if each not in kept), tuple(differing), tuple(each.field for each in kept)
    )


def _filled(entry: Entry, work: Work, record: Work, new: dict[str, str], how: How) -> list[Change]:
    """The fields that are missing, or whose value only fills the place."""
    changes = []
    for name in _names(work, record, how):
        value = new.get(name, "")
        if not value or not _fits(name, entry, work, record, how):
            continue
        old = entry.fields.get(name, "")
        if not lacking.has(name, entry, work) and (not old.strip() or placeholders.is_one(name, old, entry.fields)):
            changes.append(Change(name, old, value, "placeholder" if old.strip() else "missing"))
    if work.author.others and how.complete and (change := _completed(entry, work, record, how)):
        changes.append(change)
    return changes


def _names(work: Work, record: Work, how: How) -> list[str]:
    """The fields that can be filled; where the types are not the same, those that say the same in both."""
    names = values.FIELDS.get(record.type, values.OTHERS).split()
    if work.type != record.type and not {work.type, record.type} <= _KIN:
        alike = _ALIKE if work.type != "article" else _OF_PREPRINT
        names = [name for name in names if name in alike]
        if work.type == "article" and upgrading.is_published(record):
            names = ["author"]  # all else is of another publication
    return [name for name in names if how.issn or name != "issn"]


def _fits(name: str, entry: Entry, work: Work, record: Work, how: How) -> bool:
    """Whether a value makes sense beside what the entry has."""
    if name == "month":
        own, said = work.issued.start, record.issued.start
        days = record.type == "paper-conference" and bool(record.event_date.start or work.event_date.start)
        same = own is None or (said is not None and own.year == said.year)
        return not days and (same or "year" in how.update or ALL in how.update)
    if name == "volume" and record.type in ("paper-conference", "chapter"):
        return bool(work.collection_title) or not record.collection_title or not lacking.has("series", entry, work)
    if name == "series":
        return bool(record.volume) and not work.volume
    if name == "editor":
        return not work.author.people and not record.author.people
    return True


def _completed(entry: Entry, work: Work, record: Work, how: How) -> Change | None:
    """The whole list of authors, where the ones that are named are the record's first."""
    if "author" in entry.inherited or not people.listed_first(work.author, record.author):
        return None
    rest = values.people(record, len(work.author.people), pure_ascii=how.pure_ascii)
    old = entry.fields.get("author", "")
    full = people.completed(old, rest)
    return Change("author", old, full, "placeholder") if full else None


def _printed(entry: Entry, work: Work, record: Work, new: dict[str, str], filled: dict[str, str]) -> list[Change]:
    """What goes, and what follows, once an early access is in print."""
    if not placeholders.in_print(record):
        return []
    changes = [each for each in placeholders.left_over(entry.fields, filled) if each.field not in entry.inherited]
    own, said = work.issued.start, record.issued.start
    waited = work.status in ("early access", "to be published") and ("volume" in filled or "pages" in filled)
    if not (waited and own and said and own.year != said.year and "year" in entry.fields):
        return changes
    for name in _DATED:
        old, value = entry.fields.get(name, ""), new.get(name, "") if name != "day" else ""
        if not says(old, value) and (old or name == "month"):
            changes.append(Change(name, old, value, "placeholder" if old else "missing"))
    return changes
