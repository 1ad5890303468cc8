"""Entries in, references out: what every case file of this folder shows, and what holds of any reference."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from casefile import Case, cases

from pubman.bibtex import entry, read, scan
from pubman.options import Options
from pubman.styles import ieee
from pubman.text import EMPH, STRONG, Text, plain

SETTINGS = re.compile(r"% ([a-z_]+) = (.+)")


def marked(runs: Text) -> str:
    """Italics between asterisks, bold between underscores."""
    shown, on = "", 0
    for run in (*runs, None):
        now = run.marks & (EMPH | STRONG) if run else 0
        for bit, sign in ((EMPH, "*"), (STRONG, "_")):
            if (now ^ on) & bit:
                shown += sign
        on = now
        shown += run.string if run else ""
    return shown


def options(remarks: str) -> Options:
    """The options a case sets in remarks before its entry (`% me = A. One; Ann One`); it shows the reference alone."""
    values: dict[str, object] = {"format": "text"}
    for name, value in SETTINGS.findall(remarks):
        values[name] = tuple(value.split("; ")) if name in ("me", "words") else int(value) if value.isdigit() else value
    return Options(**values)  # type: ignore[arg-type]


def references(bibtex: str) -> list[str]:
    entries, problems = entry.resolve([scan.scan(bibtex, "case.bib")])
    assert not problems
    wanted = options(bibtex)
    return [marked(ieee.reference(read.work(each), wanted)) for each in entries if not each.parent]


@cases(Path(__file__).parent)
def test_reference(case: Case) -> None:
    bibtex, expected = case.parts
    assert references(bibtex) == expected.split("\n")
    assert references(bibtex) == expected.split("\n")


LINKED = """@article{a, author = {Doe, Jane}, title = {T}, journal = {Nature}, year = 2020, doi = {10.1000/a_b(c)<d>}}
@misc{b, author = {Doe, Jane}, title = {T}, year = 2020, eprint = {2001.05852}, archiveprefix = {arXiv}}
@online{c, title = {T}, year = 2020, url = {https://example.org/a_b?c=1}}
@online{d, title = {T}, year = 2020, url = {javascript://example.org/a}}
@online{e, title = {T}, year = 2020, url = {ftp://example.org/a}}"""


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        (
            "all",
            [
                {"10.1000/a_b(c)<d>": "https://doi.org/10.1000/a_b%28c%29%3Cd%3E"},
                {"arXiv:2001.05852": "https://arxiv.org/abs/2001.05852"},
                {"https://example.org/a_b?c=1": "https://example.org/a_b?c=1"},
                {},
                {},
            ],
        ),
        ("none", [{}, {}, {}, {}, {}]),
    ],
)
def test_links(links: str, expected: list[dict[str, str]]) -> None:
    entries, _ = entry.resolve([scan.scan(LINKED, "case.bib")])
    for each, wanted in zip(entries, expected, strict=True):
        runs = ieee.reference(read.work(each), Options(links=links))
        assert {run.string: run.link for run in runs if run.link} == wanted


def test_links_change_no_character() -> None:
    entries, _ = entry.resolve([scan.scan(LINKED, "case.bib")])
    for each in entries:
        work = read.work(each)
        assert plain(ieee.reference(work, Options(links="none"))) == plain(ieee.reference(work, Options()))


def test_every_type_has_a_form() -> None:
    from pubman.bibtex.read.item_type import MAY_BE, TYPES

    reachable = set(TYPES.values()) | {type_ for types in MAY_BE.values() for type_ in types} | {"document"}
    assert reachable <= set(ieee.FORMS)
