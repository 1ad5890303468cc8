"""How a run ends in odd surroundings: streams that are closed or full, a folder that is gone, a pipe unread."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BIB = "".join(f"@misc{{k{n}, title = {{Paper {n}}}, year = 2020}}\n" for n in range(2000))
PUBMAN = f"{sys.executable} -m pubman"


def shell(command: str, folder: Path) -> tuple[int, str]:
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "p.bib").write_text(BIB)
    return tmp_path


@pytest.mark.parametrize("verb", ["list", "render -o -", "styles", "--help"])
def test_a_pipe_that_is_not_read_is_no_failure(verb: str, folder: Path) -> None:
    bib = "" if verb in ("styles", "--help") else "--bib p.bib"
    status, err = shell(f"{PUBMAN} {verb} {bib} | true; exit ${{PIPESTATUS[0]}}", folder)
    assert (status, err) == (0, "")


def test_a_full_disk_behind_stdout_is_told(folder: Path) -> None:
    status, err = shell(f"{PUBMAN} list --bib p.bib > /dev/full", folder)
    assert status == 4
    assert "output could not be written" in err


def test_closed_streams_do_no_harm(folder: Path) -> None:
    assert shell(f"{PUBMAN} list --bib nowhere.bib 2>&-", folder)[0] == 3
    assert shell(f"{PUBMAN} list --bib p.bib >&-", folder)[0] == 0


@pytest.mark.parametrize("verb", ["add -", "add bibtex -"])
def test_a_closed_stdin_holds_nothing(verb: str, folder: Path) -> None:
    status, err = shell(f"{PUBMAN} {verb} --bib p.bib <&-", folder)
    assert status == 3
    assert err.startswith("error: <stdin>: has no entry to add")


def test_init_puts_no_markers_into_what_is_no_text(folder: Path) -> None:
    (folder / "photo.md").write_bytes(b"\x89PNG\0\0\0")
    status, err = shell(f"{PUBMAN} init --page photo.md", folder)
    assert status == 3
    assert err.startswith("error: photo.md: not a text")
    assert (folder / "photo.md").read_bytes() == b"\x89PNG\0\0\0"
    assert not (folder / "pubman.toml").exists()


def test_a_folder_that_is_gone_is_told(folder: Path) -> None:
    status, err = shell(f"mkdir gone && cd gone && rmdir ../gone && {PUBMAN} list", folder)
    assert status in (2, 3)
    assert err.startswith("error: ")


def test_a_pipe_file_is_refused_and_not_waited_for(folder: Path) -> None:
    status, err = shell(f"mkfifo me.md && timeout 20 {PUBMAN} render me.md --bib p.bib", folder)
    assert status == 3
    assert "me.md: not a regular file" in err
