"""Lint rules: a case file each, named as the rule is; what they are switched off by; what can be fixed."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from casefile import Case, cases, read
from hypothesis import given, settings
from hypothesis import strategies as st

from pubman import lint, registry
from pubman.bibtex import encoding
from pubman.bibtex.entry import resolve
from pubman.bibtex.scan import scan
from pubman.bibtex.scan.source import Source
from pubman.errors import InputError, Problem
from pubman.lint import known
from pubman.mending import mended
from pubman.rules import Bibliography, Finding

HERE = Path(__file__).parent
TODAY = datetime.date(2026, 6, 15)
RULES = registry.names("rules")


def bibliography(*texts: str) -> tuple[list[Source], Bibliography, list[Problem]]:
    sources = [scan(text, f"{name}.bib") for name, text in zip("xyz", texts, strict=False)]
    entries, problems = resolve(sources)
    read = [problem for source in sources for problem in source.problems]
    return sources, Bibliography(entries, TODAY, frozenset(["LoRa"])), [*read, *problems]


def told(problems: list[Problem], *, rule: bool = True) -> str:
    lines = [f"{p.line}:{p.column} {p.message}" + f" [{p.rule}]" * rule for p in problems]
    return "\n".join(lines) or "nothing"


@cases(HERE)
def test_rule(case: Case) -> None:
    text, wanted = case.parts
    rule = case.place.partition(".")[0]
    _, bib, _ = bibliography(text + "\n")
    check = registry.load("rules", rule).check
    first = [lint.placed(rule, finding) for finding in check(bib)]
    assert told(first, rule=False) == wanted
    assert [lint.placed(rule, finding) for finding in check(bib)] == first
    assert all(problem.severity == "warning" for problem in first)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_cases_that_speak_and_cases_that_are_silent(rule: str) -> None:
    found = read(HERE / f"{rule}.cases")
    silent = sum(case.parts[1] == "nothing" for case in found)
    assert 0 < silent < len(found)
    assert len(dict(known.described())[rule]) > 20


def test_no_case_file_without_a_rule() -> None:
    assert sorted(path.stem for path in HERE.glob("*.cases")) == RULES


def off(case_head: str) -> list[str]:
    """The names in a first line `disable = a, b`, as the configuration has them."""
    return case_head.partition("=")[2].replace(",", " ").split()


@cases(HERE / "switches")
def test_switch(case: Case) -> None:
    disabled, text, wanted = case.parts
    sources, bib, problems = bibliography(*(text + "\n").split("--- another file\n"))
    found = lint.check(sources, bib, problems, off(disabled))
    assert told(found) == wanted
    assert lint.check(sources, bib, problems, off(disabled)) == found


def test_an_unknown_name_in_the_configuration() -> None:
    assert known.unknown(["malformed-doi", "all", "undefined-macro", "stale-page"]) == ""
    message = known.unknown(["malformed-doi", "malformed-dio"])
    assert message == 'there is no rule "malformed-dio" to switch off (did you mean "malformed-doi"?)'


def test_every_warning_of_reading_can_be_switched_off() -> None:
    folder = HERE.parent
    rules: set[str] = set()
    for path in [*folder.glob("scan/*.cases"), *folder.glob("entries/*.cases")]:
        for case in read(path):
            _, _, problems = bibliography(case.parts[0])
            rules |= {problem.rule for problem in problems if problem.severity == "warning"}
    assert len(rules) > 5
    assert rules <= set(known.OF_READING)


def fixed(text: str, rule: str = "") -> str:
    (source,), bib, _ = bibliography(text)
    findings = [finding for name, finding in lint.findings([source], bib) if rule in ("", name)]
    return mended(source, findings)[0]


@cases(HERE / "fixes")
def test_fix(case: Case) -> None:
    text, wanted = case.parts
    assert fixed(text) == wanted
    assert fixed(wanted) == wanted


def test_a_fix_changes_nothing_else() -> None:
    text = '\ufeff% Notes: "{\r\n@STRING{x = {A}}\r\n@Article{K1 ,Title={A CNN},\tNOTE = x # "b" }\r\n\r\njunk\r\n'
    assert fixed(text) == text.replace("A CNN", "A {CNN}")
    data = b"@article{k, author = {M\xfcller}, title = {A CNN}}\n"
    assert encoding.encode(fixed(encoding.decode(data))) == data.replace(b"A CNN", b"A {CNN}")


def test_no_fix_where_it_is_not_certain_what_stands_there() -> None:
    macro = '@string{x = {A }}\n@article{b, title = x # {CNN}}\n@string{t = "A CNN"}\n@article{c, title = t}\n'
    twice = "@article{a, title = {A CNN}, title = {A CNN}}\n"
    foreign = encoding.decode(b"@article{k, title = {M\xfcller's CNN}}\n")
    conflict = "<<<<<<< HEAD\n@article{a, title = {A CNN}}\n=======\n>>>>>>> x\n"
    for text in (macro, twice, foreign, conflict):
        (_, bib, _) = bibliography(text)
        assert [*registry.load("rules", "unprotected-capitals").check(bib)]
        assert fixed(text) == text


def test_a_fix_that_would_reach_further_is_refused() -> None:
    (source,), bib, _ = bibliography("@misc{a, title = {T}}\n@misc{b, title = {U}}\n")
    for value in ("}", "T}, note = {x", "{", "T}}\n@misc{c, title = {V"):
        with pytest.raises(InputError, match=r"x\.bib: the fixes would alter more"):
            mended(source, [Finding(bib.entries[0], "title", "", value)])


TEXT = st.text(st.sampled_from("aBé&;<>i/\\$^{}(),.-–0159 \n\x00?%~'\"@#and et al"), max_size=40)
NAMES = st.sampled_from("title author editor doi isbn issn orcid url year month date pages volume note journal".split())


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["article", "misc", "inproceedings"]), st.dictionaries(NAMES, TEXT)), max_size=4)
)
def test_whatever_stands_in_the_fields(entries: list[tuple[str, dict[str, str]]]) -> None:
    """No rule raises, every finding has a place, and what is fixed is not found again."""
    rows = [(type_, "".join(f", {name} = {{{value}}}" for name, value in fields.items())) for type_, fields in entries]
    text = "".join(f"@{type_}{{k{n}{fields}}}\n" for n, (type_, fields) in enumerate(rows))
    sources, bib, problems = bibliography(text)
    found = lint.check(sources, bib, problems)
    assert all(problem.line and problem.column for problem in found)
    after = fixed(text)
    assert fixed(after) == after
