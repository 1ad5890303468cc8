"""Small files in the cache folder that processes share while they run: opened, locked, read and written in place.

Where that is not possible (no such folder, a full disk, a file system without locks) each process does without.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from pubman.edge import cache
from pubman.edge.files import lock

if TYPE_CHECKING:
    from collections.abc import Callable

_LARGEST = 1 << 16
_TRIES = 2000
_PAUSE = 0.002
"""Together some seconds: a file is held for less than a millisecond, so who takes longer has been stopped."""

_FLAGS = os.O_RDWR | os.O_CREAT
for _flag in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
    _FLAGS |= getattr(os, _flag, 0)


def opened(name: str) -> int | None:
    """The descriptor of the file `limits/NAME` of the cache folder, made if need be; None where it cannot be."""
    folder = cache.folder() / "limits"
    try:
        try:
            return os.open(folder / name, _FLAGS, 0o600)
        except FileNotFoundError:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return os.open(folder / name, _FLAGS, 0o600)
    except (OSError, ValueError):
        return None


def is_taken(descriptor: int) -> bool:
    """Whether another process holds the file; if not, it is held from now on until it is closed."""
    try:
        return lock.attempt(descriptor) is None
    except OSError:
        return False


def read(descriptor: int, sleep: Callable[[float], None]) -> bytes | None:
    """What is in the file, which is held from now on; None when it cannot be had."""
    for _ in range(_TRIES):
        if not is_taken(descriptor):
            try:
                return os.read(descriptor, _LARGEST)
            except OSError:
                return None
        sleep(_PAUSE)
    return None


def write(descriptor: int, content: bytes) -> None:
    """Write the file in place. One that is cut short by a full disk reads as nothing."""
    with suppress(OSError):
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, content)
        os.ftruncate(descriptor, len(content))
