"""A `render` that found nothing to do, remembered: the next one with the same files costs no more than reading them.

What is kept is every file the run looked at, with a digest of its content or the fact that it was not there, and what
the run said. The same command in the same folder over the same files, by the same code, has nothing to do again.
Anything else, a memory that is lost or cannot be read included, only costs the time of a full run.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

try:
    from _blake2 import blake2b  # hashlib's own, without the time that loading OpenSSL takes
except ImportError:
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CODE = Path(__file__).parents[1]
NO_MATTER = frozenset(["--check", "--fail-on-change", "--allow-shrink", "-n", "--dry-run", "--diff"])
"""Options that make no difference when nothing changes."""


def replay(arguments: Sequence[str]) -> bool:
    """Whether this command has nothing to do; then what there is to say has been said on stderr."""
    if "render" not in arguments:
        return False
    with suppress(OSError, ValueError):
        folder = Path.cwd()
        memory = _memory(arguments, folder).read_bytes().decode("utf-8", "surrogateescape")
        run, count, *lines = memory.split("\n")
        looked, said = lines[: int(count)], lines[int(count) :]
        if run == _run(arguments, folder) and all(line == digest(Path(line.partition(" ")[2])) for line in looked):
            sys.stderr.write("".join(line + "\n" for line in said))
            return True
    return False


def keep(arguments: Sequence[str], folder: Path, looked: Iterable[str], said: Sequence[str]) -> None:
    """Remember a run that would have nothing to do: the lines of `digest` for all it looked at, and what it would say.

    `folder` is where the command was started. A cache that cannot be written is no failure.
    """
    from pubman.edge import files
    from pubman.errors import PubmanError

    lines = [*looked]
    with suppress(OSError, PubmanError):
        path = _memory(arguments, folder)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = "\n".join([_run(arguments, folder), str(len(lines)), *lines, *said]).encode("utf-8", "surrogateescape")
        files.replace(path, path.read_bytes() if path.exists() else b"", new, follow=True)


def digest(path: Path, content: bytes | None = None) -> str:
    """A line for a file: the digest of its content, `folder` or `nothing` (to read), and its absolute path."""
    name = path.absolute()
    try:
        if content is None:
            mode = name.stat().st_mode
            if not stat.S_ISREG(mode):
                return f"{'folder' if stat.S_ISDIR(mode) else 'nothing'} {name}"
            content = name.read_bytes()
    except OSError:
        return f"nothing {name}"
    return f"{blake2b(content, digest_size=20).hexdigest()} {name}"


def _run(arguments: Sequence[str], folder: Path) -> str:
    """The digest of the command, the folder it runs in, and pubman's own code."""
    facts = [sys.version, str(folder), *_mattering(arguments), *_code(CODE)]
    return blake2b("\0".join(facts).encode("utf-8", "surrogateescape"), digest_size=20).hexdigest()


def _memory(arguments: Sequence[str], folder: Path) -> Path:
    from pubman.edge import cache

    name = "\0".join([str(folder), *_mattering(arguments)]).encode("utf-8", "surrogateescape")
    return cache.folder() / "fresh" / blake2b(name, digest_size=12).hexdigest()


def _mattering(arguments: Sequence[str]) -> list[str]:
    """The arguments that can make a difference; what follows an option may be its value."""
    pairs = zip(("", *arguments), arguments, strict=False)
    return [argument for before, argument in pairs if argument not in NO_MATTER or before.startswith("-")]


def _code(folder: Path) -> Iterable[str]:
    """A line for each file of pubman: with another version, or an edited one, nothing is known."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _code(Path(entry.path))
        else:
            status = entry.stat()
            yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
