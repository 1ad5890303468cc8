"""`pubman add` by identifiers as a user meets it, over services on a loopback port.

The parts of a case: the services (see `services.py`), the files (each under a line `@ NAME`), the commands, the exit
status of the last with what it prints (stderr behind `! `, `...` for any run of characters), what it asked of the
services, and, where it matters, the files after.
"""

from __future__ import annotations

import io
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import casefile
import loopback
import pytest
from commands.test_commands import agrees, lay, transcript, tree
from services import Services

from pubman import cli

NAMES = ("crossref", "datacite", "arxiv", "doi")


class Handler(loopback.Service):
    services = Services("")
    asked: list[str] = []  # noqa: RUF012

    def answer(self) -> loopback.Answer:
        url = urlsplit(self.path)
        _, service, path = url.path.split("/", 2)
        query = dict(parse_qsl(url.query))
        names = [each[4:] for each in query.get("filter", "").split(",") if each]
        self.asked.append(f"{service} {' '.join(names) or query.get('id_list') or '/' + unquote(path)}")
        return self.services.answer(service, path, query)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with loopback.serving(Handler) as address:
        yield address


@pytest.fixture
def folder(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository to work in, the services of the case, and a cache that nothing is in."""
    Handler.asked.clear()
    return loopback.workplace({name: f"{address}/{name}" for name in NAMES}, tmp_path, monkeypatch)


@casefile.cases(Path(__file__).parent, "adding.cases")
def test_adding(
    case: casefile.Case, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    listing, files, commands, wanted, requests, *after = case.parts
    Handler.services = Services(listing)
    lay(folder, files)
    for command in commands.splitlines():
        capsys.readouterr()
        Handler.asked.clear()
        status = run(command, monkeypatch)
    shown = transcript(status, capsys)
    assert agrees(shown, wanted), f"{case.place}\n--- shown\n{shown}\n--- wanted\n{wanted}"
    assert "\n".join(Handler.asked) == requests.replace("nothing", ""), f"{case.place}: what was asked"
    once = tree(folder)
    for name, content in (lay(folder.parent / "wanted", after[0]) if after else {}).items():
        assert once[name].decode() == content, f"{case.place}: {name}"
    Handler.asked.clear()
    run(command, monkeypatch)
    assert tree(folder) == once, f"{case.place}: the second run changed a file"
    if status != 5:
        assert not Handler.asked, f"{case.place}: the second run asked again"


def run(command: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run a command of a case; `< text` at its end is what stands on the standard input."""
    command, _, typed = command.partition(" < ")
    assert command.startswith("$ pubman ")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
    return cli.run(shlex.split(command)[2:])


def test_interrupted_in_the_middle(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known by then is written; another run goes on from there."""
    Handler.services = Services("\n".join(f"crossref 10.5555/{name}" for name in "abc"))
    (folder / "p.bib").touch()
    monkeypatch.setattr(Handler, "asked", Impatient())
    arguments = ["add", "doi", "10.5555/a", "10.5555/b", "10.5555/c", "--bib", "p.bib"]
    assert cli.run(arguments) == 130
    first = (folder / "p.bib").read_text()
    assert ("10.5555/a" in first, "10.5555/b" in first) == (True, False)
    monkeypatch.setattr(Handler, "asked", [])
    assert cli.run(arguments) == 1
    then = (folder / "p.bib").read_text()
    assert then.startswith(first)
    assert [then.count(f"doi = {{10.5555/{name}}}") for name in "abc"] == [1, 1, 1]
    assert "crossref /works/10.5555/a" not in Handler.asked


def test_nothing_heavy_is_imported_for_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "p.bib").write_text("@misc{a, title = {A}, doi = {10.5555/a}}")
    heavy = "requests", "rich", "pubman.edge.http", "pubman.sources.crossref"
    probe = (
        "import sys; from pubman import cli; status = cli.run(['add', '10.5555/a', '--bib', 'p.bib']); "
        f"print(status, *[name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "1\n", done.stdout


class Impatient(list[str]):
    """The user presses Ctrl-C at the second request."""

    def append(self, line: str) -> None:
        super().append(line)
        if len(self) == 2:
            import _thread

            _thread.interrupt_main()
