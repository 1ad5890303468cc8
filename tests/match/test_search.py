"""`pubman search` and `pubman add search` as a user meets them, over a Crossref on a loopback port with one paper."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import loopback
import pytest

from pubman import cli
from pubman.commands import _choosing

PAPER = {
    "DOI": "10.5555/clocks",
    "type": "journal-article",
    "title": ["Estimating the drift of cheap quartz clocks in sensor networks"],
    "author": [{"family": "Lindqvist", "given": "Nora"}, {"family": "Herrera", "given": "Tomás"}],
    "container-title": ["Journal of Applied Timekeeping"],
    "volume": "17",
    "page": "211-226",
    "issued": {"date-parts": [[2014, 5]]},
    "language": "en",
}
WHOLE = "N. Lindqvist and T. Herrera, “Estimating the drift of cheap quartz clocks in sensor networks,” 2014"
TITLE = "Estimating the drift of cheap quartz clocks in sensor networks"


class Crossref(loopback.Service):
    papers: list[dict[str, object]] = []  # noqa: RUF012
    broken = False
    asked: list[str] = []  # noqa: RUF012

    def answer(self) -> loopback.Answer:
        url = urlsplit(self.path)
        words = parse_qs(url.query).get("query.bibliographic", [""])[0]
        self.asked.append(words or unquote(url.path))
        items = [{name: value for name, value in each.items() if name != "language"} for each in self.papers]
        one = next((each for each in self.papers if url.path.endswith(str(each["DOI"]).replace("/", "%2F"))), None)
        message = {"items": items} if words else one
        if self.broken:
            return loopback.said("no", 403)
        return loopback.said({"status": "ok", "message": message} if message else None)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with loopback.serving(Crossref) as address:
        yield address


@pytest.fixture
def store(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty store beside a Crossref that has the paper."""
    monkeypatch.setattr(Crossref, "papers", [PAPER])
    monkeypatch.setattr(Crossref, "broken", False)
    monkeypatch.setattr(Crossref, "asked", [])
    work = loopback.workplace({"crossref": address}, tmp_path, monkeypatch)
    (work / "p.bib").touch()
    (work / "pubman.toml").write_text('bib = ["p.bib"]\n')
    return work / "p.bib"


def test_search_shows_the_evidence(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["search", WHOLE]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == "10.5555/clocks"
    assert "    title     1.00  in the text" in out.splitlines()
    assert err == "10.5555/clocks is the work\n"
    assert store.read_text() == ""


def test_search_by_a_title_alone_is_not_certain(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["search", *TITLE.split()]) == 1
    out, err = capsys.readouterr()
    assert "    but       the text does not name the first author" in out.splitlines()
    assert err == "none of these certainly is the work\n"


def test_search_as_json(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["search", "--json", WHOLE]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["doi"], found["certain"], found["csl"]["type"]) == ("10.5555/clocks", True, "article-journal")
    assert found["evidence"]["title"] == 1
    assert found["evidence"]["vetoes"] == []


def test_search_finds_nothing(store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(Crossref, "papers", [])
    assert cli.run(["search", WHOLE]) == 1
    assert capsys.readouterr().err == "Crossref has nothing like it\n"


def test_a_search_needs_words(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["search", "--", " … "]) == 2
    assert "nothing to search for" in capsys.readouterr().err
    assert Crossref.asked == []


def test_search_that_could_not_be_made(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Crossref, "broken", True)
    assert cli.run(["search", WHOLE]) == 5
    assert cli.run(["add", "search", "--json", WHOLE]) == 5
    assert json.loads(capsys.readouterr().out)["status"] == "not-checked"
    assert store.read_text() == ""


def test_add_search_adds_the_whole_record_once(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["add", "search", WHOLE]) == 0
    once = store.read_text()
    assert "doi = {10.5555/clocks}" in once
    assert "language = {en}" in once  # which a search does not bring
    asked = len(Crossref.asked)
    assert cli.run(["add", "search", WHOLE]) == 1
    assert "is there already as 'lindqvist2014estimating'" in capsys.readouterr().err
    assert store.read_text() == once
    assert len(Crossref.asked) == asked


def test_add_search_adds_nothing_uncertain(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["add", "search", TITLE]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("10.5555/clocks\n")
    assert "hint: if one of them is: pubman add doi 10.5555/clocks" in err
    assert cli.run(["add", "search", "--json", TITLE]) == 1
    row = json.loads(capsys.readouterr().out)
    assert (row["status"], [each["doi"] for each in row["candidates"]]) == ("ambiguous", ["10.5555/clocks"])
    assert store.read_text() == ""


def test_add_search_has_two_of_the_same(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Crossref, "papers", [PAPER, PAPER | {"DOI": "10.5555/again"}])
    assert cli.run(["add", "search", WHOLE]) == 1
    assert store.read_text() == ""


CHOICES = [("1\n", 0, "10.5555/again"), ("2\n", 0, "10.5555/clocks"), ("7\n1\n", 0, "10.5555/again"), ("\n", 1, "")]


@pytest.mark.parametrize(("typed", "status", "doi"), CHOICES)
def test_add_search_lets_the_user_choose(
    store: Path, monkeypatch: pytest.MonkeyPatch, typed: str, status: int, doi: str
) -> None:
    monkeypatch.setattr(Crossref, "papers", [PAPER | {"DOI": "10.5555/again"}, PAPER])
    monkeypatch.setattr(_choosing, "is_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert cli.run(["add", "search", WHOLE]) == status
    assert re.findall("10.5555/[a-z]+", store.read_text()) == [doi] * bool(doi)


@pytest.mark.parametrize("option", ["--yes", "--json"])
def test_add_search_asks_nothing_where_it_must_not(store: Path, monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    monkeypatch.setattr(Crossref, "papers", [PAPER | {"DOI": "10.5555/again"}, PAPER])
    monkeypatch.setattr(_choosing, "is_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    assert cli.run(["add", "search", option, WHOLE]) == 1
    assert store.read_text() == ""


def test_add_search_under_a_key_and_not_written(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["add", "search", "-n", "--key", "clocks", WHOLE]) == 0
    assert capsys.readouterr().out.startswith("clocks\t")
    assert store.read_text() == ""
