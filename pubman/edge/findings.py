"""Findings as text, JSON or GitHub annotations, on stdout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.edge import terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.errors import Problem

FORMATS = ["text", "json", "github"]


def put(found: Sequence[Problem], format_: str) -> None:
    """Print the findings: a line each, or one JSON array."""
    if format_ == "json":
        import json

        keys = ("file", "line", "column", "rule", "severity", "message")
        rows = [{key: getattr(problem, key) for key in keys} for problem in found]
        terminal.put(json.dumps(rows, ensure_ascii=True, indent=2))
        return
    line = _annotation if format_ == "github" else str
    terminal.put("".join(terminal.safe(line(problem)) + "\n" for problem in found))


def _annotation(problem: Problem) -> str:
    """A workflow command (docs.github.com, "Workflow commands": error and warning messages)."""
    message = problem.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    place = f"file={_escape(problem.file)},line={max(problem.line, 1)},col={max(problem.column, 1)}"
    return f"::{problem.severity} {place},title={_escape(problem.rule)}::{message}"


def _escape(value: str) -> str:
    for character, code in (("%", "%25"), (":", "%3A"), (",", "%2C"), ("\r", "%0D"), ("\n", "%0A")):
        value = value.replace(character, code)
    return value
