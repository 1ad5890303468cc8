"""The work of `enrich`: entries chosen, looked up, planned, written as soon as they are known, and reported."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from pubman import wanted
from pubman.bibtex import edit, entry, read
from pubman.bibtex.edit import finding
from pubman.commands import _changes, _door, _enrich_report, _enriching, _fetched
from pubman.edge import progress, store, terminal
from pubman.enrich import How, Plan, lacking, pins, plan, upgrading
from pubman.wording import owner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.bibtex.entry import Entry
    from pubman.commands._enriching import Outcome, Task
    from pubman.commands._fetched import Fetched
    from pubman.commands._session import Session
    from pubman.commands._wish import Wish
    from pubman.edge.store import Change, Store
    from pubman.enrich.pins import Pins
    from pubman.queries import Found
    from pubman.work import Work

STATUS = {"filled": 0, "differs": 0, "unchanged": 0, "ambiguous": 1, "no-match": 1, "not-found": 1}
"""The exit statuses; every other word is 5."""


def run(session: Session, wish: Wish, keys: Sequence[str]) -> int:
    """Enrich the entries of these keys, or all; returns the exit status of the worst."""
    tasks, idle = _tasks(session, wish, keys)
    report = _enrich_report.Report(session, wish, named=bool(keys))
    for each in idle:
        report.idle(each)
    if tasks:
        fetched = _fetched.read(session.store.sources)
        found = _look_up(session, wish, tasks, report, fetched)
        _settle(session, wish, [report.asked(outcome) for outcome in found], report, fetched)
    report.end()
    return max((STATUS.get(status, 5) for status in report.counts), default=0)


def _look_up(
    session: Session, wish: Wish, tasks: Sequence[Task], report: _enrich_report.Report, fetched: Fetched
) -> list[Outcome]:
    """Look up and settle, group by group; returns what is to be settled at the end: questions, and all of a dry run."""
    door = _door.opened(session, refresh=wish.refresh)
    if not door.contact and len(tasks) > _door.MANY:
        terminal.say(_door.SLOW, session.look)
    later: list[Outcome] = []
    with progress.bar(session.look, len(tasks)) as advance:
        for group in _enriching.outcomes(tasks, door, session.config, upgrade=wish.upgrade):
            later += [outcome for outcome in group if wish.dry_run or report.asks(outcome)]
            now = [outcome for outcome in group if not (wish.dry_run or report.asks(outcome))]
            _settle(session, wish, now, report, fetched)
            advance(len(group))
    return later


def _tasks(session: Session, wish: Wish, keys: Sequence[str]) -> tuple[list[Task], list[Entry]]:
    """The entries to look up, and those that lack nothing. Raises as `finding.find` for a key that means no entry."""
    now = session.store
    chosen = {id(finding.find(now.sources, key)[1]) for key in keys}
    twice = {key for key, count in Counter(each.key.casefold() for each in now.entries).items() if count > 1}
    if twice and not keys:
        named = ", ".join(sorted(twice)[:5])
        terminal.say(f"left out, for a key that several entries have: {named}; pubman check says where")
    tasks: list[Task] = []
    idle: list[Entry] = []
    for each in now.entries:
        if (id(each.block) not in chosen) if keys else (each.parent or each.key.casefold() in twice or not each.key):
            continue
        work = read.work(each)
        known = lacking.identifier(each, work)
        if (known or keys or lacking.searchable(work)) and lacking.may_change(each, work, issn=wish.issn):
            tasks.append(_enriching.Task(each, work, known))
        else:
            idle.append(each)
    return tasks, idle


def _settle(
    session: Session, wish: Wish, group: Sequence[Outcome], report: _enrich_report.Report, fetched: Fetched
) -> None:
    """Write what was found for a group of entries, and say what became of each."""
    matched = [outcome for outcome in group if outcome.status == "matched"]
    plans = dict(zip([id(outcome) for outcome in matched], _write(session, wish, matched, fetched), strict=True))
    for outcome in group:
        report.say(outcome, plans.get(id(outcome), Plan()))
    sys.stdout.flush()


def _write(session: Session, wish: Wish, matched: Sequence[Outcome], fetched: Fetched) -> list[Plan]:
    """The plans for these entries, written unless they must not be."""
    if not matched:
        return []

    def change(now: Store) -> tuple[list[tuple[Entry | None, Plan]], list[Change]]:
        entries = {each.key: each for each in now.entries}
        comments = {source.file: pins.in_comments(source) for source in now.sources}
        planned: list[tuple[Entry | None, Plan]] = []
        edits: dict[str, list[edit.Edit]] = {}
        for outcome in matched:
            there = entries.get(outcome.task.entry.key)
            if there is None or not outcome.found:
                planned.append((None, Plan()))
                continue
            work = read.work(there)
            own = pins.of(there, comments[there.file], getattr(session.config, "pin", {}), fetched.values(there))
            made = _plan(session, wish, there, work, outcome, own, now)
            planned.append((there, made))
            if made.changes or made.type:
                edits.setdefault(there.file, []).append(edit.Edit(there.block, made.values, made.type))
        macros = entry.macros(now.sources) if edits else {}
        sources = [source for source in now.sources if source.file in edits]
        return planned, [store.Change(each, edit.set_each(each, edits[each.file], macros)) for each in sources]

    planned, changes = store.change(session.store, change, dry_run=wish.dry_run)
    _changes.show(session, changes, diff=wish.diff)
    if changes and not wish.dry_run:
        session.__dict__.pop("store", None)  # what was read is no longer what is there
        written = zip(planned, matched, strict=True)
        fetched.note([(there, made, out.found.service) for (there, made), out in written if there and out.found])
    return [made for _, made in planned]


def _plan(session: Session, wish: Wish, there: Entry, work: Work, outcome: Outcome, own: Pins, now: Store) -> Plan:
    """What an entry gets: its record's values, or those of the published version of a preprint."""
    found, published = outcome.found, outcome.published
    assert found  # noqa: S101
    if published:
        other = _other(now, there, published)
        if not other:
            return upgrading.upgrade(there, work, published, _how(session, wish, published.work), own)
        return Plan(notes=(f"published as {published.work.DOI}, which is there as '{other}'",))
    made = plan(there, work, found, _how(session, wish, found.work), own)
    dois = upgrading.published_dois(found) if upgrading.is_preprint(work, found.work) else ()
    if work.type == "article" and upgrading.is_published(found.work):
        dois = (found.work.DOI,)
    if not dois:
        return made
    if wish.upgrade:
        return made._replace(notes=(f"published as {dois[0]}, of which no record of this work was found",))
    return made._replace(notes=(f"published as {dois[0]}: pubman enrich --upgrade {there.key}",))


def _other(now: Store, there: Entry, published: Found) -> str:
    """The key of another entry of the published work, or nothing."""
    doi = wanted.of_doi(published.work.DOI)
    others = [each for each in now.entries if each is not there]
    found = wanted.there(others, [doi]).find(doi.identity) if doi else None
    return found.key if found else ""


def _how(session: Session, wish: Wish, record: Work) -> How:
    """Lists of authors are completed in the owner's own papers: others are cut off on purpose."""
    me = session.config.defaults.get("me", ())
    own = bool(me) and bool(owner.found(record.author.people, me))
    return How(wish.update, wish.issn, own, session.config.ascii)
