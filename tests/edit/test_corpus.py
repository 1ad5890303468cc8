"""Random edits of the .bib files in tests/corpus: each changes its own span and no other byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubman.bibtex import edit, encoding
from pubman.bibtex.scan import scan

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.bib"))
PLAIN = st.text("ab cD.,:-0%$&", min_size=1, max_size=12).filter(lambda value: value.strip() == value)
WORDS = st.one_of(PLAIN, PLAIN.map("{{{}}}".format), PLAIN.map("a {{{}}} b".format))


def entries(text: str) -> int:
    return sum(block.kind == "entry" for block in scan(text).blocks)


def changed(before: str, after: str) -> tuple[str, str]:
    """What was taken out and what was put in, between all that both begin and end with."""
    shorter = min(len(before), len(after))
    start = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    end = next((n for n in range(shorter - start) if before[-n - 1] != after[-n - 1]), shorter - start)
    return before[start : len(before) - end], after[start : len(after) - end]


def test_the_corpus_is_there() -> None:
    assert len(CORPUS) >= 9
    assert all(entries(encoding.decode(path.read_bytes())) for path in CORPUS)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
@given(data=st.data())
def test_a_field_put_in_and_taken_out(path: Path, data: st.DataObject) -> None:
    before = path.read_bytes()
    source = scan(encoding.decode(before), path.name)
    assert encoding.encode("".join(source.text[block.start : block.end] for block in source.blocks)) == before
    block = data.draw(st.sampled_from([block for block in source.blocks if block.kind == "entry"]))
    value = data.draw(WORDS)
    after = edit.set_fields(source, block, {"probe": value})
    removed, inserted = changed(source.text, after)
    assert removed == ""
    assert value in after
    assert len(inserted) < len(value) + 40
    again = scan(after, path.name)
    same = next(each for each in again.blocks if each.kind == "entry" and again.key(each) == source.key(block))
    assert encoding.encode(edit.set_fields(again, same, {"probe": ""})) == before


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
@given(data=st.data())
def test_a_value_replaced(path: Path, data: st.DataObject) -> None:
    source = scan(encoding.decode(path.read_bytes()), path.name)
    block = data.draw(st.sampled_from([block for block in source.blocks if block.kind == "entry"]))
    field = data.draw(st.sampled_from(block.fields))
    name = source.text[field.name_start : field.name_end]
    after = edit.set_fields(source, block, {name: "Probe of 7"})
    assert after.startswith(source.text[: field.start])
    assert after.endswith(source.text[field.end :])
    middle = after[field.start : len(after) - len(source.text) + field.end]
    assert middle in ("{Probe of 7}", '"Probe of 7"')
