"""A page in another encoding keeps its bytes, and still shows the list right."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from pubman import cli

BIB = "@article{a, author = {{\\'E}va Roe}, title = {Paper}, journal = {Nature}, year = 2020}\n"
PAGE = "# Café\n\n<!-- pubman:start -->\n<!-- pubman:end -->\n"


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_a_page_that_is_not_utf8_gets_entities(encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("p.bib").write_text(BIB, "utf-8")
    Path("me.md").write_bytes(PAGE.encode(encoding))
    assert cli.run(["render", "me.md", "--bib", "p.bib"]) == 0
    after = Path("me.md").read_bytes().decode(encoding)
    assert after.startswith("# Café\n\n<!-- pubman:start -->\n")
    assert "É. Roe, “Paper,” *Nature*, 2020." in unescape(after)
    assert cli.run(["render", "me.md", "--bib", "p.bib", "--check"]) == 0


def test_utf16_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("p.bib").write_text(BIB, "utf-8")
    Path("me.md").write_bytes(PAGE.encode("utf-16"))
    before = Path("me.md").read_bytes()
    assert cli.run(["render", "me.md", "--bib", "p.bib"]) == 3
    assert Path("me.md").read_bytes() == before
    assert "me.md" in capsys.readouterr().err
