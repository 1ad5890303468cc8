"""The folder of the answers: where it is, whose, and what is in it."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from pubman.edge import cache, files
from pubman.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEXADECIMAL = frozenset("0123456789abcdef")


class Info(NamedTuple):
    """What is in the cache of answers."""

    folder: Path
    answers: int
    size: int


def folder() -> Path:
    """Where the answers are; it need not exist."""
    return cache.folder() / "answers"


def path(key: str) -> Path:
    """Where the answer to what `key` says is, or would be."""
    return folder() / f"{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()}.json"


def info() -> Info:
    """How many answers there are, and their size in bytes."""
    sizes = []
    for entry in entries():
        with suppress(OSError):
            sizes.append(entry.stat().st_size)
    return Info(folder(), len(sizes), sum(sizes))


def clear() -> int:
    """Remove all answers, and nothing else that the folder may hold; returns how many there were.

    Raises WriteError when one cannot be removed.
    """
    count = 0
    for entry in entries():
        try:
            os.unlink(entry)  # noqa: PTH108
            count += 1
        except FileNotFoundError:
            continue
        except OSError as error:
            raise WriteError(f"{files.shown(folder())}: an answer cannot be removed: {error.strerror}") from None
    return count


def entries() -> Iterator[os.DirEntry[str]]:
    """The answers in the folder, with those that a killed process left half-written."""
    with suppress(OSError), os.scandir(folder()) as found:
        for entry in found:
            digest, _, kind = entry.name.lstrip(".").partition(".")
            if len(digest) == 64 and _HEXADECIMAL.issuperset(digest) and kind.endswith(("json", ".pubman.tmp")):
                yield entry


def is_safe(path: Path, *, make: bool) -> bool:
    """Whether the folder is there (or can be made), and nobody else can write into it."""
    try:
        if make:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = path.stat()
        if os.name == "nt":
            return True
        if status.st_uid != os.geteuid():
            return False
        if status.st_mode & 0o077:
            path.chmod(0o700)
    except (OSError, ValueError):
        return False
    return True
