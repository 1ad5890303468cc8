"""A short, repeatable run of the fuzzer; see bib_fuzz.py for the long one."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("bib_fuzz", Path(__file__).with_name("bib_fuzz.py"))
assert SPEC is not None
assert SPEC.loader is not None
bib_fuzz = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(bib_fuzz)


@pytest.mark.parametrize("seed", range(5))
def test_random_splices_keep_what_must_hold(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret depends on it
    seen = set()
    for _ in range(300):
        data = bib_fuzz.mutated(bib_fuzz.PIECES, chance)
        bib_fuzz.check(data)
        seen.add(data)
    assert len(seen) > 250


def test_the_fuzzer_notices_a_lost_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bib_fuzz.encoding, "encode", lambda text: text.encode("utf-8", "ignore"))
    with pytest.raises(AssertionError, match="loses bytes"):
        bib_fuzz.check(b"@book{k, title = {\xfc}}")
