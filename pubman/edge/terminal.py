"""What a person sees: data on stdout, everything else on stderr, nothing of a file's own that a terminal would obey."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pubman.bibtex import encoding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pubman.errors import Problem, PubmanError

_BIDI = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF]
_POINTS = {code: f"\\u{code:04x}" for code in (*_BIDI, *range(0xD800, 0xE000))}
_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A)}
_CONTROLS |= _POINTS
_JSON = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)} | _POINTS


class Look(NamedTuple):
    """How much to say and whether in colour."""

    quiet: bool = False
    verbose: bool = False
    color: str = "auto"


def safe(data: str) -> str:
    r"""The data with control and direction characters shown as `\x1b`, so that a terminal prints and does not obey."""
    return data.translate(_CONTROLS)


def prepare() -> None:
    """Never fail on a character the terminal cannot show, nor on a stream that was closed before the start."""
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def colored(look: Look, stream: object) -> bool:
    """Whether to colour: as asked, else on a terminal without NO_COLOR (no-color.org)."""
    if look.color != "auto":
        return look.color == "always"
    return (
        bool(getattr(stream, "isatty", bool)()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def put(data: str) -> None:
    """Data to stdout, as it is: for what a program reads."""
    sys.stdout.write(data if data.endswith("\n") or not data else data + "\n")


def say(message: str, look: Look | None = None) -> None:
    """A note to stderr, unless the user wants quiet."""
    if look is None or not look.quiet:
        sys.stderr.write(safe(message) + "\n")


def problems(found: Sequence[Problem]) -> None:
    """Findings to stderr, each with its place and the line it stands in."""
    for problem in found:
        source = f"\n    {safe(problem.source.strip())[:120]}" if problem.source.strip() else ""
        sys.stderr.write(f"{safe(str(problem))}{source}\n")


def failure(error: PubmanError, look: Look) -> None:
    """The end of a command that failed: the findings, `error:` and `hint:`."""
    problems(error.problems)
    red, plain = ("\x1b[31m", "\x1b[0m") if colored(look, sys.stderr) else ("", "")
    sys.stderr.write(f"{red}error:{plain} {safe(error.message)}\n")
    if error.hint:
        sys.stderr.write(f"hint: {safe(error.hint)}\n")


def table(head: Sequence[str], rows: Iterable[Sequence[str]], look: Look) -> None:
    """Rows under a head: a rich table on a terminal, tab-separated lines elsewhere. Cells are data, never markup."""
    if not sys.stdout.isatty():
        put("".join("\t".join(safe(cell).replace("\t", " ").replace("\n", " ") for cell in row) + "\n" for row in rows))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    in_color = colored(look, sys.stdout)
    shown = Table(*head, box=None, header_style="bold" if in_color else "", pad_edge=False)
    for row in rows:
        shown.add_row(*(Text(safe(cell)) for cell in row))
    Console(no_color=not in_color, highlight=False, markup=False, emoji=False).print(shown)


def json(data: object) -> None:
    r"""Data as JSON on stdout; what a terminal would obey is written `\u009b`."""
    from json import dumps

    put(dumps(data, ensure_ascii=False, indent=2).translate(_JSON))


def diff(file: str, old: str, new: str) -> None:
    """What would change, as a unified diff on stdout that `git apply` understands."""
    from difflib import unified_diff
    from re import findall

    name = file.lstrip("/")
    before, after = (findall(r"[^\n]*\n|[^\n]+", text) for text in (old, new))
    for line in unified_diff(before, after, f"a/{name}", f"b/{name}"):
        content = line.removesuffix("\n")
        ending = "\r\n" if content.endswith("\r") else "\n"
        end_of_file = "" if line.endswith("\n") else "\\ No newline at end of file\n"
        put(safe(encoding.shown(content.removesuffix("\r"))) + ending + end_of_file)
