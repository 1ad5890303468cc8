"""The cache of answers: one small file each, good for 30 days, a 404 for one; errors are never kept.

Why not requests-cache: looked at for this, its default serializer is pickle (a poisoned file runs code when it is
read), an entry never expires unless told, a database that is cut short ends in an uncaught sqlite3 error, and a body
that broke off was kept and served again. With a safe serializer the last two remain, at a price of 60 ms to import it.
What is needed here is less: a file per request, named by the digest of what was asked, holding the digest of its own
content, a line of JSON and the body as it came. Whatever does not fit its digest, its name or the clock is removed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from pubman.edge import files
from pubman.edge.files import beside
from pubman.edge.http.answers import directory
from pubman.edge.http.answers.directory import Info, clear, folder, info
from pubman.edge.http.answers.kept import GOOD_FOR, SCHEMA, Kept, read, written
from pubman.edge.http.clock import CLOCK
from pubman.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from pubman.edge.http.clock import Clock

__all__ = ["SCHEMA", "Info", "Kept", "Store", "clear", "folder", "info"]


class Store:
    """The answers on disk. A cache that cannot be read or written is an empty one, never a failure."""

    def __init__(self, clock: Clock = CLOCK) -> None:
        self._clock = clock
        self._usable: bool | None = None

    def find(self, key: str) -> Kept | None:
        """The answer to what `key` says, or nothing; one that is spoilt, too old or of the future is removed."""
        path = directory.path(key)
        try:
            if not self._ours(make=False) or not os.path.lexists(path):  # a missing file is no error to explain
                return None
            kept = read(files.read(path), key)
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
        content = written(Kept(status, url, self._clock.now(), body), key)
        path = directory.path(key)
        new = beside.name(path, "tmp")
        with suppress(OSError, ValueError):
            try:
                new.write_bytes(content)
                beside.rename(new, path)
            except BaseException:
                beside.remove(new)
                raise

    def forget(self, key: str) -> None:
        """Remove an answer."""
        with suppress(OSError):
            directory.path(key).unlink()

    def _ours(self, *, make: bool) -> bool:
        """Whether the folder is there (or can be made), and nobody else can write into it."""
        if self._usable is None:
            found = directory.is_safe(folder(), make=make)
            self._usable = found
            if found and make:
                self._sweep()
        if make and not self._usable:
            self._usable = directory.is_safe(folder(), make=True)
        return bool(self._usable)

    def _sweep(self) -> None:
        """Remove what is too old for any use, so that the folder does not grow for ever."""
        oldest = self._clock.now() - max(GOOD_FOR.values())
        for entry in directory.entries():
            with suppress(OSError):
                if entry.stat().st_mtime < oldest:
                    os.unlink(entry)  # noqa: PTH108


def _remove_what_no_file_is(path: Path) -> None:
    """A link, a pipe or an unreadable file in an answer's place; nothing is there in the usual case."""
    with suppress(OSError):
        path.unlink()
