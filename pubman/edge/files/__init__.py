"""Files read whole and replaced in one step: whatever happens, they hold the old bytes or the new."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from pubman.errors import InputError, WriteError

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 64 << 20
"""The size up to which a file is read."""

_READ = os.O_RDONLY
for _flag in ("O_CLOEXEC", "O_NONBLOCK", "O_NOCTTY", "O_BINARY"):
    _READ |= getattr(os, _flag, 0)


class ChangedError(WriteError):
    """The file no longer holds what was read from it: read it again and redo the change."""


def read(path: Path) -> bytes:
    """The bytes of a regular file; links are followed.

    Raises InputError, naming the path, when it is missing, unreadable, not a regular file or larger than LARGEST.
    """
    name = shown(path)
    try:
        _refuse(path.stat(), name)  # before it is opened: that alone can have an effect on a device
        with os.fdopen(os.open(path, _READ), "rb") as file:
            _refuse(os.fstat(file.fileno()), name)
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(error, path) from None
    if len(data) > LARGEST:
        raise InputError(f"{name}: larger than {LARGEST >> 20} MiB")
    return data


def replace(path: Path, old: bytes, new: bytes, *, follow: bool = False) -> None:
    """Replace a file that holds `old` by `new`; a missing file counts as empty and is created.

    As `replace_all` of one file.
    """
    replace_all([(path, old, new)], follow=follow)


def replace_all(changes: Iterable[tuple[Path, bytes, bytes]], *, follow: bool = False) -> None:
    """Replace several files, each from its old to its new bytes: all of them or none.

    A link keeps leading to its file, a file keeps its mode, owner and hard links, and nothing is written where old and
    new are the same. Raises ChangedError when a file no longer holds the old bytes, WriteError when one cannot be
    written or, without `follow`, when a link leads out of the repository; either way nothing has changed.
    """
    wanted = [change for change in changes if change[1] != change[2]]
    if wanted:
        from pubman.edge.files import writing

        writing.replace_all(wanted, follow=follow)


def shown(path: Path) -> str:
    """The path for a reader, and for `path`: from the current folder where that is shorter, else in full."""
    if not path.is_absolute() or ".." in path.parts:
        return str(path)
    try:
        near = os.path.relpath(path)
    except (OSError, ValueError):  # the current folder is gone, or on another drive
        return str(path)
    return min(near, str(path), key=len)


def path(name: str) -> Path:
    """The path of a file by its name as shown."""
    return Path(name)


def quoted(name: str) -> str:
    """The name as a word of a shell command."""
    import shlex

    return shlex.quote(f"./{name}" if name.startswith("-") else name)


def reason(error: OSError | ValueError) -> str:
    """What the system said, in a few words."""
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return said[:1].lower() + said[1:]


def _refuse(status: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InputError(f"{name}: a folder, not a file", hint="name a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise InputError(f"{name}: not a regular file")


def _unreadable(error: OSError | ValueError, path: Path) -> InputError:
    name = shown(path)
    if isinstance(error, PermissionError):
        return InputError(f"{name}: {reason(error)}", hint="give yourself the right to read it, or name another file")
    if not isinstance(error, FileNotFoundError):
        return InputError(f"{name}: {reason(error)}")
    if path.is_symlink():
        return InputError(f"{name}: a link to {path.readlink()}, where there is no file")
    if not path.parent.is_dir():
        return InputError(f"{name}: no such file, nor its folder", hint=f"the current folder is {_here()}")
    return InputError(f"{name}: no such file", hint=_neighbour(path) or "create it, or correct the name")


def _here() -> str:
    try:
        return str(Path.cwd())
    except OSError:
        return "gone"


def _neighbour(path: Path) -> str:
    """A file of the same folder with a name like this one; folders are none."""
    from difflib import get_close_matches

    try:
        names = [each.name for each in path.parent.iterdir() if not each.is_dir()]
    except OSError:
        return ""
    near = get_close_matches(path.name, names, 1, 0.6)
    return f"there is {shown(path.with_name(near[0]))}" if near else ""
