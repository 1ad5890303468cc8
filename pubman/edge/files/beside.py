"""The file beside the one to replace: written whole, flushed, renamed over it."""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL
for _flag in ("O_CLOEXEC", "O_NOFOLLOW", "O_BINARY"):
    _CREATE |= getattr(os, _flag, 0)


def _stem(name: str) -> str:
    """The name, or a short one that stands for it where a longer name would be too long for a file."""
    if len(os.fsencode(name)) <= 200:
        return name
    from zlib import crc32

    return f"{name[:40]}.{crc32(os.fsencode(name)):08x}"


def name(real: Path, kind: str) -> Path:
    """The name of the file beside: `kind` is `tmp` for the new content, `old` for a copy of the old."""
    return real.with_name(f".{_stem(real.name)}.{os.getpid()}.pubman.{kind}")


def tidy(real: Path) -> None:
    """Remove what killed processes left: the lock on the file is ours, so nobody is writing beside it."""
    start, end = f".{_stem(real.name)}.", ".pubman.tmp"
    with suppress(OSError), os.scandir(real.parent) as entries:
        for entry in entries:
            found = entry.name
            if found.startswith(start) and found.endswith(end) and found[len(start) : -len(end)].isdigit():
                with suppress(OSError):
                    os.unlink(entry)  # noqa: PTH108


def write(path: Path, content: bytes, real: Path, before: os.stat_result | None) -> None:
    """Write a new file with the mode, owner and attributes of the real one; it is gone again when that fails."""
    descriptor = os.open(path, _CREATE, 0o666 if before is None else 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            if before is not None:
                _keep(descriptor, real, before)
            os.fsync(descriptor)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def _keep(descriptor: int, real: Path, before: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        with suppress(OSError):
            os.fchown(descriptor, -1, before.st_gid)
        with suppress(OSError):
            os.fchown(descriptor, before.st_uid, -1)
    if sys.platform == "linux":
        with suppress(OSError):
            for attribute in os.listxattr(real):
                with suppress(OSError):
                    os.setxattr(descriptor, attribute, os.getxattr(real, attribute))
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def write_over(real: Path, content: bytes) -> None:
    """Write into the file itself, flushed to the disk."""
    with real.open("r+b") as file:
        file.write(content)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def rename(path: Path, real: Path) -> None:
    """Rename over the real file; on Windows, again while a virus scanner or an indexer has it open."""
    for attempt in range(5):
        try:
            path.replace(real)
        except PermissionError:
            if os.name != "nt" or attempt == 4:
                raise
            time.sleep(0.02 * 2**attempt)
        else:
            return


def flush_folder(folder: Path) -> None:
    """See what was renamed in a folder onto the disk."""
    with suppress(OSError):  # Windows opens no folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove(path: Path) -> None:
    """Remove the file beside, if it is there."""
    with suppress(OSError):
        path.unlink()
