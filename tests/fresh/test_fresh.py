"""A render with nothing to do is remembered, and forgotten as soon as anything it depends on is another."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pubman import cli
from pubman.edge import fresh

BIB = "@article{a, author = {Ann Roe}, title = {Paper}, journal = {Nature}, year = 2020}\n"
PAGE = "# Me\n\n<!-- pubman:start -->\n<!-- pubman:end -->\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    (folder / "inner").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "pubman.toml").write_text('bib = ["p.bib"]\npages = ["me.md"]\n')
    (folder / "p.bib").write_text(BIB)
    (folder / "me.md").write_text(PAGE)
    monkeypatch.setenv("PUBMAN_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(folder)
    assert cli.run(["render"]) == 0
    return folder


def test_a_second_look_has_nothing_to_do(site: Path) -> None:
    assert fresh.replay(["render"])
    assert fresh.replay(["render", "--check"]), "an option that makes no difference when nothing changes"
    assert not fresh.replay(["render", "--style", "ieee"]), "another question"
    assert not fresh.replay(["list"])


def test_what_was_said_is_said_again(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "p.bib").write_text(BIB + "@string{x = {}}\n@misc{b, title = nowhere, year = 2020}\n")
    assert cli.run(["render", "-v"]) == 0
    capsys.readouterr()
    assert fresh.replay(["render", "-v"])
    said = capsys.readouterr().err
    assert "1 warning" in said
    assert "up to date" in said
    assert cli.run(["render", "-v"]) == 0
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    "change",
    [
        lambda: Path("p.bib").write_text(BIB.replace("Paper", "Other")),
        lambda: Path("me.md").write_text(Path("me.md").read_text().replace("Paper", "paper")),
        lambda: Path("pubman.toml").write_text('bib = ["p.bib"]\npages = ["me.md"]\nme = ["Ann Roe"]\n'),
        lambda: Path("p.bib").unlink(),
        lambda: Path(".pubman.toml").write_text(""),
        lambda: Path("pyproject.toml").write_text("[tool.pubman]\n"),
    ],
    ids=["store edited", "page edited", "configuration edited", "store gone", "second configuration", "pyproject"],
)
def test_any_change_is_looked_at(site: Path, change: Callable[[], object]) -> None:
    change()
    assert not fresh.replay(["render"])


def test_a_nearer_configuration_is_looked_at(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "inner")
    assert cli.run(["render"]) == 0
    assert fresh.replay(["render"])
    Path("pubman.toml").write_text("")
    assert not fresh.replay(["render"])


def test_the_folder_of_the_command_counts(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)
    assert cli.run(["-C", "site", "render"]) == 0
    assert not fresh.replay(["-C", "site", "render"]), "asked in another folder than where it was started"
    monkeypatch.chdir(site.parent)
    assert fresh.replay(["-C", "site", "render"])


def test_a_pattern_is_looked_at_every_time(site: Path) -> None:
    (site / "pubman.toml").write_text('bib = ["*.bib"]\npages = ["me.md"]\n')
    assert cli.run(["render"]) == 0
    assert not fresh.replay(["render"])


def test_other_code_is_looked_at(site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "code").mkdir()
    monkeypatch.setattr(fresh, "CODE", tmp_path / "code")
    assert not fresh.replay(["render"])


def test_a_broken_memory_costs_nothing_but_time(site: Path, tmp_path: Path) -> None:
    (memory,) = (tmp_path / "cache/fresh").iterdir()
    for content in (b"", b"x\ny", b"\xff\n3\n", memory.read_bytes()[:50]):
        memory.write_bytes(content)
        assert not fresh.replay(["render"])
    assert cli.run(["render"]) == 0
    assert fresh.replay(["render"])


def test_nothing_is_imported_for_it(site: Path) -> None:
    probe = """
import sys
from pubman.__main__ import main
sys.argv[1:] = ["render", "--check"]
try:
    main()
finally:
    print("click" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", probe], cwd=site, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "False\n", "")
