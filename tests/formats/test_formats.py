"""Every format by its cases; what is common to all of them by properties."""

from __future__ import annotations

import json
import string
from pathlib import Path

import pytest
from casefile import Case, cases
from formats import notation
from hypothesis import given
from hypothesis import strategies as st

from pubman import registry
from pubman.formats import _links
from pubman.formats._inline import runs
from pubman.options import Options
from pubman.references import Group, Reference
from pubman.text import EMPH, PROTECTED, STRONG, SUB, SUP, Run, plain

HERE = Path(__file__).parent
FORMATS = ["html", "json", "markdown", "text"]


@cases(HERE, "[hjmt]*.cases")
def test_listing(case: Case) -> None:
    name = case.place.split(".")[0]
    groups, options = notation.listing(case.parts[0])
    written = registry.load("formats", name).listing(groups, options)
    assert written == notation.characters(case.parts[1])
    assert written == written.strip("\n")
    assert registry.load("formats", name).listing(groups, options) == written


@cases(HERE, "links.cases")
def test_href(case: Case) -> None:
    for url in case.parts[0].split("\n"):
        href = _links.href(notation.characters(url))
        assert href == ("" if case.parts[1] == "no link" else case.parts[1]), url
        assert not href or _links.href(href.replace("&amp;", "&")) == href


def test_every_format_is_here() -> None:
    assert set(FORMATS) <= set(registry.names("formats"))


@pytest.mark.parametrize("name", FORMATS)
def test_no_reference_is_an_empty_list(name: str) -> None:
    assert registry.load("formats", name).listing([], Options()) == ("[]" if name == "json" else "")
    assert registry.load("formats", name).listing([Group("", ())], Options()) == ("[]" if name == "json" else "")


def test_json_rows_agree_with_the_other_formats() -> None:
    groups, options = notation.listing("A. One, ‹em Nature›, 5*3.\nB. Two, ‹link:https://example.org/ x|y›.")
    rows = json.loads(registry.load("formats", "json").listing(groups, options))
    assert [(row["key"], row["number"], row["type"]) for row in rows] == [("k1", 1, "article"), ("k2", 2, "article")]
    for name, around in (("markdown", r"\[{}\] {}"), ("html", "<p>[{}] {}</p>"), ("text", "[{}] {}")):
        written = registry.load("formats", name).listing(groups, options).split("\n")
        assert [line for line in written if line] == [around.format(row["number"], row[name]) for row in rows]


MARKS = [0, 0, EMPH, STRONG, SUP, SUB, PROTECTED, EMPH | STRONG, EMPH | SUB]
LINKS = ["", "", "", "https://example.org/a_(b)", "javascript:alert(1)"]
ANY = st.characters() | st.sampled_from(string.punctuation + " \n\u202e\u200b\u200d\x1b\ud800")
TEXTS = st.lists(st.builds(Run, st.text(ANY, max_size=8), st.sampled_from(MARKS), st.sampled_from(LINKS)), max_size=6)


@given(TEXTS.map(tuple))
def test_what_is_written_is_clean(text: tuple[Run, ...]) -> None:
    shown = runs(text)
    assert all(run.string for run in shown)
    seen = plain(tuple(shown))
    assert plain(tuple(runs(tuple(shown)))) == plain(tuple(runs(text, links=False))) == seen
    assert "  " not in seen
    reference = Reference("k\ud800\x9b", 1, "[1]", "misc", text)
    for name in FORMATS:
        written = registry.load("formats", name).listing([Group("", (reference,))], Options())
        written.encode()
        assert written.count("\n") == (9 if name == "json" else 0)
        assert not set(written.replace("\n", "")) & {
            *map(chr, range(32)),
            *map(chr, range(127, 160)),
            "\u202e",
            "\u200b",
        }


@given(TEXTS.map(tuple))
def test_nothing_active_stands_bare(text: tuple[Run, ...]) -> None:
    written = registry.load("formats", "html").inline(runs(text))
    for tag in ("em", "strong", "sup", "sub"):
        written = written.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    written = written.replace('<a href="https://example.org/a_%28b%29">', "").replace("</a>", "")
    assert not set(written) & set("\"'<>{}[]|*_`~$%^\\@!")
    assert not {"--", "..", "+-", "://", "www.", "++", "=="} & {
        written[at : at + size] for at in range(len(written)) for size in (2, 3, 4)
    }


@pytest.mark.parametrize("size", [20_000])
def test_long_texts_are_written(size: int) -> None:
    text = tuple(Run(f"{n} ", EMPH * (n % 2), "https://example.org/" * (n % 3 == 0)) for n in range(size))
    for name in ("markdown", "html", "text"):
        written = registry.load("formats", name).listing(
            [Group("", (Reference("k", 1, "[1]", "misc", text),))], Options()
        )
        assert str(size - 1) in written
