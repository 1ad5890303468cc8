"""Edits of .bib texts: exactly what was asked for, in the file's own habits, and not a byte more."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import casefile
import oracle
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pubman.bibtex import edit, encoding, entry
from pubman.bibtex.edit import finding, habits
from pubman.bibtex.scan import scan
from pubman.bibtex.write import escape
from pubman.errors import InputError

FOLDER = Path(__file__).parent
LOOKS = [*product(("\n", "\r\n", "\r"), ("", "\ufeff"))]


def set_(text: str, key: str, values: dict[str, str]) -> str:
    source = scan(text, "x.bib")
    found, block = finding.find([source], key)
    return edit.set_fields(found, block, values, entry.macros([source]))


def delete(text: str, keys: list[str]) -> str:
    for source, blocks in finding.find_all([scan(text, "x.bib")], keys):
        text = edit.delete(source, blocks)
    return text


@casefile.cases(FOLDER, "set.cases")
def test_set(case: casefile.Case) -> None:
    before, assignments, after = case.parts
    values = dict(line.split("=", 1) for line in assignments.splitlines())
    for eol, bom in LOOKS:
        old, wanted = (bom + (part + "\n").replace("\n", eol) for part in (before, after))
        made = set_(old, "k", values)
        assert made == wanted, case.place
        assert set_(made, "K", values) == made, f"{case.place}: the second run changed something"


@casefile.cases(FOLDER, "set.cases")
def test_set_and_unset(case: casefile.Case) -> None:
    for eol, bom in LOOKS:
        before = bom + (case.parts[0] + "\n").replace("\n", eol)
        assert set_(set_(before, "k", {"probe": "one two"}), "k", {"probe": ""}) == before, case.place


@casefile.cases(FOLDER, "layout.cases")
def test_layout_of_a_new_entry(case: casefile.Case) -> None:
    before, assignments, after = case.parts
    fields = [(name, f"{{{value}}}") for name, value in (line.split("=", 1) for line in assignments.splitlines())]
    layout = habits.of_file(scan(before, "x.bib"))
    assert layout.entry("@article{new", fields) == after, case.place


@casefile.cases(FOLDER, "delete.cases")
def test_delete(case: casefile.Case) -> None:
    before, keys, after = case.parts
    for eol, bom in LOOKS:
        old, wanted = (bom + (part + "\n").replace("\n", eol) for part in (before, after))
        assert delete(old, keys.split()) == wanted, case.place


@casefile.cases(FOLDER, "append.cases")
def test_append(case: casefile.Case) -> None:
    for eol, bom in LOOKS:
        old, new, wanted = (part.replace("\n", "").replace("\\n", eol) for part in case.parts)
        assert edit.append(scan(bom + old), [new]) == bom + wanted.replace(eol, eol if eol in old else "\n"), case.place


@pytest.mark.parametrize(("before", "lead"), [("", ""), ("\ufeff", ""), ("\n", ""), (" ", "\n"), ("\n\n", "")])
def test_append_to_nothing(before: str, lead: str) -> None:
    assert edit.append(scan(before), ["@misc{b}"]) == f"{before}{lead}@misc{{b}}\n"


def test_append_many() -> None:
    made = edit.append(scan("@misc{a}\r\n"), ["@misc{b,\n}", "@misc{c}"])
    assert made == "@misc{a}\r\n\r\n@misc{b,\r\n}\r\n\r\n@misc{c}\r\n"


@casefile.cases(FOLDER, "refused.cases")
def test_refused(case: casefile.Case) -> None:
    source = scan(case.parts[0], "x.bib")
    block = next(block for block in source.blocks if block.kind in ("entry", "error"))
    for change in (
        lambda: edit.append(source, ["@misc{b}"]),
        lambda: edit.set_fields(source, block, {"note": "N"}),
        lambda: edit.delete(source, [block]),
    ):
        with pytest.raises(InputError, match=rf"x\.bib:{case.parts[1]}: ") as refused:
            change()
        assert refused.value.exit_code == 3
        assert refused.value.problems


@pytest.mark.parametrize(
    "change",
    [
        lambda source: edit.append(source, ["@misc{b, title = {x}"]),
        lambda source: edit.append(source, ["@misc{b}} , title = {x}}"]),
        lambda source: edit.append(source, ["@misc{b} @misc{c}"]),
        lambda source: edit.append(source, ["no entry"]),
        lambda source: edit.set_fields(source, source.blocks[0], {"note": "a}, x = {b"}),
        lambda source: edit.set_fields(source, source.blocks[0], {"note": "a}"}),
        lambda source: edit.set_fields(source, source.blocks[0], {"no te": "a"}),
    ],
)
def test_what_would_do_more_is_refused(change: object) -> None:
    with pytest.raises(InputError, match=r"x\.bib:1: "):
        change(scan("@misc{k, title = {T}}\n", "x.bib"))  # type: ignore[operator]


def test_deleting_is_refused_where_text_would_become_fields() -> None:
    text = "@misc{a, title = {A}}\n@misc{b, title = {B}}\nyear = {1999}, doi = {10.1/x}}\n@misc{c, title = {C}}\n"
    source = scan(text, "x.bib")
    with pytest.raises(InputError, match=r"entry 'b' is broken"):
        finding.find([source], "b")
    assert delete(text, ["c"]) == text.replace("@misc{c, title = {C}}\n", "")


def test_a_file_that_is_not_utf8_keeps_its_bytes() -> None:
    data = "@misc{müller,\n  title = {Übung},\n}\n".encode("latin-1")
    source = scan(encoding.decode(data), "x.bib")
    found, block = finding.find([source], "müller")
    text = edit.set_fields(found, block, {"note": "Čapek – “née” α"})
    added = b"  note = {{\\v{C}}apek -- ``n{\\'e}e'' \\ensuremath{\\alpha}},\n"
    assert encoding.encode(text) == data[:-2] + added + data[-2:]
    assert edit.set_fields(found, block, {"title": "Übung"}) == source.text
    with pytest.raises(InputError, match=r"x\.bib: '张' .* not UTF-8"):
        edit.set_fields(found, block, {"note": "张"})


def test_escapes_are_ascii() -> None:
    assert escape.ascii_tex("x\u0304 ß ï ế §") == "{\\=x} {\\ss} {\\\"{\\i}} {\\'{\\^e}} {\\S}"


@settings(max_examples=200, deadline=None)
@given(oracle.files(), st.data())
def test_random_edits(file: oracle.File, data: st.DataObject) -> None:
    """Random edits change their span alone, pybtex reads exactly the change, and set and unset give the old bytes."""
    text, keys = file
    key = data.draw(st.sampled_from(keys))
    name = data.draw(st.sampled_from(["probe", "title", "note", "year"]))
    value = data.draw(oracle.values)
    made = set_(text, key, {name: value})
    before, after = oracle.read(text), oracle.read(made)
    wanted = oracle.with_field(before, key, name, value)
    assert after == wanted
    if made == text:
        return
    start, end = oracle.difference(text, made)
    assert start >= text.index(key)
    behind = text.find("@", text.index(key))
    assert end <= (behind if behind >= 0 else len(text))
    if name not in dict(before[keys.index(key)][2]):
        assert set_(made, key, {name: ""}) == text
    assert set_(made, key, {name: value}) == made


@settings(max_examples=60, deadline=None)
@given(oracle.files(), st.data())
def test_two_edits_commute(file: oracle.File, data: st.DataObject) -> None:
    text, keys = file
    one, two = data.draw(st.sampled_from(keys)), data.draw(st.sampled_from(keys))
    first, second = {"title": data.draw(oracle.values)}, {"year": data.draw(oracle.values)}
    has = {key: dict(fields).keys() for _, key, fields in oracle.read(text)}
    assume(has[one] and has[two])  # an entry without fields is laid out like the rest of its file
    assume(one != two or {"title", "year"} <= has[one])  # both would go to the same place, in the order of asking
    this, that = set_(set_(text, one, first), two, second), set_(set_(text, two, second), one, first)
    assert oracle.read(this) == oracle.read(that)
    assert this == that or one == two  # what delimiters a value gets is read off the fields around it


@settings(max_examples=60, deadline=None)
@given(oracle.files(), st.data())
def test_random_deletions_and_appends(file: oracle.File, data: st.DataObject) -> None:
    text, keys = file
    gone = data.draw(st.lists(st.sampled_from(keys), unique=True, min_size=1))
    assert oracle.read(delete(text, gone)) == [each for each in oracle.read(text) if each[1] not in gone]
    new = "@misc{appended,\n  title = {N},\n}"
    made = edit.append(scan(text), [new])
    assert made.startswith(text)
    assert oracle.read(made) == [*oracle.read(text), ("misc", "appended", [("title", "N")])]
    if text.endswith(("}\n", "}\r\n", ")\n", ")\r\n")):
        assert delete(made, ["appended"]) == text


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["@a{k", "@b(k", "}", ")", ",", " x=1", ' y = "v"', "z={w}", "%r\n", "\n", " ", "#", "@", "t", "\ufeff"]
        )
    ).map("".join)
)
def test_any_text_is_changed_rightly_or_not_at_all(text: str) -> None:
    source = scan(text, "x.bib")
    for block in source.blocks:
        if block.kind == "entry":
            try:
                made = edit.set_fields(source, block, {"probe": "v"})
                back = scan(made, "x.bib").blocks[source.blocks.index(block)]
                again = edit.set_fields(scan(made, "x.bib"), back, {"probe": ""})
            except InputError:
                continue
            assert again == text
    try:
        made = edit.append(source, ["@misc{b}"])
    except InputError:
        return
    assert made.startswith(text)
    assert [block.kind for block in scan(made).blocks][-2:] == ["entry", "junk"]
