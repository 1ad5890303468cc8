"""How long pubman takes, as whole processes: python tests/bench/bench.py [--runs 5] [--sizes 1000,10000]

Prints README's table. Times depend on the machine; the ratios, taken pair by pair in one run, are what to quote.
The peer is typst (pip install typst; its bibliography engine is hayagriva), left out where it is not installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import entries

PAGE = "# Me\n\n<!-- pubman:start -->\n<!-- pubman:end -->\n"
CONFIG = 'bib = ["big.bib"]\npages = ["me.md"]\n'
TYPST = """
import typst
open("big.typ", "w").write('#bibliography("big.bib", full: true, style: "ieee")')
open("big.html", "wb").write(typst.compile("big.typ", format="html"))
"""
PUBMAN = [sys.executable, "-m", "pubman"]


def wall(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds and peak MiB of one process; it must succeed."""
    started = time.perf_counter()
    environment = os.environ | {"PUBMAN_CACHE_DIR": str(folder / ".cache")}
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=silent, stderr=silent)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} exited {process.returncode}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def prepare(folder: Path, size: int) -> None:
    (folder / "big.bib").write_text("".join(entries(size)), "utf-8")
    (folder / "pubman.toml").write_text(CONFIG, "utf-8")
    (folder / "me.md").write_text(PAGE, "utf-8")


def fresh(runs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, 4)
        wall([*PUBMAN, "render"], folder)
        bare = [sys.executable, "-I", "-S", "-c", "pass"]
        pairs = [(wall([*PUBMAN, "render", "--check"], folder)[0], wall(bare, folder)[0]) for _ in range(3 * runs)]
        ours = statistics.median(ours for ours, _ in pairs)
        ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    print(f"| `render --check`, 4 entries, page fresh | {1000 * ours:.0f} ms | {ratio:.1f} × a bare `python -I -S` |")


def cold(size: int, runs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, size)
        peer = bool(importlib.util.find_spec("typst")) and size <= 10_000
        ours, peaks, ratios = [], [], []
        for _ in range(runs):
            (folder / "me.md").write_text(PAGE, "utf-8")
            seconds, peak = wall([*PUBMAN, "render"], folder)
            again = wall([*PUBMAN, "render"], folder)[0]
            ours.append(seconds)
            peaks.append(peak)
            if peer:
                ratios.append(seconds / wall([sys.executable, "-c", TYPST], folder)[0])
    beside = f", {statistics.median(ratios):.2f} × typst" if ratios else ""
    print(f"| `render`, {size:,} entries, cold | {statistics.median(ours):.2f} s | peak {max(peaks):.0f} MiB{beside} |")
    print(f"| the same again, nothing changed | {again:.2f} s | |")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sizes", default="1000,10000,100000")
    options = parser.parse_args()
    print("| what | median | |\n|---|--:|---|")
    fresh(options.runs)
    for size in options.sizes.split(","):
        cold(int(size), options.runs)


if __name__ == "__main__":
    main()
