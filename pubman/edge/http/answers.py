"""The cache of answers: one small file each, good for 30 days, a 404 for one; errors are never kept.

Why not requests-cache: looked at for this, its default serializer is pickle (a poisoned file runs code when it is
read), an entry never expires unless told, a database that is cut short ends in an uncaught sqlite3 error, and a body
that broke off was kept and served again. With a safe serializer the last two remain, at a price of 60 ms to import it.
What is needed here is less: a file per request, named by the digest of what was asked, holding the digest of its own
content, a line of JSON and the body as it came. Whatever does not fit its digest, its name or the clock is removed.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from pubman.edge import cache, files
from pubman.edge.files import beside
from pubman.edge.http.clock import CLOCK
from pubman.errors import InputError, WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pubman.edge.http.clock import Clock

SCHEMA = 1
DAY = 86400.0
GOOD_FOR = {200: 30 * DAY, 404: DAY}
"""How long an answer of a status is used, in seconds."""

_HEXADECIMAL = frozenset("0123456789abcdef")


class Kept(NamedTuple):
    """An answer in the cache."""

    status: int
    url: str
    at: float
    body: bytes


class Info(NamedTuple):
    """What is in the cache of answers."""

    folder: Path
    answers: int
    size: int


class Store:
    """The answers on disk. A cache that cannot be read or written is an empty one, never a failure."""

    def __init__(self, clock: Clock = CLOCK) -> None:
        self._clock = clock
        self._usable: bool | None = None

    def find(self, key: str) -> Kept | None:
        """The answer to what `key` says, or nothing; one that is spoilt, too old or of the future is removed."""
        path = _path(key)
        try:
            if not self._ours(make=False) or not os.path.lexists(path):  # a missing file is no error to explain
                return None
            kept = _parse(files.read(path), key)
            age = self._clock.now() - kept.at
            if not 0 <= age <= GOOD_FOR[kept.status]:
                raise ValueError(age)
        except InputError:
            _remove_what_no_file_is(path)
        except (ValueError, TypeError, KeyError, RecursionError):
            self.forget(key)
        else:
            return kept
        return None

    def keep(self, key: str, status: int, url: str, body: bytes) -> None:
        """Keep an answer, if its status is one that is kept."""
        if status not in GOOD_FOR or not self._ours(make=True):
            return
        head = {"pubman": SCHEMA, "key": key, "status": status, "url": url, "at": self._clock.now()}
        content = json.dumps(head).encode() + b"\n" + body
        path = _path(key)
        new = beside.name(path, "tmp")
        with suppress(OSError, ValueError):
            try:
                new.write_bytes(sha256(content).hexdigest().encode() + b"\n" + content)
                beside.rename(new, path)
            except BaseException:
                beside.remove(new)
                raise

    def forget(self, key: str) -> None:
        """Remove an answer."""
        with suppress(OSError):
            _path(key).unlink()

    def _ours(self, *, make: bool) -> bool:
        """Whether the folder is there (or can be made), and nobody else can write into it."""
        if self._usable is None:
            found = _is_safe(folder(), make=make)
            self._usable = found
            if found and make:
                self._sweep()
        if make and not self._usable:
            self._usable = _is_safe(folder(), make=True)
        return bool(self._usable)

    def _sweep(self) -> None:
        """Remove what is too old for any use, so that the folder does not grow for ever."""
        oldest = self._clock.now() - max(GOOD_FOR.values())
        for entry in _entries():
            with suppress(OSError):
                if entry.stat().st_mtime < oldest:
                    os.unlink(entry)  # noqa: PTH108


def info() -> Info:
    """How many answers there are, and their size in bytes."""
    sizes = []
    for entry in _entries():
        with suppress(OSError):
            sizes.append(entry.stat().st_size)
    return Info(folder(), len(sizes), sum(sizes))


def clear() -> int:
    """Remove all answers, and nothing else that the folder may hold; returns how many there were.

    Raises WriteError when one cannot be removed.
    """
    count = 0
    for entry in _entries():
        try:
            os.unlink(entry)  # noqa: PTH108
            count += 1
        except FileNotFoundError:
            continue
        except OSError as error:
            raise WriteError(f"{files.shown(folder())}: an answer cannot be removed: {error.strerror}") from None
    return count


def folder() -> Path:
    """Where the answers are; it need not exist."""
    return cache.folder() / "answers"


def _path(key: str) -> Path:
    return folder() / f"{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()}.json"


def _entries() -> Iterator[os.DirEntry[str]]:
    """The files of this module in the folder, with those that a killed process left half-written."""
    with suppress(OSError), os.scandir(folder()) as entries:
        for entry in entries:
            digest, _, kind = entry.name.lstrip(".").partition(".")
            if len(digest) == 64 and _HEXADECIMAL.issuperset(digest) and kind.endswith(("json", ".pubman.tmp")):
                yield entry


def _parse(data: bytes, key: str) -> Kept:
    """The answer in a file; raises ValueError, TypeError, KeyError or RecursionError when it is not that of the key."""
    digest, _, content = data.partition(b"\n")
    if digest != sha256(content).hexdigest().encode():
        raise ValueError("spoilt")
    line, _, body = content.partition(b"\n")
    head: Any = json.loads(line)
    if head["pubman"] != SCHEMA or head["key"] != key or head["status"] not in GOOD_FOR:
        raise ValueError("another answer")
    return Kept(head["status"], str(head["url"]), float(head["at"]), body)


def _is_safe(path: Path, *, make: bool) -> bool:
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


def _remove_what_no_file_is(path: Path) -> None:
    """A link, a pipe or an unreadable file in an answer's place; nothing is there in the usual case."""
    with suppress(OSError):
        path.unlink()
