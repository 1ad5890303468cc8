"""A fuzzer for the .bib scanner: random splices of whole and broken pieces, and what must hold for any bytes.

    python tests/fuzz/bib_fuzz.py [--seconds N] [--seed N] [FILE.bib ...]

FILEs are cut up and mixed in; without any, the pieces below are used. For every input: decoding and encoding give the
same bytes, the blocks tile the text, nothing but an InputError is raised, every whole entry is resolved, every broken
one is told, and a second reading says the same. The first input that fails is written to `fuzz-failure.bib` and shown.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from pubman.bibtex import encoding
from pubman.bibtex.entry import resolve
from pubman.bibtex.scan import scan
from pubman.errors import InputError

PIECES = [
    b"@article{key, title = {A {B} c}, year = 2020, month = jan # {~1}}\n",
    b'@string{jt = "Journal" # jt}\n@preamble{"x"}\n@comment{y {z}}\n% @book{hidden,\n',
    b"@inproceedings(k,\n  crossref = {key},\n  author = {M\xc3\xbcller and others},\n)\r\n",
    b"<<<<<<< HEAD\n",
    b"\xef\xbb\xbf",
    b"\xfc\x00\x1b",
]
BYTES = b'@{}()"#%=,\\ \t\r\n\x00ax1\xc3\xfc'


def mutated(pieces: list[bytes], chance: random.Random) -> bytes:
    """Some pieces, cut and joined, with bytes put in, taken out and repeated."""
    data = bytearray()
    for _ in range(chance.randint(1, 8)):
        piece = chance.choice(pieces)
        start = chance.choice([0, chance.randrange(len(piece))])
        data += piece[start : chance.choice([len(piece), start + chance.randint(1, 200)])]
    for _ in range(chance.choice([0, 1, 1, 2, 5])):
        at = chance.randrange(len(data) + 1)
        data[at : at + chance.choice([0, 0, 1, 3])] = bytes([chance.choice(BYTES)]) * chance.choice([1, 1, 1, 2, 50])
    return bytes(data)


def check(data: bytes) -> None:
    """Raise AssertionError when something that must hold for any bytes does not."""
    try:
        text = encoding.decode(data, "fuzz.bib")
    except InputError:
        return
    assert encoding.encode(text) == data, "decoding loses bytes"
    source = scan(text, "fuzz.bib")
    assert "".join([text[block.start : block.end] for block in source.blocks]) == text, (
        "the blocks do not tile the text"
    )
    entries, problems = resolve([source])
    whole = [block for block in source.blocks if block.kind == "entry"]
    assert [entry.block for entry in entries] == whole, "an entry is lost"
    broken = any(block.kind == "error" for block in source.blocks)
    assert not broken or any(problem.severity == "error" for problem in source.problems), "a fault is not told"
    again = scan(text, "fuzz.bib")
    assert (again.blocks, again.problems) == (source.blocks, source.problems), "a second scan differs"
    assert resolve([again])[1] == problems, "a second reading differs"


def main() -> int:
    """Fuzz until the time is up; 1 when an input fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    pieces = [data for path in options.files if (data := path.read_bytes())] or PIECES
    chance = random.Random(options.seed)  # noqa: S311 - no secret depends on it
    end = time.monotonic() + options.seconds
    count = 0
    while time.monotonic() < end:
        data = mutated(pieces, chance)
        count += 1
        try:
            check(data)
        except Exception as error:
            Path("fuzz-failure.bib").write_bytes(data)
            sys.stderr.write(f"input {count}, kept as fuzz-failure.bib: {error!r}\n{data!r}\n")
            raise
    sys.stdout.write(f"{count} inputs, none failed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
