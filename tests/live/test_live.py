"""The real services, over the internet: python -m pytest -m live. Off by default; set PUBMAN_MAILTO to your address."""

from __future__ import annotations

from pathlib import Path

import pytest

from pubman import cli

pytestmark = pytest.mark.live


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("10.1109/LSP.2020.3031490", "Quantizing"),
        ("2001.05852", "TBC-Net"),
        ("10.48550/arXiv.2001.05852", "TBC-Net"),
    ],
)
def test_a_work_is_added(given: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PUBMAN_CACHE_DIR", str(tmp_path / "cache"))
    Path("p.bib").touch()
    assert cli.run(["add", given, "--bib", "p.bib"]) == 0
    added = Path("p.bib").read_text("utf-8")
    assert expected in added
    assert cli.run(["check", "--bib", "p.bib"]) in (0, 1)
    assert cli.run(["add", given, "--bib", "p.bib"]) == 1
    assert Path("p.bib").read_text("utf-8") == added
