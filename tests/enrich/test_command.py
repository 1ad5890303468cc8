"""`pubman enrich` as a user meets it, over services on a loopback port.

The parts of a case: the records there are (see `records.py`; `FAILS crossref 403` stands for a service that cannot be
asked), the files, the commands, the exit status of the last with what it prints (stderr behind `! `), what it asked of
the services, and, where it matters, the files after. In a file, SITE stands for the address of a site that has a page
`there`, one that is `locked`, and nothing else. Every case runs its last command twice: the second run changes
nothing, and asks nothing.
"""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import casefile
import loopback
import pytest
import records
from commands.test_commands import agrees, lay, transcript, tree

from pubman import cli
from pubman.commands import _choosing
from pubman.edge.http import site
from pubman.lint import known


class Handler(loopback.Service):
    known: dict[str, dict[str, str]] = {}  # noqa: RUF012
    failing: set[str] = set()  # noqa: RUF012
    asked: list[str] = []  # noqa: RUF012

    def answer(self) -> loopback.Answer:
        url = urlsplit(self.path)
        _, service, path = url.path.split("/", 2)
        query = dict(parse_qsl(url.query))
        name = unquote(path).lower()
        bare = service == "site" or name.startswith("10.")
        name = name if bare else name.partition("/")[2]
        dois = [each[4:].lower() for each in query.get("filter", "").split(",") if each]
        words = query.get("query.bibliographic", "")
        self.asked.append(f"{service} {' '.join(dois) or (f'search {words}' if words else name)}")
        if service == "site":
            return loopback.Answer({"there": 200, "locked": 403}.get(name, 404), b"")
        if service in self.failing:
            return loopback.said("no", 403)
        return loopback.said(self.record(service, name, dois, words, bare=bare))

    def record(self, service: str, name: str, dois: list[str], words: str, *, bare: bool) -> object:
        works = {doi: values for doi, values in self.known.items() if values["type"] != "arxiv"}
        names = {values["other name"]: values for values in works.values() if "other name" in values}
        if service == "doi" and bare:
            return records.csl(names[name]) if name in names else None
        if service == "doi":
            registrar = (
                {"RA": "Crossref"} if name in {*works, *names} else {"RA": "DataCite"} if name in self.known else None
            )
            return [{"DOI": name} | (registrar or {"status": "DOI does not exist"})]
        if service == "datacite":
            return records.document(self.known[name]) if name in self.known else None
        if dois or words:
            wanted = set(re.findall(r"\w+", words.lower()))
            ranked = sorted(works, key=lambda doi: -len(wanted & set(re.findall(r"\w+", works[doi]["title"].lower()))))
            chosen = [doi for doi in ranked if doi in dois] if dois else ranked
            items = [records.work(works[doi]) for doi in chosen]
            return {"status": "ok", "message-type": "work-list", "message": {"items": items}}
        if name not in works:
            return None
        return {"status": "ok", "message-type": "work", "message": records.work(works[name])}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with loopback.serving(Handler) as address:
        yield address


@pytest.fixture
def folder(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(site, "PAUSE", 0.0)
    addresses = {name: f"{address}/{name}" for name in ("crossref", "datacite", "arxiv", "doi")}
    return loopback.workplace(addresses, tmp_path, monkeypatch)


def serve(listing: str) -> None:
    """Let the services know the records of a listing, and fail as it says."""
    chunks = [chunk for chunk in listing.split("\n\n") if chunk.strip()]
    values = [records.read(chunk) for chunk in chunks if not chunk.startswith("FAILS")]
    Handler.known = {each["DOI"].lower(): each for each in values}
    Handler.failing = {chunk.split()[1] for chunk in chunks if chunk.startswith("FAILS")}
    Handler.asked.clear()


@casefile.cases(Path(__file__).parent, "commands*.cases")
def test_command(case: casefile.Case, address: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listing, files, commands, wanted, requests, *after = case.parts
    serve(listing)
    lay(folder, files.replace("SITE", f"{address}/site"))
    for command in commands.splitlines():
        capsys.readouterr()
        Handler.asked.clear()
        status = run(command)
    shown = transcript(status, capsys).replace(f"{address}/site", "SITE")
    assert agrees(shown, wanted), f"{case.place}\n--- shown\n{shown}\n--- wanted\n{wanted}"
    assert "\n".join(Handler.asked) == requests.replace("nothing", ""), f"{case.place}: what was asked"
    once = tree(folder)
    for name, content in (lay(folder.parent / "wanted", after[0]) if after else {}).items():
        there = re.sub(r'"\d{4}-\d\d-\d\d"', '"TODAY"', once[name].decode())
        assert there == content, f"{case.place}: {name}\n{there}"
    Handler.asked.clear()
    again = run(command)
    assert again == status or "--upgrade" in command
    assert tree(folder) == once, f"{case.place}: the second run changed a file"
    if status != 5:
        assert not Handler.asked, f"{case.place}: the second run asked again"


def run(command: str) -> int:
    assert command.startswith("$ pubman ")
    return cli.run(shlex.split(command)[2:])


def test_every_finding_of_an_audit_has_a_case_and_can_be_switched_off() -> None:
    cases = (Path(__file__).parent / "commands_audit.cases").read_text("utf-8")
    assert set(re.findall(r" \[([a-z-]+)\]$", cases, re.MULTILINE)) == set(known.OF_THE_NET)


def test_interrupted_in_the_middle(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known by then is written; another run goes on from there, and does not ask again."""
    title, rest = "Sparse cases of kind number", "author: Ann Roe\nin: J\nissued: 2020"
    numbers = ("one", "two", "three")
    serve("\n\n".join(f"DOI: 10.5555/{n}\ntype: journal-article\ntitle: {title} {n}\n{rest}" for n in numbers))
    entries = (f"title={{{title} {n}}}, author={{Ann Roe}}, journal={{J}}, year={{2020}}" for n in numbers)
    bib = "".join(f"@article{{{n}, {entry}}}\n" for n, entry in zip(numbers, entries, strict=True))
    (folder / "p.bib").write_text(bib)
    monkeypatch.setattr(Handler, "asked", Impatient())
    assert cli.run(["enrich", "--bib", "p.bib"]) == 130
    first = (folder / "p.bib").read_text()
    assert [f"10.5555/{n}" in first for n in ("one", "two", "three")] == [True, False, False]
    monkeypatch.setattr(Handler, "asked", [])
    assert cli.run(["enrich", "--bib", "p.bib"]) == 0
    then = (folder / "p.bib").read_text()
    assert [f"10.5555/{n}" in then for n in ("one", "two", "three")] == [True, True, True]
    assert not [line for line in Handler.asked if line.endswith("one Roe 2020 J")]


TWO = """
DOI: 10.5555/a
type: journal-article
title: Sparse cases of everything small
author: Ann Roe
in: J
issued: 2020

DOI: 10.5555/b
type: journal-article
title: Sparse cases of everything small
author: Ann Roe
in: J
issued: 2020
"""
UNSURE = "@article{a, title={Sparse cases of everything small}, author={Ann Roe}, journal={J}, year={2020}}\n"


CHOICES = [("2\n", 0, "10.5555/b"), ("\n", 1, ""), ("9\n1\n", 0, "10.5555/a")]


@pytest.mark.parametrize(("typed", "status", "doi"), CHOICES)
def test_a_choice_on_a_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str, status: int, doi: str
) -> None:
    serve(TWO)
    (folder / "p.bib").write_text(UNSURE)
    monkeypatch.setattr(_choosing, "is_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert cli.run(["enrich", "--bib", "p.bib"]) == status
    assert (folder / "p.bib").read_text() == UNSURE.replace("}}\n", f"}}, doi={{{doi}}}}}\n" if doi else "}}\n")


def test_no_question_without_a_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(TWO)
    (folder / "p.bib").write_text(UNSURE)
    monkeypatch.setattr("sys.stdin", io.StringIO("2\n"))
    assert cli.run(["enrich", "--bib", "p.bib"]) == 1
    assert (folder / "p.bib").read_text() == UNSURE


class Impatient(list[str]):
    """The user presses Ctrl-C at the second request."""

    def append(self, line: str) -> None:
        super().append(line)
        if len(self) == 2:
            import _thread

            _thread.interrupt_main()
