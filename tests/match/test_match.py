"""Whether a record is taken for the work an entry means.

Every case changes a pair that belongs together, the entry and the record below, and says what is made of it:

    entry FIELD = VALUE     a field of the entry, in BibTeX (nothing behind `=` takes it out); `entry @TYPE` its type
    record FIELD = VALUE    a field of the record, under Crossref's names; people as `Family, Given; Family, Given`
    also FIELD = VALUE      there is a second record like the first, but for this

The output is the verdict, with the DOI of a match, and lines of the evidence for the likeliest candidate (others it
may have besides). Whatever order the candidates come in, the verdict is the same.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import casefile
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pubman import match
from pubman.bibtex import entry, read
from pubman.bibtex.scan import scan
from pubman.match import slips, titles
from pubman.queries import Found
from pubman.sources import crossref
from pubman.text import plain, text
from pubman.work import Date, Day, Name, Names, Work

ENTRY = {
    "author": "Nora Lindqvist and Tom{\\'a}s Herrera and Wei-Lun Chang",
    "title": "Estimating the Drift of Cheap Quartz Clocks in Sensor Networks",
    "journal": "Journal of Applied Timekeeping",
    "year": "2014",
}
RECORD: dict[str, Any] = {
    "DOI": "10.5555/clocks",
    "type": "journal-article",
    "title": "Estimating the drift of cheap quartz clocks in sensor networks",
    "author": "Lindqvist, Nora; Herrera, Tomás; Chang, Wei-Lun",
    "container-title": "Journal of Applied Timekeeping",
    "volume": "17",
    "page": "211-226",
    "issued": "2014",
}
DATES = ("issued", "published-print", "published-online", "created", "deposited")


def work(fields: dict[str, str], type_: str) -> Work:
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    (found,), _ = entry.resolve([scan(f"@{type_}{{key,\n{body}}}\n", "x.bib")])
    return read.work(found)


def records(*given: dict[str, Any]) -> list[Found]:
    items = []
    for fields in given:
        item: dict[str, Any] = {name: value for name, value in fields.items() if value}
        for name in ("title", "subtitle", "container-title", "short-container-title"):
            item[name] = [item[name]] if name in item else []
        people = [name.strip().partition(",") for name in item.get("author", "").split(";") if name.strip()]
        item["author"] = [{"family": family, "given": rest.strip()} for family, _, rest in people]
        for name in DATES:
            if name in item:
                item[name] = {"date-parts": [[int(part) for part in str(item[name]).split("-")]]}
        for name in ("update-to", "updated-by"):
            if name in item:
                kind, doi = item[name].split()
                item[name] = [{"type": kind, "DOI": doi}]
        items.append(item)
    return crossref.parse(json.dumps({"status": "ok", "message": {"items": items}}).encode())


def pair(changes: str) -> tuple[Work, list[Found]]:
    fields, type_, first, second = dict(ENTRY), "article", dict(RECORD), None
    for line in changes.splitlines():
        which, _, change = line.partition(" ")
        name, _, value = (part.strip() for part in change.partition("="))
        if which == "entry" and name.startswith("@"):
            type_ = name[1:]
        elif which == "entry":
            fields[name] = value
        elif which == "record":
            first[name] = value
        elif which == "also":
            second = second or {**first, "DOI": "10.5555/second"}
            second[name] = value
        else:
            raise ValueError(f"a line of a case begins with entry, record or also: {line}")
    return work(fields, type_), records(first, *filter(None, [second]))


def outcome(verdict: match.Verdict) -> list[str]:
    best = f" {verdict.best.work.DOI}" if verdict.best else ""
    return [verdict.status + best, *(" ".join(line.split()) for line in verdict.judged[0][1].lines())]


@casefile.cases(Path(__file__).parent, "must*.cases")
def test_entry(case: casefile.Case) -> None:
    one, candidates = pair(case.parts[0])
    shown = outcome(match.verdict(one, candidates))
    wanted = [" ".join(line.split()) for line in case.parts[1].splitlines()]
    assert shown[0] == wanted[0], f"{case.place}\n" + "\n".join(shown)
    assert set(wanted) <= set(shown), f"{case.place}\n" + "\n".join(shown)
    assert outcome(match.verdict(one, candidates[::-1]))[0] == shown[0], f"{case.place}: in another order"
    scored = [each._replace(score=100.0 - at) for at, each in enumerate(candidates)]
    assert outcome(match.verdict(one, scored)) == shown, f"{case.place}: the service's score counted"


@casefile.cases(Path(__file__).parent, "reference.cases")
def test_reference(case: casefile.Case) -> None:
    changes, reference, wanted = case.parts
    shown = outcome(match.verdict_of(reference, pair(changes)[1]))
    assert shown[0] == wanted.splitlines()[0], f"{case.place}\n" + "\n".join(shown)
    assert {" ".join(line.split()) for line in wanted.splitlines()} <= set(shown), f"{case.place}\n" + "\n".join(shown)


def test_the_lines_are_for_a_reader() -> None:
    one, candidates = pair(
        "entry title = Estimating the Drfit of Cheap Quartz Clocks in Sensor Networks\nentry volume = 17"
    )
    assert match.judge(one, candidates[0]).lines() == [
        'title     0.98  the same but for "drfit" for "drift"',
        "authors   1.00  3 of 3 agree",
        "year      the same",
        "type      can be  article-journal",
        "container 1.00",
        "volume    agrees",
    ]


def test_json_is_the_contract() -> None:
    one, candidates = pair("entry doi = 10.5555/other\nentry year = 2015\nentry pages = 9--12")
    assert match.judge(one, candidates[0]).as_json() == {
        "title": 1.0,
        "authors": 1.0,
        "year": -1,
        "type": True,
        "container": 1.0,
        "numbers": {"page": False},
        "vetoes": ["the entry has another DOI, 10.5555/other"],
        "lacks": ["the page differs"],
    }


def test_nothing_to_judge() -> None:
    assert match.verdict(pair("")[0], []) == match.Verdict("no-match")


WORDS = (
    "adaptive bounds calibration detector entropy filtering gradient harmonic inference junction kernel lattice"
    " manifold network operator polymer quantum receiver spectrum tensor uniform vector waveform xenon yield"
).split()
FAMILIES = ["Lindqvist", "Müller", "O'Brien", "van den Berg", "García Márquez", "Zhao", "Łukasiewicz", "Nguyễn"]
GIVEN = ["Nora", "Jean-Pierre", "J. R.", "Mingxin", "T", "", "Åsa Maria"]

title_words = st.lists(st.sampled_from(WORDS), min_size=5, max_size=12, unique=True)
names = st.tuples(st.sampled_from(FAMILIES), st.sampled_from(GIVEN)).map(lambda parts: Name(*parts))
people = st.lists(names, min_size=1, max_size=6, unique_by=lambda name: name.family).map(
    lambda some: Names(tuple(some))
)


def paper(words: list[str], who: Names, year: int = 2014) -> Work:
    return Work(
        key="k",
        type="article-journal",
        title=text(" ".join(words)),
        author=who,
        container_title=text("Annals of Things"),
        issued=Date(Day(year)),
    )


def found(one: Work, doi: str = "10.5555/a") -> Found:
    import dataclasses

    return Found(dataclasses.replace(one, key="", DOI=doi), kind="journal-article")


@given(title_words, people)
def test_a_work_is_itself(words: list[str], who: Names) -> None:
    one = paper(words, who)
    assert match.verdict(one, [found(one)]).status == "matched"


@given(title_words, people)
def test_two_of_the_same_cannot_be_told_apart(words: list[str], who: Names) -> None:
    one = paper(words, who)
    assert match.verdict(one, [found(one), found(one, "10.5555/b")]).status == "ambiguous"


@given(title_words, people, st.data())
def test_a_word_more_less_or_other_is_another_work(words: list[str], who: Names, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    word = data.draw(st.sampled_from([each for each in WORDS if each not in words] + ["7", "nonlinear"]))
    for other in (
        [*words[:at], word, *words[at:]],
        [*words[:at], *words[at + 1 :]],
        [*words[:at], word, *words[at + 1 :]],
    ):
        assert not match.judge(paper(words, who), found(paper(other, who))).passes
        assert not match.judge(paper(other, who), found(paper(words, who))).passes


@given(title_words, st.integers(1, 9999), st.integers(1, 9999))
def test_a_number_is_never_mistyped(words: list[str], one: int, other: int) -> None:
    who = Names((Name("Zhao", "Mingxin"),))
    ours, theirs = paper([*words, str(one)], who), paper([*words, str(other)], who)
    assert match.judge(ours, found(theirs)).passes == (one == other)


@given(title_words, people, st.integers(-8, 8))
def test_years(words: list[str], who: Names, apart: int) -> None:
    evidence = match.judge(paper(words, who), found(paper(words, who, 2014 + apart)))
    assert evidence.passes == (abs(apart) <= 1)
    assert evidence.year == apart


@given(st.sampled_from([word for word in WORDS if len(word) > 5]), st.data())
def test_slips(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    lost, doubled = word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assume(slips.different().isdisjoint(frozenset((word, slip)) for slip in (lost, doubled, swapped)))
    assert all(slips.same(word, slip) and slips.same(slip, word) for slip in (word, lost, doubled, swapped))
    assert not slips.same(word, word[1] + word[0] + word[2:]) or word[0] == word[1]
    assert not slips.same(word, word[:at] + "7" + word[at:])


anything = st.text(st.characters(codec="utf-8"), max_size=60)
anybody = st.builds(Name, anything, anything, anything, anything, st.sampled_from(["", "", "The Group"]) | anything)
any_work = st.builds(
    Work,
    key=st.just("k"),
    type=st.sampled_from(["article-journal", "article", "book", "document"]),
    title=anything.map(text),
    author=st.builds(Names, st.lists(anybody, max_size=4).map(tuple), st.booleans()),
    container_title=anything.map(text),
    issued=st.builds(Date, st.none() | st.builds(Day, st.integers(1900, 2030)), literal=anything),
    volume=anything,
    page=anything,
    edition=anything,
    DOI=anything,
)


@settings(max_examples=150)
@given(any_work, st.lists(any_work, max_size=3), anything)
def test_anything_can_be_judged(one: Work, others: list[Work], reference: str) -> None:
    candidates = [found(other, f"10.5555/{at}") for at, other in enumerate([*others, one])]
    for verdict in (match.verdict(one, candidates), match.verdict_of(reference, candidates)):
        assert (verdict.best is None) == (verdict.status != "matched")
        assert len(verdict.judged) == len(candidates)
        for _, evidence in verdict.judged:
            assert 0 <= evidence.title <= 1
            assert 0 <= evidence.authors <= 1
            assert evidence.container is None or 0 <= evidence.container <= 1
            assert all(re.fullmatch(r"\S.*", line, re.DOTALL) for line in evidence.lines())


@given(anything, anything)
def test_titles_are_alike_both_ways(one: str, other: str) -> None:
    ours, theirs = titles.compare(one, other), titles.compare(other, one)
    assert (ours.score, ours.how, ours.words) == (theirs.score, theirs.how, theirs.words)


def test_long_things_take_no_time() -> None:
    """Titles of a hundred thousand words and lists of thousands of people are judged, in linear time."""
    crowd = Names(tuple(Name(f"Family{number}", "A") for number in range(4000)))
    one = paper(["word", *map(str, range(20_000)), "end"], crowd)
    reverse = paper(["word", *map(str, range(20_000)), "end"], Names(crowd.people[:1] + crowd.people[:0:-1]))
    assert match.judge(one, found(one)).passes
    assert match.judge(one, found(reverse)).title == 1
    assert plain(one.title)[:4] == "word"
