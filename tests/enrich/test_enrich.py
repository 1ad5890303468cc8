"""What a record gives an entry: an entry, a record (see `records.py`), the entry after, and what else is said.

A line `-- ...` behind the record is what the user wants: `update FIELD,...`, `issn`, `upgrade`, `others` (the list is
somebody else's), `fetched FIELD VALUE`, `pin PATTERN FIELD,...`. A case that ends with `the same` changes nothing.
"""

from __future__ import annotations

from pathlib import Path

import casefile
import records
from hypothesis import given
from hypothesis import strategies as st

from pubman.bibtex import edit, entry, read
from pubman.bibtex.scan import scan
from pubman.enrich import How, Plan, pins, plan, provenance
from pubman.enrich.agreement import is_same
from pubman.enrich.changes import Change
from pubman.enrich.upgrading import upgrade
from pubman.errors import InputError


def enriched(bib: str, record: str) -> tuple[str, Plan]:
    """The file after the record was put in, and the plan for it."""
    lines = record.splitlines()
    wishes = [line.removeprefix("-- ").split(" ", 2) for line in lines if line.startswith("-- ")]
    found = records.found("\n".join(line for line in lines if not line.startswith("-- ")))
    update, configured, fetched = (), {}, {}
    for name, *rest in wishes:
        if name == "update":
            update = tuple(rest[0].split(","))
        elif name == "fetched":
            fetched[rest[0]] = rest[1]
        elif name == "pin":
            configured[rest[0]] = rest[1].split(",")
    names = {name for name, *_ in wishes}
    assert names <= {"update", "fetched", "pin", "issn", "upgrade", "others"}
    source = scan(bib, "p.bib")
    each = entry.resolve([source])[0][0]
    work = read.work(each)
    own = pins.of(each, pins.in_comments(source), configured, fetched)
    how = How(update, "issn" in names, "others" not in names)
    made = upgrade(each, work, found, how, own) if "upgrade" in names else plan(each, work, found, how, own)
    return edit.set_each(source, [edit.Edit(each.block, made.values, made.type)]), made


def said(made: Plan) -> str:
    lines = [f"differs: {each.field}: {each.old} / {each.new}" for each in made.differs]
    lines += [f"pinned: {', '.join(made.pinned)}"] if made.pinned else []
    return "\n".join(lines)


@casefile.cases(Path(__file__).parent, "entries*.cases")
def test_entry(case: casefile.Case) -> None:
    bib, record, wanted, *report = case.parts
    after, made = enriched(bib, record)
    assert after == (bib if wanted == "the same" else wanted), f"{case.place}\n{after}"
    assert said(made) == (report[0] if report else ""), f"{case.place}\n{said(made)}"
    again, twice = enriched(after, record)
    if "-- upgrade" not in record:
        assert again == after, f"{case.place}: the second run changed it\n{again}"
        assert twice.status != "filled", f"{case.place}: {twice}"


@casefile.cases(Path(__file__).parent, "same.cases")
def test_same_work(case: casefile.Case) -> None:
    bib, record, wanted = case.parts
    work = read.work(entry.resolve([scan(bib, "p.bib")])[0][0])
    assert wanted in ("yes", "no")
    assert is_same(work, records.found(record).work) == (wanted == "yes"), case.place


FIELDS = st.dictionaries(st.sampled_from(["doi", "volume", "pages"]), st.text(max_size=5), max_size=3)


@given(st.dictionaries(st.text(max_size=8), FIELDS, max_size=4))
def test_provenance_reads_what_it_writes(values: dict[str, dict[str, str]]) -> None:
    table: provenance.Provenance = {}
    for key, fields in values.items():
        changes = [Change(field, "", value or "x") for field, value in fields.items()]
        table = provenance.noted(table, key, changes, "crossref", "2026-11-24")
    text = provenance.write(table)
    again = provenance.read(text, "p.fetched.json")
    assert again == {key: fields for key, fields in table.items() if fields}
    assert text.count("\n") == max(2, len(again) + 2) - (not again)
    assert provenance.write(again) == text


def test_provenance_forgets_what_was_removed() -> None:
    table = provenance.noted({}, "a", [Change("note", "", "x"), Change("doi", "", "10.5555/a")], "crossref", "2026")
    table = provenance.noted(table, "a", [Change("note", "x", "")], "crossref", "2026")
    assert provenance.write(table) == '{\n"a": {"doi": ["crossref", "2026", "10.5555/a"]}\n}\n'


def test_provenance_that_does_not_read() -> None:
    for text in ("<<<<<<< HEAD\n", "[1]", '{"a": 1}', '{"a": {"doi": ["x"]}}', "[" * 100_000):
        try:
            provenance.read(text, "p.fetched.json")
        except InputError as error:
            assert "p.fetched.json" in error.message  # noqa: PT017
        else:
            raise AssertionError(text[:40])
