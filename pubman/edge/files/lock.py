"""One writer at a time: a lock file beside the file, which the system lets go of when its holder dies."""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import contextmanager, suppress
from errno import EACCES, EAGAIN, ENOLCK, ENOSYS, ENOTSUP, EOPNOTSUPP
from typing import TYPE_CHECKING

from pubman.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT = 10.0
"""Seconds to wait for another pubman to finish."""

_PAUSE = 0.02
_BUSY = (EACCES, EAGAIN)
_NO_LOCKS = (ENOLCK, ENOSYS, ENOTSUP, EOPNOTSUPP)
_FLAGS = os.O_RDWR | os.O_CREAT
for _flag in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
    _FLAGS |= getattr(os, _flag, 0)
_FAR = 1 << 30
"""Windows keeps others from reading a locked stretch: one byte, far behind the holder's number."""


@contextmanager
def held(file: Path, shown: str) -> Iterator[bool]:
    """Hold `<file>.lock` meanwhile; false where the file system has no locks.

    Afterwards the lock file is gone; one that a killed pubman left holds up nobody. Raises WriteError when another
    process keeps it for longer than WAIT, naming that process, or when a file of that name is not a lock of pubman's;
    OSError when it cannot be made.
    """
    name = file.with_name(file.name + ".lock")
    until = time.monotonic() + WAIT
    while (taken := _take(name)) is None:
        if time.monotonic() > until:
            raise WriteError(
                f"{shown}: another pubman{_holder(name)} is writing it; nothing was changed",
                hint="run again when it has finished",
            )
        time.sleep(_PAUSE)
    descriptor, locked = taken
    try:
        yield locked
    finally:
        _release(descriptor, name)


def _take(name: Path) -> tuple[int, bool] | None:
    """The lock file open, locked and with this process's number in it, or nothing when another process has it."""
    descriptor = os.open(name, _FLAGS, 0o666)
    try:
        _refuse_foreign(descriptor, name)
        locked = attempt(descriptor)
        if locked is not None and _is_still(descriptor, name):
            with suppress(OSError):  # on a full disk the lock does without its holder's number
                os.ftruncate(descriptor, 0)
                os.lseek(descriptor, 0, os.SEEK_SET)
                os.write(descriptor, b"%d\n" % os.getpid())
            return descriptor, locked
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _refuse_foreign(descriptor: int, name: Path) -> None:
    """Poetry's lock beside a file called poetry is nothing to write a number into, or to remove."""
    regular = stat.S_ISREG(os.fstat(descriptor).st_mode)
    if not regular or os.read(descriptor, 32).strip(b"0123456789\r\n"):
        raise WriteError(
            f"{name}: stands where pubman's lock would, and is not one", hint="rename one of the two files"
        )


def attempt(descriptor: int) -> bool | None:
    """True when the lock is ours, false where there are none, nothing when another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _BUSY:
            return None
        if error.errno in _NO_LOCKS:
            return False
        raise
    return True


def _is_still(descriptor: int, name: Path) -> bool:
    """Whether the name still means the file that was locked: its holder removes it before letting go."""
    try:
        return os.path.samestat(os.fstat(descriptor), name.stat())
    except FileNotFoundError:
        return False


def _holder(name: Path) -> str:
    try:
        number = name.read_bytes()[:32].strip().decode("ascii", "replace")
    except OSError:
        return ""
    return f" (process {number})" if number.isdigit() else ""


def _release(descriptor: int, name: Path) -> None:
    if sys.platform == "win32":  # an open file cannot be removed there, and one that another opened stays
        os.close(descriptor)
        with suppress(OSError):
            name.unlink()
    else:
        with suppress(OSError):
            name.unlink()
        os.close(descriptor)
