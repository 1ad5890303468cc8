"""Replacing files: lock, compare, write beside, rename; all files of one call or none of them.

The new bytes are written to a file in the same folder, flushed to the disk and renamed over the old one, so that a
reader or a kill finds the old bytes or the new. Only a file with hard links is written in place, after a copy of it.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pubman.edge.files import ChangedError, beside, lock, read, reason, shown
from pubman.errors import InputError, WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))


def replace_all(changes: Sequence[tuple[Path, bytes, bytes]], *, follow: bool) -> None:
    """See `pubman.edge.files.replace_all`; here each old differs from its new."""
    targets = sorted(_targets(changes, follow=follow), key=lambda target: target.real)
    with ExitStack() as stack:
        for target in targets:  # sorted, so that two processes cannot wait for each other
            with _told(target.name):
                _refuse_read_only(target.real, target.name)
                if stack.enter_context(lock.held(target.real, target.name)):
                    beside.tidy(target.real)
        try:
            for target in targets:
                target.stage()
            for target in targets:
                target.commit()
        except BaseException as error:
            wrong = [said for target in targets if (said := target.undo())]
            if wrong:
                raise WriteError("; ".join(wrong)) from error
            raise
        for target in targets:
            target.settle()


class _Target:
    """One file to replace, and how far that has come."""

    def __init__(self, path: Path, real: Path, old: bytes, new: bytes) -> None:
        self.name, self.real, self.old, self.new = shown(path), real, old, new
        self.before: os.stat_result | None = None
        self.beside: Path | None = None
        self.done = False

    @property
    def linked(self) -> bool:
        """Whether the file has other names, which a rename would part from it."""
        return self.before is not None and self.before.st_nlink > 1

    def stage(self) -> None:
        """Compare, and write the new bytes beside the file (the old ones, when it is to be written in place)."""
        with _told(self.name):
            self.before = self.compare()
            self.beside = beside.name(self.real, "old" if self.linked else "tmp")
            beside.write(self.beside, self.old if self.linked else self.new, self.real, self.before)

    def compare(self) -> os.stat_result | None:
        """The state of the file, which holds the old bytes; nothing where it is missing and to be created."""
        try:
            status = self.real.stat()
        except FileNotFoundError:
            if self.old:
                raise _changed(self.name, "removed") from None
            return None
        try:
            now = read(self.real)
        except InputError as error:
            raise WriteError(f"{error.message}; nothing was changed") from None
        if now not in (self.old, self.new):  # another run of pubman may have done the same
            raise _changed(self.name)
        return status

    def commit(self) -> None:
        """Make the change, unless the file was touched since it was compared."""
        assert self.beside is not None  # noqa: S101
        with _told(self.name):
            if _signature(self.real) != _signature_of(self.before):
                raise _changed(self.name)
            self.done = True
            if self.linked:
                beside.write_over(self.real, self.new)
            else:
                beside.rename(self.beside, self.real)
                self.beside = None

    def undo(self) -> str:
        """Put the old bytes back and remove what stands beside; returns what went wrong with that, or nothing."""
        try:
            if self.done and self.linked:
                beside.write_over(self.real, self.old)
            elif self.done and not (self.beside and self.beside.exists()):
                self.restore()
        except OSError as error:
            kept = f"; its old content is in {shown(self.beside)}" if self.beside else ""
            return f"{self.name}: could not be put back: {reason(error)}{kept}"
        self.settle()
        return ""

    def restore(self) -> None:
        """Take a rename back."""
        if self.before is None:
            self.real.unlink()
            return
        self.beside = beside.name(self.real, "tmp")
        beside.write(self.beside, self.old, self.real, self.before)
        beside.rename(self.beside, self.real)
        self.beside = None

    def settle(self) -> None:
        """Remove what stands beside, and see the folder onto the disk."""
        if self.beside is not None:
            beside.remove(self.beside)
        if self.done and not self.linked:
            beside.flush_folder(self.real.parent)


def _targets(changes: Sequence[tuple[Path, bytes, bytes]], *, follow: bool) -> list[_Target]:
    found: dict[Path, _Target] = {}
    for path, old, new in changes:
        with _told(shown(path)):
            real = Path(os.path.realpath(path))
            if not follow:
                _refuse_outside(path, real)
        target = found.setdefault(real, _Target(path, real, old, new))
        if (target.old, target.new) != (old, new):
            raise WriteError(f"{shown(path)}: the same file as {target.name}, with other content; nothing was changed")
    return list(found.values())


def _refuse_outside(path: Path, real: Path) -> None:
    """Refuse a link that a repository has to a file outside of it (so the path as it was named counts)."""
    parents = Path(os.path.abspath(path)).parents  # noqa: PTH100
    root = next((folder for folder in parents if (folder / ".git").exists()), None)
    if root is not None and not real.is_relative_to(os.path.realpath(root)):
        raise WriteError(
            f"{shown(path)}: a link that leads out of the repository, to {real}; nothing was changed",
            hint="name that file itself instead of the link",
        )


def _refuse_read_only(real: Path, name: str) -> None:
    """Refuse what is marked read-only, though a rename (or root) could do without the permission."""
    for path, what in ((real, "the file"), (real.parent, "its folder")):
        try:
            mode = path.stat().st_mode
        except FileNotFoundError:
            if path != real:
                raise WriteError(f"{name}: its folder does not exist; nothing was changed") from None
            continue
        writable = mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) and os.access(path, os.W_OK)
        if not writable and (os.name != "nt" or path == real):
            raise WriteError(
                f"{name}: {what} is read-only; nothing was changed", hint="give yourself the right to write there"
            )


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what the system refuses into a WriteError."""
    try:
        yield
    except (OSError, ValueError) as error:
        hint = "free some space and run again" if getattr(error, "errno", 0) in _FULL else ""
        raise WriteError(f"{name}: cannot be written: {reason(error)}; nothing was changed", hint=hint) from None


def _changed(name: str, what: str = "changed") -> ChangedError:
    return ChangedError(f"{name}: was {what} by another program meanwhile; pubman wrote nothing", hint="run again")


def _signature(path: Path) -> tuple[int, ...]:
    try:
        return _signature_of(path.stat())
    except FileNotFoundError:
        return ()


def _signature_of(status: os.stat_result | None) -> tuple[int, ...]:
    return (status.st_ino, status.st_size, status.st_mtime_ns) if status else ()
