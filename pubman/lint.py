"""The lint rules applied to a store, pure: entries and a day in, findings out.

What is switched off is not told. In the configuration `disable = ["rule", ...]` counts everywhere; in a .bib, in a
comment between entries,

    % pubman: disable=malformed-pages, early-access
    @article{...

counts for the next entry, and `% pubman: disable-file=unprotected-capitals` for the whole file, wherever it stands.
Names are those of the rules, of the warnings about the syntax and of what the net is asked about; `all` is every one of
them. Errors stay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pubman import registry

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from pubman.bibtex.entry import Entry
    from pubman.bibtex.scan.source import Source
    from pubman.errors import Problem
    from pubman.rules import Bibliography, Finding

OF_READING = (
    "commented-entry",
    "control-character",
    "crossref-cycle",
    "duplicate-field",
    "encoding",
    "missing-at",
    "missing-key",
    "missing-parent",
    "remark",
    "repeated-comma",
    "stray-at",
    "stray-brace",
    "stray-field",
    "undefined-macro",
)
"""The warnings that reading the files gives."""

OF_THE_NET = {
    "corrected": "A work of which a correction was published.",
    "dead-link": "An address that leads nowhere.",
    "doi-alias": "A DOI that is another name of the one the record has.",
    "doi-not-found": "A DOI, or an arXiv identifier, that does not exist.",
    "doi-of-another-work": "A DOI whose record has another title and other authors.",
    "in-print": "A paper that waits for print in the store, and is printed.",
    "is-notice": "A record that is a notice about another work.",
    "published": "A preprint that was published.",
    "retracted": "A work that was retracted.",
}
"""What `pubman.audit` finds, and is asked for by `audit` and `check --online`."""

ALL = "all"
_COMMENT = re.compile(r"pubman:[ \t]*(disable(?:-file)?)\b[ \t]*=?[ \t]*([^\r\n}]*)")


STALE = "stale-page"
SUGGESTED = 20
"""For as many wrong names of a file a near one is looked up."""


def names() -> list[str]:
    """What can be switched off by name."""
    return sorted([*registry.names("rules"), *OF_READING, *OF_THE_NET, STALE])


def unknown(off: Collection[str]) -> str:
    """What is wrong with names that are switched off: the first that no rule has, or nothing."""
    known = [*names(), ALL]
    wrong = next((name for name in off if name not in known), None)
    return "" if wrong is None else _unknown(wrong, known)


def findings(sources: Sequence[Source], bib: Bibliography, off: Collection[str] = ()) -> Iterator[tuple[str, Finding]]:
    """What the rules find in entries of these sources, with the rule's name, without what is off."""
    switches = {source.file: read_switches(source) for source in sources}
    return _findings(bib, switches, off)


def _findings(
    bib: Bibliography, switches: Mapping[str, Switches], off: Collection[str]
) -> Iterator[tuple[str, Finding]]:
    for name in registry.names("rules"):
        if name not in off and ALL not in off:
            for finding in registry.load("rules", name).check(bib):
                here = switches.get(finding.entry.file)
                if here is None or not here.holds(name, finding.entry.line):
                    yield name, finding


def check(
    sources: Sequence[Source], bib: Bibliography, problems: Sequence[Problem] = (), off: Collection[str] = ()
) -> list[Problem]:
    """The problems of reading the sources and what the rules find, in the order of the files, without what is off.

    `off` are the names of the configuration. A comment in a source that names no rule is a finding of its own.
    """
    switches = {source.file: read_switches(source) for source in sources}
    order = {source.file: index for index, source in enumerate(sources)}
    told = [problem for problem in problems if problem.severity == "error" or not _is_off(problem, switches, off)]
    told += [placed(name, finding) for name, finding in _findings(bib, switches, off)]
    for each in switches.values():
        told += each.unknown
    return sorted(told, key=lambda problem: (order.get(problem.file, -1), problem.line, problem.column))


def switches(sources: Sequence[Source], off: Collection[str] = ()) -> Callable[[str, Entry], bool]:
    """Whether a name is switched off at an entry of these sources, by their comments or in the configuration."""
    of_files = {source.file: read_switches(source) for source in sources}

    def is_off(name: str, entry: Entry) -> bool:
        return name in off or ALL in off or of_files[entry.file].holds(name, entry.line)

    return is_off


def warnings(sources: Sequence[Source], problems: Sequence[Problem], off: Collection[str] = ()) -> list[Problem]:
    """The warnings of reading the sources that are not switched off; no rule is asked."""
    found = [problem for problem in problems if problem.severity == "warning"]
    if not found:
        return []
    switches = {source.file: read_switches(source) for source in sources}
    return [problem for problem in found if not _is_off(problem, switches, off)]


def placed(rule: str, finding: Finding) -> Problem:
    """A finding at its field, or at the start of its entry."""
    entry = finding.entry
    text = entry.source.text
    offset = entry.block.start
    for field in entry.block.fields:
        if finding.field and text[field.name_start : field.name_end].lower() == finding.field:
            offset = field.name_start
            break
    return entry.source.problem(offset, rule, "warning", f"entry '{entry.key}': {finding.message}")


class Switches(NamedTuple):
    """What the comments of one file switch off: for all of it, and for entries by the lines they start and end in."""

    whole: frozenset[str] = frozenset()
    entries: tuple[tuple[int, int, frozenset[str]], ...] = ()
    unknown: tuple[Problem, ...] = ()

    def holds(self, rule: str, line: int) -> bool:
        """Whether a rule is off at a line."""
        if rule in self.whole or ALL in self.whole:
            return True
        at = bisect_right(self.entries, line, key=lambda entry: entry[0]) - 1
        while at >= 0 and self.entries[at][1] >= line:  # a comment ends its line, so of these there are two at most
            if rule in self.entries[at][2] or ALL in self.entries[at][2]:
                return True
            at -= 1
        return False


def read_switches(source: Source) -> Switches:
    """The switches of a file's comments between entries."""
    if "pubman:" not in source.text:
        return Switches()
    known = {*names(), ALL}
    whole: set[str] = set()
    pending: set[str] = set()
    entries: list[tuple[int, int, frozenset[str]]] = []
    unknown: list[Problem] = []
    for block in source.blocks:
        if block.kind == "comment":
            for found in _COMMENT.finditer(source.text, block.start, block.end):
                rules = set(found[2].replace(",", " ").split())
                wrong = sorted(rules - known) or [""] * (not rules)
                said = [_unknown(name, known if len(unknown) < SUGGESTED else ()) for name in wrong]
                unknown += [source.problem(found.start(), "unknown-rule", "warning", message) for message in said]
                (whole if found[1] == "disable-file" else pending).update(rules & known)
        elif block.kind in ("entry", "error") and pending:
            entries.append((source.line(block.start), source.line(block.end - 1), frozenset(pending)))
            pending = set()
    return Switches(frozenset(whole), tuple(entries), tuple(unknown))


def _unknown(name: str, known: Collection[str]) -> str:
    from pubman.options import did_you_mean

    if not name:
        return "this comment names no rule to switch off"
    return f'there is no rule "{name}" to switch off{did_you_mean(name, sorted(known))}'


def _is_off(problem: Problem, switches: Mapping[str, Switches], off: Collection[str]) -> bool:
    if problem.rule in off or ALL in off:
        return True
    here = switches.get(problem.file)
    return here is not None and here.holds(problem.rule, problem.line)


def described() -> Iterator[tuple[str, str]]:
    """Every name that can be switched off, and what it is for."""
    for name in names():
        if name in OF_READING:
            yield name, "a warning about the syntax"
        elif name == STALE:
            yield name, "A page that is not what the .bib files give."
        elif name in OF_THE_NET:
            yield name, f"{OF_THE_NET[name]} (audit, check --online)"
        else:
            yield name, (registry.load("rules", name).__doc__ or "").strip().partition("\n")[0]
