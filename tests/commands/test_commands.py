"""Every verb as a user meets it: files, a command, what it prints, what the files are after.

The parts of a case: the files (each under a line `@ NAME`), the commands (`$ pubman ...`), the exit status of the last
one and what it prints (stderr behind `! `, `...` for any lines), and, where it matters, the files after. Every command
runs twice: the second run must leave the files as the first did.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import casefile
import pytest

from pubman import cli


def lay(folder: Path, listing: str) -> dict[str, str]:
    """Write the files of a listing; returns them by name."""
    files: dict[str, str] = {}
    for chunk in ("\n" + listing).split("\n@ ")[1:]:
        name, _, content = chunk.partition("\n")
        files[name.strip()] = content + "\n" if content else ""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode())
    return files


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def transcript(status: int, capture: pytest.CaptureFixture[str]) -> str:
    out, err = capture.readouterr()
    assert "Traceback" not in err
    return "\n".join([f"exit {status}", *out.splitlines(), *(f"! {line}".rstrip() for line in err.splitlines())])


def agrees(shown: str, wanted: str) -> bool:
    """Whether a transcript is the wanted one, `...` standing for any run of characters."""
    pattern = ".*".join(re.escape(part) for part in wanted.strip("\n").split("..."))
    return re.fullmatch(pattern, shown.strip("\n"), re.DOTALL) is not None


@casefile.cases(Path(__file__).parent)
def test_command(
    case: casefile.Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files, commands, wanted, *after = case.parts
    lay(tmp_path, files)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for command in commands.splitlines():
        capsys.readouterr()
        assert command.startswith("$ pubman "), f"{case.place}: a command starts with `$ pubman`"
        status = cli.run(shlex.split(command)[2:])
    shown = transcript(status, capsys)
    assert agrees(shown, wanted), f"{case.place}\n--- shown\n{shown}\n--- wanted\n{wanted}"
    once = tree(tmp_path)
    if after:
        for name, content in lay(tmp_path / "wanted", after[0]).items():
            assert once[name].decode() == content, f"{case.place}: {name}"
        import shutil

        shutil.rmtree(tmp_path / "wanted")
    cli.run(shlex.split(command)[2:])
    assert tree(tmp_path) == once, f"{case.place}: the second run changed a file"
