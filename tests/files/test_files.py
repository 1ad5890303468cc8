"""Files on disk: read whole, replaced in one step, and untouched by every fault."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pubman.edge import files
from pubman.edge.files import beside, lock
from pubman.errors import InputError, PubmanError, WriteError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes, links and FIFOs as POSIX has them")
OLD, NEW = b"\xef\xbb\xbfold\r\n\xe9", b"new\n" * 500


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.md"
    path.write_bytes(OLD)
    return path


def tree(folder: Path) -> dict[str, bytes | str]:
    """Everything in a folder: names, links, content."""
    return {
        str(path.relative_to(folder)): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def fails(folder: Path, *changes: tuple[Path, bytes, bytes], kind: type[PubmanError] = WriteError) -> str:
    """What is said of a write that must fail and change nothing."""
    before = tree(folder)
    with pytest.raises(kind) as raised:
        files.replace_all(changes)
    assert tree(folder) == before
    assert raised.value.exit_code == 4
    return raised.value.message


# reading


def test_read(page: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to("page.md")
    assert files.read(page) == files.read(link) == OLD


def test_what_cannot_be_read_is_named(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("fifo")
    Path("dangling").symlink_to("nowhere")
    Path("loop").symlink_to("loop")
    expected = {
        "pages.md": "pages.md: no such file",
        "none/x.md": "none/x.md: no such file, nor its folder",
        ".": ".: a folder, not a file",
        "fifo": "fifo: not a regular file",
        "/dev/null": "/dev/null: not a regular file",
        "dangling": "dangling: a link to nowhere, where there is no file",
        "loop": "loop: too many levels of symbolic links",
        "page.md/x": "page.md/x: not a directory",
        "x" * 300: "x" * 300 + ": file name too long",
    }
    for name, message in expected.items():
        with pytest.raises(InputError) as raised:
            files.read(Path(name))
        assert raised.value.message == message
        assert raised.value.exit_code == 3
    with pytest.raises(InputError, match=r"^nul\x00: .*embedded null"):  # Python's own words, from version to version
        files.read(Path("nul\0"))
    with pytest.raises(InputError) as raised:
        files.read(Path("pages.md"))
    assert raised.value.hint == "there is page.md"
    Path("papers").mkdir()
    with pytest.raises(InputError) as raised:  # a folder is no file that could be meant
        files.read(Path("papers.bib"))
    assert raised.value.hint == "create it, or correct the name"


def test_what_is_too_large_is_refused(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", len(OLD))
    assert files.read(page) == OLD
    monkeypatch.setattr(files, "LARGEST", len(OLD) - 1)
    with pytest.raises(InputError, match="larger than"):
        files.read(page)


# writing


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(old=st.binary(max_size=50), new=st.binary(max_size=50))
def test_bytes_in_are_bytes_out(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(old)
    files.replace(path, old, new)
    assert files.read(path) == new
    assert set(tree(tmp_path)) == {"x"}


def test_one_step_with_the_mode_kept_and_nothing_left(page: Path, tmp_path: Path) -> None:
    page.chmod(0o640)
    before = page.stat()
    files.replace(page, OLD, NEW)
    after = page.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert after.st_ino != before.st_ino
    assert tree(tmp_path) == {"page.md": NEW}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_is_kept(page: Path) -> None:
    os.chown(page, 12, 34)
    page.chmod(0o604)
    files.replace(page, OLD, NEW)
    after = page.stat()
    assert (after.st_uid, after.st_gid, stat.S_IMODE(after.st_mode)) == (12, 34, 0o604)


def test_attributes_are_kept(page: Path) -> None:
    if not hasattr(os, "setxattr"):
        pytest.skip("no extended attributes here")
    try:
        os.setxattr(page, "user.note", b"mine")
    except OSError:
        pytest.skip("no extended attributes on this file system")
    files.replace(page, OLD, NEW)
    assert os.getxattr(page, "user.note") == b"mine"


def test_nothing_is_written_where_nothing_changes(page: Path, tmp_path: Path) -> None:
    before = page.stat()
    files.replace(page, OLD, OLD)
    files.replace(tmp_path / "none.md", b"", b"")
    assert page.stat() == before
    assert tree(tmp_path) == {"page.md": OLD}


def test_a_missing_file_counts_as_empty(tmp_path: Path) -> None:
    umask = os.umask(0o027)
    try:
        files.replace(tmp_path / "new.md", b"", NEW)
    finally:
        os.umask(umask)
    assert tree(tmp_path) == {"new.md": NEW}
    assert stat.S_IMODE((tmp_path / "new.md").stat().st_mode) == 0o640
    assert "its folder does not exist" in fails(tmp_path, (tmp_path / "none/new.md", b"", NEW))


def test_a_link_keeps_leading_to_its_file(page: Path, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to(page)
    files.replace(tmp_path / "a", OLD, NEW)
    assert tree(tmp_path) == {"a": "b", "b": str(page), "page.md": NEW}


def test_a_link_out_of_the_repository_is_refused(tmp_path: Path) -> None:
    outside, repository = tmp_path / "outside.md", tmp_path / "repository"
    (repository / ".git").mkdir(parents=True)
    outside.write_bytes(OLD)
    link = repository / "page.md"
    link.symlink_to(outside)
    assert "leads out of the repository" in fails(tmp_path, (link, OLD, NEW))
    files.replace(link, OLD, NEW, follow=True)
    assert outside.read_bytes() == NEW
    files.replace(outside, NEW, OLD)
    (tmp_path / ".git").mkdir()
    (repository / ".git").rmdir()
    files.replace(link, OLD, NEW)
    assert outside.read_bytes() == NEW


def test_hard_links_stay_together(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.hardlink_to(page)
    before = page.stat().st_ino
    for old, new in ((OLD, NEW), (NEW, b"short"), (b"short", OLD)):
        files.replace(page, old, new)
        assert tree(tmp_path) == {"other.md": new, "page.md": new}
    assert page.stat().st_ino == before


def test_what_changed_meanwhile_is_not_overwritten(page: Path, tmp_path: Path) -> None:
    assert "was changed" in fails(tmp_path, (page, b"other", NEW), kind=files.ChangedError)
    assert "was removed" in fails(tmp_path, (tmp_path / "gone.md", OLD, NEW), kind=files.ChangedError)
    (tmp_path / "folder").mkdir()
    assert "a folder" in fails(tmp_path, (tmp_path / "folder", OLD, NEW))
    assert "embedded null" in fails(tmp_path, (tmp_path / "nul\0", OLD, NEW))


def test_changed_between_the_comparison_and_the_rename(
    page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write = beside.write

    def meddle(path: Path, content: bytes, real: Path, before: os.stat_result | None) -> None:
        write(path, content, real, before)
        page.write_bytes(b"an editor")

    monkeypatch.setattr(beside, "write", meddle)
    with pytest.raises(files.ChangedError):
        files.replace(page, OLD, NEW)
    assert tree(tmp_path) == {"page.md": b"an editor"}


@pytest.mark.parametrize("what", ["the file", "its folder"])
def test_read_only(page: Path, tmp_path: Path, what: str) -> None:
    target = page if what == "the file" else tmp_path
    mode = target.stat().st_mode
    target.chmod(0o444 if target == page else 0o555)
    try:
        assert f"{what} is read-only; nothing was changed" in fails(tmp_path, (page, OLD, NEW))
    finally:
        target.chmod(mode)


# several at once


def test_all_or_none(page: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.md"
    second.write_bytes(b"2")
    fails(tmp_path, (page, OLD, NEW), (second, b"not this", NEW))
    fails(tmp_path, (second, b"2", NEW), (page, b"not this", NEW))
    files.replace_all([(page, OLD, NEW), (second, b"2", b"two")])
    assert tree(tmp_path) == {"page.md": NEW, "second.md": b"two"}


@pytest.mark.parametrize("fault", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()])
@pytest.mark.parametrize("after", [False, True])
def test_a_fault_at_the_last_rename_takes_the_others_back(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException, after: bool
) -> None:
    second, third = tmp_path / "second.md", tmp_path / "third.md"
    second.write_bytes(b"2")
    page.chmod(0o600)
    before = tree(tmp_path)
    rename = beside.rename

    def fail(path: Path, real: Path) -> None:
        if real == third and not third.exists():
            if after:
                rename(path, real)
            raise fault
        rename(path, real)

    monkeypatch.setattr(beside, "rename", fail)
    with pytest.raises(WriteError if isinstance(fault, OSError) else KeyboardInterrupt):
        files.replace_all([(page, OLD, NEW), (second, b"2", b"two"), (third, b"", b"three")])
    assert tree(tmp_path) == before
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


def test_the_same_file_by_two_names(page: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to("page.md")
    assert "the same file as" in fails(tmp_path, (page, OLD, NEW), (link, OLD, b"other"))
    files.replace_all([(page, OLD, NEW), (link, OLD, NEW)])
    assert page.read_bytes() == NEW


# a full disk, a kill, an interruption


@pytest.mark.parametrize("linked", [False, True])
def test_full_disk(page: Path, tmp_path: Path, linked: bool) -> None:
    if linked:
        (tmp_path / "other.md").hardlink_to(page)
    before = tree(tmp_path)
    program = f"""
import resource, sys
from pathlib import Path
from pubman.edge import files
from pubman.errors import WriteError
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    files.replace(Path({str(page)!r}), {OLD!r}, {NEW!r})
except WriteError as error:
    print(error.message, error.hint, sep="|")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "cannot be written: file too large; nothing was changed|free some space" in done.stdout
    assert tree(tmp_path) == before


@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_fault_when_flushing(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linked: bool, fault: BaseException
) -> None:
    if linked:
        (tmp_path / "other.md").hardlink_to(page)
    before = tree(tmp_path)
    faults = [None, fault] if linked else [fault]  # in place, the copy is flushed first
    flush = os.fsync

    def fail(descriptor: int) -> None:
        flush(descriptor)
        if faults and (next_fault := faults.pop(0)):
            raise next_fault

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(WriteError if isinstance(fault, OSError) else KeyboardInterrupt):
        files.replace(page, OLD, NEW)
    assert not faults
    assert tree(tmp_path) == before


def test_a_file_with_links_that_cannot_be_put_back_leaves_its_copy(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other.md").hardlink_to(page)

    def fail(real: Path, content: bytes) -> None:
        real.write_bytes(b"half")
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(beside, "write_over", fail)
    with pytest.raises(WriteError, match="could not be put back") as raised:
        files.replace(page, OLD, NEW)
    (copy,) = set(tree(tmp_path)) - {"page.md", "other.md"}
    assert copy in raised.value.message
    assert (tmp_path / copy).read_bytes() == OLD


def test_killed_it_leaves_the_old_bytes_and_the_next_one_tidies(page: Path, tmp_path: Path) -> None:
    program = f"""
import os, signal
from pathlib import Path
from pubman.edge import files
from pubman.edge.files import beside
beside.rename = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
files.replace(Path({str(page)!r}), {OLD!r}, {NEW!r})
"""
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert done.returncode == -signal.SIGKILL
    left = tree(tmp_path)
    assert left["page.md"] == OLD
    assert len(left) == 3, "its lock and the file beside"
    others = {
        ".page.md.x.pubman.tmp": b"",
        ".page.md.1.tmp": b"",
        ".other.md.1.pubman.tmp": b"",
        ".page.md.1.pubman.old": b"",
    }
    for name, content in others.items():
        (tmp_path / name).write_bytes(content)
    files.replace(page, OLD, NEW)
    assert tree(tmp_path) == {"page.md": NEW, **others}


# the lock


def test_a_lock_is_waited_for_and_its_holder_named(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.05)
    with lock.held(page, "page.md") as locked:
        assert locked
        said = fails(tmp_path, (page, OLD, NEW))
    assert f"another pubman (process {os.getpid()}) is writing it" in said
    files.replace(page, OLD, NEW)
    assert tree(tmp_path) == {"page.md": NEW}


def test_a_lock_that_a_killed_process_left_holds_up_nobody(page: Path, tmp_path: Path) -> None:
    (tmp_path / "page.md.lock").write_bytes(b"99999\n")
    files.replace(page, OLD, NEW)
    assert tree(tmp_path) == {"page.md": NEW}


@pytest.mark.parametrize("content", [b"[[package]]\n", b"12 not"])
def test_a_file_where_the_lock_would_be_is_left_alone(page: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "page.md.lock").write_bytes(content)
    assert "page.md.lock: stands where pubman's lock would" in fails(tmp_path, (page, OLD, NEW))


def test_a_link_where_the_lock_would_be_is_not_followed(page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "page.md.lock").symlink_to("empty")
    assert "symbolic link" in fails(tmp_path, (page, OLD, NEW))


def test_where_there_are_no_locks_it_is_written_all_the_same(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    (tmp_path / ".page.md.1.pubman.tmp").touch()
    files.replace(page, OLD, NEW)
    assert tree(tmp_path) == {"page.md": NEW, ".page.md.1.pubman.tmp": b""}, "another may be at work beside"


def test_many_writers_lose_nothing(page: Path, tmp_path: Path) -> None:
    def append(line: bytes) -> None:
        while True:
            old = files.read(page)
            try:
                files.replace(page, old, old + line)
            except files.ChangedError:
                continue
            return

    lines = [b"%d\n" % number for number in range(12)]
    threads = [threading.Thread(target=append, args=(line,)) for line in lines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    content = page.read_bytes()
    assert content.startswith(OLD)
    assert sorted(content[len(OLD) :].splitlines(keepends=True)) == sorted(lines)
    assert set(tree(tmp_path)) == {"page.md"}


# names


def test_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = tmp_path / "a/b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert files.shown(below / "page.md") == "page.md"
    assert files.shown(tmp_path / "page.md") == str(Path("../../page.md"))
    assert files.shown(Path("/etc")) == "/etc"
    assert files.shown(Path("x/../page.md")) == str(Path("x/../page.md"))
    assert files.shown(below / "../page.md") == str(below / "../page.md")
    for path in (below / "page.md", tmp_path / "page.md", Path("/etc")):
        assert files.path(files.shown(path)).resolve() == path.resolve()
    below.rmdir()
    assert files.shown(tmp_path / "page.md") == str(tmp_path / "page.md")


def test_quoted() -> None:
    assert files.quoted("page.md") == "page.md"
    assert files.quoted("my page's.md") == "'my page'\"'\"'s.md'"


def test_long_names(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 118 + ".md")
    path.write_bytes(OLD)
    files.replace(path, OLD, NEW)
    assert tree(tmp_path) == {path.name: NEW}
