"""What `enrich` says of each entry: a line and what changed, or one JSON object."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from pubman import text
from pubman.commands import _choosing, _row
from pubman.commands._choosing import SHOWN, named, short
from pubman.edge import terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.bibtex.entry import Entry
    from pubman.commands._enriching import Outcome
    from pubman.commands._session import Session
    from pubman.commands._wish import Wish
    from pubman.enrich import Change, Plan
    from pubman.match import Evidence
    from pubman.queries import Found


class Report:
    """What was said so far; `counts` by status."""

    def __init__(self, session: Session, wish: Wish, *, named: bool) -> None:
        self.session, self.wish = session, wish
        self.all = named or wish.why or session.look.verbose
        self.counts: Counter[str] = Counter()

    def idle(self, entry: Entry) -> None:
        """An entry that lacks nothing."""
        self.counts["unchanged"] += 1
        if self.wish.as_json:
            _row.put("unchanged", key=entry.key, differs={}, file=_place(entry))
        elif self.all:
            self._line(f"{entry.key}: lacks nothing that can be looked up")

    def asks(self, outcome: Outcome) -> bool:
        """Whether the user is to choose: several could be it, and there is a terminal on every side."""
        return (
            outcome.status == "ambiguous" and bool(outcome.judged) and not self.wish.as_json and _choosing.is_terminal()
        )

    def asked(self, outcome: Outcome) -> Outcome:
        """The outcome, with the candidate that the user chose if there was a question."""
        if not self.asks(outcome):
            return outcome
        question = f"{outcome.task.entry.key}: {outcome.message}: {text.plain(outcome.task.work.title)}"
        found = _choosing.choose(question, outcome.judged)
        return outcome._replace(status="matched", found=found) if found else outcome

    def say(self, outcome: Outcome, plan: Plan) -> None:
        """What became of an entry."""
        status = plan.status if outcome.status == "matched" else outcome.status
        self.counts[status] += 1
        if self.wish.as_json:
            self._json(outcome, plan, status)
        elif outcome.status == "matched":
            self._matched(outcome, plan, status)
        else:
            self._unmatched(outcome)

    def end(self) -> None:
        """One note that counts what was said."""
        if not self.wish.as_json:
            counted = [f"{count} {status}" for status, count in sorted(self.counts.items())]
            would = " (not written: --dry-run)" if self.wish.dry_run and self.counts["filled"] else ""
            terminal.say((", ".join(counted) or "no entries") + would, self.session.look)

    def _matched(self, outcome: Outcome, plan: Plan, status: str) -> None:
        key, found = outcome.task.entry.key, outcome.found
        doi = found.work.DOI if found else ""
        if status != "unchanged" or plan.pinned or plan.notes or self.all:
            self._line(f"{key}: {_summary(plan) or 'nothing new'} ({doi})")
        for change in plan.changes:
            if change.old:
                self._line(f"    {change.field}: {short(change.old)} -> {short(change.new) or 'removed'}")
        for change in plan.differs:
            self._line(f"    {change.field} differs: here {short(change.old)}, there {short(change.new)}")
        if plan.pinned:
            self._line(f"    pinned: {', '.join(plan.pinned)}")
        for note in plan.notes:
            self._line(f"    {note}")
        if self.wish.why:
            for each, evidence in outcome.judged:
                if found and each.work.DOI == found.work.DOI:
                    self._evidence(evidence)

    def _unmatched(self, outcome: Outcome) -> None:
        key = outcome.task.entry.key
        if outcome.status in ("not-checked", "error"):
            terminal.say(f"error: {key}: {outcome.message}")
        else:
            self._line(f"{key}: {outcome.status}: {outcome.message}")
        if outcome.hint and not self.session.look.quiet:
            terminal.say(f"hint: {outcome.hint}")
        if outcome.status == "ambiguous" or self.wish.why:
            for found, evidence in outcome.judged[:SHOWN]:
                self._line(f"    {named(found)}")
                self._evidence(evidence)

    def _evidence(self, evidence: Evidence) -> None:
        for line in evidence.lines():
            self._line(f"        {line}")

    def _json(self, outcome: Outcome, plan: Plan, status: str) -> None:
        found = outcome.found
        evidence = next((each for one, each in outcome.judged if found and one.work.DOI == found.work.DOI), None)
        changes = plan.differs if status == "differs" else plan.changes
        _row.put(
            status,
            outcome.message or "; ".join(plan.notes),
            key=outcome.task.entry.key,
            file=_place(outcome.task.entry),
            doi=found.work.DOI if found else outcome.task.work.DOI,
            evidence=evidence.as_json() if evidence else {},
            changes=_changes(changes),
            differs=_changes(plan.differs),
            candidates=[] if outcome.status == "matched" else [_candidate(*each) for each in outcome.judged[:SHOWN]],
        )

    def _line(self, line: str) -> None:
        terminal.put(terminal.safe(line) + "\n")


def _changes(changes: Sequence[Change]) -> dict[str, dict[str, str]]:
    return {change.field: {"old": change.old, "new": change.new} for change in changes}


def _candidate(found: Found, evidence: Evidence) -> dict[str, Any]:
    return {"doi": found.work.DOI, "title": text.plain(found.work.title), "evidence": evidence.as_json()}


def _summary(plan: Plan) -> str:
    """`filled doi, volume; replaced pages; removed note`."""
    words = {
        "filled": [each.field for each in plan.changes if not each.old],
        "replaced": [each.field for each in plan.changes if each.old and each.new],
        "removed": [each.field for each in plan.changes if not each.new],
    }
    said = [f"{word} {', '.join(fields)}" for word, fields in words.items() if fields]
    return "; ".join(said) or ("differs" if plan.differs else "")


def _place(entry: Entry) -> str:
    return f"{entry.file}:{entry.line}"
