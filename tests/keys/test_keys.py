"""Citation keys: readable, ASCII, and one of a kind."""

from __future__ import annotations

from pathlib import Path

import casefile
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubman.bibtex import dates, keys, latex, names
from pubman.options import OptionError
from pubman.text import text
from pubman.work import Name, Names, Work


def work(authors: str, title: str, year: str) -> Work:
    date = dates.read({"year": year})
    return Work(key="", type="article-journal", author=names.split(authors), title=latex.decode(title), issued=date)


ZHAO = work("Zhao, Mingxin", "The Quantizing", "2020")


@casefile.cases(Path(__file__).parent)
def test_keys(case: casefile.Case) -> None:
    assert keys.generate(work(*(part.strip() for part in case.parts[0].split("|")))) == case.parts[1], case.place


def test_thirty_at_once() -> None:
    taken: list[str] = []
    for _ in range(30):
        taken.append(keys.generate(ZHAO, taken))
    assert taken[:3] == ["zhao2020quantizing", "zhao2020quantizinga", "zhao2020quantizingb"]
    assert taken[26:] == [f"zhao2020quantizing{suffix}" for suffix in ("z", "aa", "ab", "ac")]


def test_case_does_not_make_a_key_another() -> None:
    assert keys.unique("Doe2020", ["DOE2020", "doe2020A"]) == "Doe2020b"


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("{Author}{year}", "Zhao2020"),
        ("{author}_{yy}:{Word}", "zhao_20:Quantizing"),
        ("{type}-{Author}.{word}", "article-Zhao.quantizing"),
        ("my/{Type}+{author}", "my/Article+zhao"),
    ],
)
def test_pattern(pattern: str, key: str) -> None:
    assert keys.generate(ZHAO, (), keys.check(pattern)) == key


def test_a_pattern_of_what_is_missing() -> None:
    assert keys.generate(work("", "Quantizing", ""), (), "{author}_{year}") == "quantizing"


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{autor}{year}", 'did you mean "author"'),
        ("key", "needs a placeholder"),
        ("", "needs a placeholder"),
        ("{author} {year}", "is made of"),
        ("{author", "is made of"),
        ("{author},", "is made of"),
    ],
)
def test_no_pattern(pattern: str, message: str) -> None:
    with pytest.raises(OptionError, match=message):
        keys.check(pattern)


@pytest.mark.parametrize("key", ["zhao2020", "doi:10.1/x", "a+b", "Müller", "../x", "A_B-c.d/e"])
def test_is_key(key: str) -> None:
    assert keys.is_key(key)


@pytest.mark.parametrize(
    "key", ["", "a b", "a,b", "a{b", "a}", "a%b", "a#b", 'a"b', "a\\b", "a=b", "@a", "a\x00", "a\u00a0b", "(a"]
)
def test_is_no_key(key: str) -> None:
    assert not keys.is_key(key)


@given(st.text(), st.text(), st.text(), st.sets(st.text()))
def test_any_work_gets_a_key(family: str, title: str, publisher: str, taken: set[str]) -> None:
    made = Work(key="", type="book", author=Names((Name(family),)), title=text(title), publisher=publisher)
    key = keys.generate(made, taken)
    assert key.isascii()
    assert key.isalnum()
    assert keys.is_key(key)
    assert key.casefold() not in {each.casefold() for each in taken}
