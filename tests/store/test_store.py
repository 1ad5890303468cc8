"""The store on disk: whatever happens in the middle of a write, it is the old text or the new one."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pubman.bibtex import edit
from pubman.edge import files, store
from pubman.edge.store import Change, Store
from pubman.errors import InputError, WriteError

OLD = "% my papers\r\n@string{me = {Zhao}}\r\n@article{old,\r\n  author = me,\r\n  title = {T}\r\n}\r\n"
APPEND = """
import sys
from pathlib import Path
from pubman.bibtex import edit
from pubman.edge import store

def change(now):
    return None, [store.Change(now.sources[0], edit.append(now.sources[0], [sys.argv[2]]))]

now = store.read([Path(sys.argv[1])])
print("read", flush=True)
store.change(now, change)
"""
PROJECT = Path(__file__).parents[2]


def appending(text: str) -> object:
    def change(now: Store) -> tuple[str, list[Change]]:
        return "done", [Change(now.sources[0], edit.append(now.sources[0], [text]))]

    return change


def writer(path: Path, text: str, **how: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", APPEND, str(path), text]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=PROJECT, **pipes, **how)  # type: ignore[call-overload, no-any-return]


def litter(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix != ".lock"}


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "x.bib"
    path.write_bytes(OLD.encode())
    return path


def test_change(bib: Path) -> None:
    result, changes = store.change(store.read([bib]), appending("@misc{a}"))  # type: ignore[arg-type]
    assert result == "done"
    assert [change.text for change in changes] == [OLD + "\r\n@misc{a}\r\n"]
    assert bib.read_bytes().decode() == OLD + "\r\n@misc{a}\r\n"
    assert litter(bib.parent) == {"x.bib"}


def test_a_dry_run_and_no_change_write_nothing(bib: Path) -> None:
    before = bib.stat()
    _, changes = store.change(store.read([bib]), appending("@misc{a}"), dry_run=True)  # type: ignore[arg-type]
    assert changes[0].text == OLD + "\r\n@misc{a}\r\n"
    _, changes = store.change(store.read([bib]), lambda now: (0, [Change(now.sources[0], OLD)]))
    assert changes == []
    assert (bib.stat().st_mtime_ns, bib.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_changed_meanwhile_is_done_again(bib: Path) -> None:
    now = store.read([bib])
    bib.write_bytes(("@misc{other}\n" + OLD).encode())
    store.change(now, appending("@misc{a}"))  # type: ignore[arg-type]
    text = bib.read_bytes().decode()
    assert text.startswith("@misc{other}\n" + OLD)
    assert text.count("@misc{a}") == 1


def test_changed_meanwhile_for_the_worse_is_refused(bib: Path) -> None:
    now = store.read([bib])
    bib.write_bytes(b"<<<<<<< HEAD\n" + OLD.encode())
    with pytest.raises(InputError, match=r"x\.bib:1"):
        store.change(now, appending("@misc{a}"))  # type: ignore[arg-type]
    assert bib.read_bytes() == b"<<<<<<< HEAD\n" + OLD.encode()


def test_removed_meanwhile(bib: Path) -> None:
    now = store.read([bib])
    bib.unlink()
    with pytest.raises(InputError, match="no such file"):
        store.change(now, appending("@misc{a}"))  # type: ignore[arg-type]
    assert litter(bib.parent) == set()


def test_several_files_are_written_together_or_not_at_all(bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    second = bib.with_name("y.bib")
    second.write_bytes(b"@misc{b}\n")

    def change(now: Store) -> tuple[None, list[Change]]:
        return None, [Change(source, edit.append(source, ["@misc{a}"])) for source in now.sources]

    now = store.read([bib, second])
    second.chmod(0o444)
    with pytest.raises(WriteError, match=r"y\.bib.*read-only"):
        store.change(now, change)
    assert bib.read_bytes() == OLD.encode()
    second.chmod(0o644)
    store.change(now, change)
    assert b"@misc{a}" in bib.read_bytes()
    assert b"@misc{a}" in second.read_bytes()


def test_a_read_only_folder(bib: Path) -> None:
    bib.parent.chmod(0o555)
    try:
        with pytest.raises(WriteError, match="read-only"):
            store.change(store.read([bib]), appending("@misc{a}"))  # type: ignore[arg-type]
    finally:
        bib.parent.chmod(0o755)
    assert bib.read_bytes() == OLD.encode()
    assert litter(bib.parent) == {"x.bib"}


def test_bytes_that_are_not_utf8_stay(bib: Path) -> None:
    old = b"@misc{m\xfcller,\n  title = {\xdcbung},\n}\n"
    bib.write_bytes(old)
    now = store.read([bib])
    assert [problem.rule for problem in now.problems] == ["encoding"]
    store.change(now, appending("@misc{a}"))  # type: ignore[arg-type]
    assert bib.read_bytes() == old + b"\n@misc{a}\n"


def test_writers_that_never_stop(bib: Path) -> None:
    asked = []

    def change(now: Store) -> tuple[None, list[Change]]:
        asked.append(now)
        files.replace(bib, bib.read_bytes(), bib.read_bytes() + b"%\n")
        return None, [Change(now.sources[0], edit.append(now.sources[0], ["@misc{a}"]))]

    with pytest.raises(WriteError, match=r"x\.bib"):
        store.change(store.read([bib]), change)
    assert len(asked) == store.ATTEMPTS
    assert b"@misc{a}" not in bib.read_bytes()


def test_twenty_writers_at_once(bib: Path) -> None:
    running = [writer(bib, f"@misc{{a{number}}}") for number in range(20)]
    assert [process.communicate(timeout=60)[1] for process in running] == [b""] * 20
    text = bib.read_bytes().decode()
    assert text.startswith(OLD)
    assert sorted(block.kind for block in store.read([bib]).sources[0].blocks).count("entry") == 21
    assert all(text.count(f"@misc{{a{number}}}") == 1 for number in range(20))
    assert litter(bib.parent) == {"x.bib"}


def test_killed_in_the_middle(bib: Path) -> None:
    """Forty kills, spread over the time that a whole run takes from reading to the end."""
    big = OLD + "% filler\r\n" * 30_000
    new = big + "\r\n@misc{a}\r\n"
    bib.write_bytes(big.encode())
    whole = writer(bib, "@misc{a}")
    assert whole.stdout
    whole.stdout.readline()
    started = time.monotonic()
    assert whole.wait(60) == 0
    took = time.monotonic() - started
    assert bib.read_bytes() == new.encode()
    seen = []
    for batch in range(10):
        running = []
        for number in range(4):
            path = bib.with_name(f"{number}.bib")
            path.write_bytes(big.encode())
            running.append((path, writer(path, "@misc{a}")))
        for number, (_, process) in enumerate(running):
            assert process.stdout
            process.stdout.readline()
            time.sleep(took * (4 * batch + number) / 40 / 2)
            process.send_signal(signal.SIGKILL)
        for path, process in running:
            process.communicate(timeout=60)
            seen.append(path.read_bytes())
    assert set(seen) <= {big.encode(), new.encode()}
    assert len(seen) == 40
    for number in range(4):
        path = bib.with_name(f"{number}.bib")
        path.write_bytes(big.encode())
        store.change(store.read([path]), appending("@misc{a}"))  # type: ignore[arg-type]
        assert path.read_bytes() == new.encode(), "the run after a kill"
    assert litter(bib.parent) == {"x.bib", *(f"{number}.bib" for number in range(4))}


def test_a_full_disk(bib: Path) -> None:
    big = OLD + "% filler\r\n" * 30_000
    bib.write_bytes(big.encode())
    room = len(big) + 10
    process = writer(bib, "@misc{a}", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
    _, err = process.communicate(timeout=60)
    assert process.returncode > 0
    assert b"WriteError" in err
    assert b"x.bib: cannot be written" in err
    assert bib.read_bytes() == big.encode()
    assert litter(bib.parent) == {"x.bib"}


def test_a_link_stays_a_link(bib: Path) -> None:
    real = bib.with_name("real.bib")
    bib.rename(real)
    real.chmod(0o640)
    bib.symlink_to("real.bib")
    store.change(store.read([bib]), appending("@misc{a}"))  # type: ignore[arg-type]
    assert bib.is_symlink()
    assert os.stat(real).st_mode & 0o777 == 0o640  # noqa: PTH116
    assert b"@misc{a}" in real.read_bytes()
