"""A TOML file read as a configuration, or what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from pubman.edge import files
from pubman.edge.config.reading import Reading
from pubman.errors import Problem, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from pubman.edge.config import Config


def config(data: bytes, path: Path, inside: tuple[str, ...]) -> Config | None:
    """The configuration in the table `inside` of a file, or nothing when there is no such table.

    Raises UsageError with a problem for every unknown key and wrong value at once, or for what is no TOML.
    """
    name = files.shown(path)
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
        table: Any = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        if inside and not re.search(rb"(?m)^\s*\[\s*" + rb"\s*\.\s*".join(map(str.encode, inside)), data):
            return None
        raise _broken(error, data, name) from None
    for key in inside:
        table = table.get(key) if isinstance(table, dict) else None
    if table is None:
        return None
    reading = Reading(text, name, inside)
    read = reading.config(table, path)
    if reading.problems:
        problems = sorted(reading.problems, key=lambda problem: problem.line)
        faults = "a fault" if len(problems) == 1 else f"{len(problems)} faults"
        raise UsageError(f"{name}: {faults} in the configuration", problems=problems)
    return read


def _broken(error: Exception, data: bytes, name: str) -> UsageError:
    line = column = 0
    if isinstance(error, UnicodeDecodeError):
        line, message = data.count(b"\n", 0, error.start) + 1, "not UTF-8"
    elif isinstance(error, RecursionError):
        message = "nested too deeply"
    else:
        message = str(error)
        place = re.search(r"\(at line (\d+), column (\d+)\)", message)
        if place:
            line, column = int(place[1]), int(place[2])
            message = message[: place.start()].strip()
        elif "end of document" in message:
            line = data.rstrip().count(b"\n") + 1
    problem = Problem(name, line, column, "configuration", "error", message)
    return UsageError(f"{name}: the configuration is not valid TOML", problems=[problem])
