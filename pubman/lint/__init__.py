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

from typing import TYPE_CHECKING

from pubman import registry
from pubman.lint.pinned import strange
from pubman.lint.switches import Off

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pubman.bibtex.scan.source import Source
    from pubman.errors import Problem
    from pubman.rules import Bibliography, Finding


def findings(sources: Sequence[Source], bib: Bibliography, off: Collection[str] = ()) -> Iterator[tuple[str, Finding]]:
    """What the rules find in entries of these sources, with the rule's name, without what is off."""
    return _findings(bib, Off(sources, off))


def check(
    sources: Sequence[Source], bib: Bibliography, problems: Sequence[Problem] = (), off: Collection[str] = ()
) -> list[Problem]:
    """The problems of reading the sources and what the rules find, in the order of the files, without what is off.

    `off` are the names of the configuration. A comment in a source that names no rule, or pins a field that there is
    not, is a finding of its own.
    """
    switches = Off(sources, off)
    told = [problem for problem in problems if problem.severity == "error" or not _is_off(problem, switches)]
    told += [placed(name, finding) for name, finding in _findings(bib, switches)]
    told += switches.unknown()
    for source in sources:
        told += strange(source)
    return in_order(sources, told)


def warnings(sources: Sequence[Source], problems: Sequence[Problem], off: Collection[str] = ()) -> list[Problem]:
    """The warnings of reading the sources that are not switched off; no rule is asked."""
    found = [problem for problem in problems if problem.severity == "warning"]
    switches = Off(sources if found else (), off)
    return [problem for problem in found if not _is_off(problem, switches)]


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


def in_order(sources: Sequence[Source], problems: Sequence[Problem]) -> list[Problem]:
    """The problems in the order of the files and of their places in them."""
    order = {source.file: index for index, source in enumerate(sources)}
    return sorted(problems, key=lambda problem: (order.get(problem.file, -1), problem.line, problem.column))


def _findings(bib: Bibliography, switches: Off) -> Iterator[tuple[str, Finding]]:
    for name in registry.names("rules"):
        if not switches.everywhere(name):
            for finding in registry.load("rules", name).check(bib):
                if not switches.at(name, finding.entry.file, finding.entry.line):
                    yield name, finding


def _is_off(problem: Problem, switches: Off) -> bool:
    return switches.at(problem.rule, problem.file, problem.line)
