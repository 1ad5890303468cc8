"""Plug-ins: a package's listing is its registry. One module is one plug-in, named as the user writes it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def names(package: str) -> list[str]:
    """The plug-ins of `pubman.<package>`, sorted; none of them is imported."""
    listing = (Path(__file__).parent / package).iterdir()
    found = (path.stem for path in listing if path.suffix == ".py" or (path / "__init__.py").exists())
    return sorted(name.replace("_", "-") for name in found if not name.startswith("_"))


def load(package: str, name: str) -> ModuleType:
    """The plug-in module of that name; the caller has checked the name against `names`."""
    return import_module(f"pubman.{package}.{name.replace('-', '_')}")
