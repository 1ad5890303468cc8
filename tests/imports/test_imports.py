"""What is imported when: the path of the pre-commit hook and `--help` stay light. No test measures time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ["pybtex", "latexcodec", "requests", "rich", "lxml", "importlib.metadata", "hypothesis"]
PROBE = """
import sys
from pubman import cli
status = cli.run(sys.argv[1:])
print(status, *[name for name in {heavy} if name in sys.modules], file=sys.stderr)
"""
STORE = Path(__file__).parents[2]


def imported(arguments: list[str], folder: Path) -> str:
    command = [sys.executable, "-c", PROBE.format(heavy=HEAVY), *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stderr.splitlines()[-1]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["render", "--check"], ["check"]])
def test_nothing_heavy_is_imported(arguments: list[str]) -> None:
    assert imported(arguments, STORE) == "0"


def test_the_probe_would_see_it(tmp_path: Path) -> None:
    assert imported(["list", "--bib", str(STORE / "bib/publications.bib")], tmp_path) == "0"
    done = subprocess.run(
        [sys.executable, "-c", "import rich\n" + PROBE.format(heavy=HEAVY), "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.splitlines()[-1] == "0 rich"


def test_every_module_of_the_tests_has_a_name_of_its_own() -> None:
    """All folders of the tests are on one path: of two modules with one name, only the first would be found."""
    folder = STORE / "tests"
    names = [path.name for path in folder.rglob("*.py") if path.name != "conftest.py"]
    assert sorted(names) == sorted(set(names))
