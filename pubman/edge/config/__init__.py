"""The configuration: `pubman.toml`, `.pubman.toml` or `[tool.pubman]`, searched upward to the git root."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from pubman import options
from pubman.edge import files
from pubman.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pubman.options import Options

NAMES = ("pubman.toml", ".pubman.toml")
PYPROJECT = "pyproject.toml"
SOURCES = ("crossref", "datacite", "arxiv")
"""Where works are looked up, and in which order, when nothing is configured."""


_NONE: Mapping[str, Any] = MappingProxyType({})


class Config(NamedTuple):
    """What is configured; without a `file`, nothing is. Paths in it are relative to `root`."""

    root: Path
    file: Path | None = None
    bib: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    defaults: Mapping[str, Any] = _NONE
    """The options of a block that are set for all, by the fields of `Options`."""
    styles: Mapping[str, Mapping[str, Any]] = _NONE
    """The tables `[styles.NAME]`, their options by the fields of `Options`."""
    mailto: str = ""
    sources: tuple[str, ...] = SOURCES
    sources_tables: Mapping[str, Mapping[str, str]] = _NONE
    """The tables `[sources.NAME]`: `url`, the address of a service."""
    disable: tuple[str, ...] = ()
    key: str = ""
    """The pattern of new citation keys, or nothing for the default."""
    pin: Mapping[str, Sequence[str]] = MappingProxyType({})
    """Fields that `enrich` leaves alone, by the keys of entries; `*` in a key stands for anything."""
    ascii: bool = False
    """Whether new entries are written in ASCII alone."""

    def options(self, marker: Mapping[str, Any], command_line: Mapping[str, Any]) -> Options:
        """The options of one list: command line over marker over `[styles.NAME]` over the rest of the configuration."""
        return options.combine(self.defaults, self.styles, marker, command_line)

    def page_files(self) -> list[Path]:
        """The configured pages."""
        return [self.root / page for page in self.pages]

    def bib_files(self) -> list[Path]:
        """The configured .bib files, each once, those of a pattern sorted by name.

        Raises InputError for a pattern that matches no file.
        """
        return list(dict.fromkeys(path for pattern in self.bib for path in self._matches(pattern)))

    def has_patterns(self) -> bool:
        """Whether other files than now may be meant tomorrow."""
        return any(sign in pattern for pattern in self.bib for sign in "*?[")

    def _matches(self, pattern: str) -> list[Path]:
        path = self.root / pattern
        if not any(sign in pattern for sign in "*?[") or path.exists():
            return [path]
        from glob import glob

        names = sorted(glob(pattern, root_dir=self.root, recursive=True))  # noqa: PTH207
        paths = [found for name in names if (found := self.root / name).is_file()]
        if not paths:
            where = files.shown(self.file) if self.file else "the configuration"
            raise InputError(f"{where}: bib: no file matches {pattern}", hint="correct the pattern, or create the file")
        return paths


def find(start: Path, explicit: Path | None = None) -> Config:
    """The configuration of `explicit`, else of the nearest folder from `start` up to the root of its git repository.

    Raises UsageError when a folder has two, and for everything that is wrong in the one, with its line.
    """
    if explicit is not None:
        config = _read(explicit)
        if config is None:
            raise UsageError(f"{files.shown(explicit)}: has no table [tool.pubman]")
        return config
    for folder in (start, *start.parents):
        found = [path for name in NAMES if _is_there(path := folder / name)]
        pyproject = folder / PYPROJECT
        project = _read(pyproject) if _is_there(pyproject) else None
        found += [pyproject] if project else []
        if len(found) > 1:
            names = " and ".join(map(files.shown, found))
            raise UsageError(f"two configurations in one folder: {names}", hint="keep one of them")
        if found:
            return project or _read(found[0]) or Config(root=folder)
        if _is_there(folder / ".git"):
            break
    return Config(root=start)


def searched(config: Config, start: Path) -> list[Path]:
    """Every path that finding this configuration depended on, whether it is there or not."""
    paths = [config.file] if config.file else []
    for folder in (start, *start.parents):
        if config.file and config.root not in (folder, *folder.parents):
            break
        paths += [folder / name for name in (*NAMES, PYPROJECT, ".git")]
        if (config.file and folder == config.root) or _is_there(folder / ".git"):
            break
    return list(dict.fromkeys(paths))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder above that may not be looked into
        return False


def _read(path: Path) -> Config | None:
    """The configuration that a file holds, or nothing for a pyproject.toml without a table for pubman."""
    try:
        data = files.read(path)
    except InputError as error:
        raise UsageError(f"configuration {error.message}", hint=error.hint) from None
    if path.name == PYPROJECT and b"pubman" not in data:
        return None
    from pubman.edge.config import toml

    return toml.config(data, path, ("tool", "pubman") if path.name == PYPROJECT else ())
