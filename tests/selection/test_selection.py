"""Which works are listed, in what order, under what headings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from casefile import cases, read

from pubman import selection
from pubman.options import SORT_KEYS, OptionError
from pubman.selection.folding import fold
from pubman.text import text
from pubman.work import Date, Day, Name, Names, Work

if TYPE_CHECKING:
    from casefile import Case

HERE = Path(__file__).parent


class Entry(NamedTuple):
    type: str
    key: str
    fields: dict[str, str]
    file: str = "bib/papers.bib"


def names(*people: Name) -> Names:
    return Names(people)


ZHAO = Name("Zhao", "Mingxin")
DOI = {"journaltitle": "Nature", "date": "2020", "doi": "10.1/x"}
STORE = [
    (
        Entry("article", "zhao20", DOI),
        Work(
            key="zhao20",
            type="article-journal",
            title=text("Quantizing Oriented Object Detection via Outliers"),
            author=names(ZHAO, Name("Ning", "Ke")),
            issued=Date(Day(2020)),
            keyword=("Vision", "quantization"),
        ),
    ),
    (
        Entry("article", "peng21", {"journal": "Science", "year": "2021"}),
        Work(
            key="peng21",
            type="article-journal",
            title=text("Éclair pruning"),
            author=names(Name("Berg", "Jan", "van der")),
            issued=Date(Day(2021)),
            keyword=("visual",),
            DOI="10.1/y",
        ),
    ),
    (
        Entry("book", "book19", {"publisher": "Springer", "note": " "}),
        Work(
            key="book19",
            type="book",
            title=text("A book’s title"),
            editor=names(Name("Editor", "Ed")),
            issued=Date(Day(2019)),
        ),
    ),
    (
        Entry("misc", "arxiv19", {"url": "https://arxiv.org"}),
        Work(key="arxiv19", type="article", title=text("TBC-Net"), author=names(ZHAO), issued=Date(Day(2019, 3))),
    ),
    (
        Entry("inproceedings", "talk", {"crossref": "proc"}, "bib/talks.bib"),
        Work(
            key="talk",
            type="paper-conference",
            title=text("On a two–part talk"),
            author=names(Name("Álvarez", "José"), Name("O’Brien", "Ann")),
            issued=Date(Day(2022)),
            keyword=("maths",),
        ),
    ),
    (
        Entry("misc", "soon", {}, "bib/talks.bib"),
        Work(
            key="soon",
            type="document",
            title=text("Next"),
            author=names(Name(literal="Some Group")),
            issued=Date(literal="in press"),
        ),
    ),
    (
        Entry("proceedings", "proc", {}, "bib/talks.bib"),
        Work(key="proc", type="book", editor=names(Name("Editor", "Eve")), issued=Date(Day(1999))),
    ),
]


def keys(items: list[tuple[Entry, Work]]) -> str:
    return " ".join(entry.key for entry, _ in items)


@cases(HERE, "where.cases")
def test_where(case: Case) -> None:
    holds = selection.parse(case.parts[0])
    assert keys([item for item in STORE if holds(*item)]) == case.parts[1]


def test_an_empty_where_holds_of_everything() -> None:
    assert all(selection.parse("")(*item) and selection.parse(" \t ")(*item) for item in STORE)


@cases(HERE, "faults.cases")
def test_where_that_cannot_be_read(case: Case) -> None:
    with pytest.raises(OptionError) as raised:
        selection.parse(case.parts[0])
    assert str(raised.value) == case.parts[1]


@cases(HERE, "query.cases")
def test_query(case: Case) -> None:
    holds = selection.query(case.parts[0])
    assert keys([item for item in STORE if holds(*item)]) == case.parts[1]


def test_a_query_with_an_unknown_key_is_no_word() -> None:
    with pytest.raises(OptionError, match="yaer"):
        selection.query("yaer=2020")


@cases(HERE, "sort.cases")
def test_sort(case: Case) -> None:
    by = case.parts[0].split(",")
    once = selection.sort(STORE, by)
    assert keys(once) == case.parts[1]
    if "-file" not in by:
        assert selection.sort(once, by) == once
    assert keys(STORE).startswith("zhao20 peng21"), "the list given is not touched"


def test_every_sort_key_has_a_case() -> None:
    asked = {key.removeprefix("-") for case in read(HERE / "sort.cases") for key in case.parts[0].split(",")}
    assert asked == set(SORT_KEYS)


def test_an_unknown_sort_key() -> None:
    with pytest.raises(OptionError, match='did you mean "issued"'):
        selection.sort(STORE, ["isued"])


def test_group() -> None:
    def shown(by: str) -> list[tuple[str, str]]:
        return [(heading, keys(members)) for heading, members in selection.group(STORE, by)]

    assert shown("year") == [
        ("2022", "talk"),
        ("2021", "peng21"),
        ("2020", "zhao20"),
        ("2019", "book19 arxiv19"),
        ("1999", "proc"),
        ("Undated", "soon"),
    ]
    assert shown("type") == [
        ("Journal articles", "zhao20 peng21"),
        ("Conference papers", "talk"),
        ("Books", "book19 proc"),
        ("Preprints", "arxiv19"),
        ("Other publications", "soon"),
    ]
    assert shown("none") == [("", keys(STORE))]
    assert selection.group([], "none") == selection.group([], "year") == selection.group([], "type") == []


def test_names_type() -> None:
    assert selection.names_type("year>2000 type=proceedings")
    assert selection.names_type("type~proc")
    assert not selection.names_type('title~"prototype"')
    assert not selection.names_type("type!=book")
    assert not selection.names_type("")


def test_fold() -> None:
    assert fold("  Łukasz   Sørensen-Müller’s “Größe” ") == 'lukasz sorensen-muller\'s "grosse"'
    assert fold("İstanbul") == fold("istanbul")
    assert fold("José") == fold("Jose\u0301") == "jose"
    assert fold("赵明心") == "赵明心"
