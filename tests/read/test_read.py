"""Entries in, works out: the variables that every case shows, and what holds whatever the fields are."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

from casefile import Case, cases
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pubman.bibtex import entry, read, scan
from pubman.options import Options
from pubman.styles import ieee
from pubman.text import plain
from pubman.work import Date, Day, Names, Work

SHOWN_NEVER = {"key", "title", "keyword", "note"}


def shown(value: object) -> str:
    """A variable's value on one line."""
    if isinstance(value, Names):
        people = [" | ".join(filter(None, person)) for person in value.people]
        return "; ".join([*people, *(["others"] if value.others else [])])
    if isinstance(value, Date):
        return " ".join(filter(None, ["..".join(map(iso, filter(None, value[:2]))), value.season, value.literal]))
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        return " ".join(value)
    return value if isinstance(value, str) else plain(value)  # type: ignore[arg-type]


def iso(day: Day) -> str:
    return "-".join(str(part) for part in day if part)


def variables(work: Work, wanted: set[str]) -> list[str]:
    pairs = [(field.name, getattr(work, field.name)) for field in fields(Work) if field.name in wanted]
    return [f"{name}: {said}" for name, value in pairs if (said := shown(value))]


def works(bibtex: str) -> list[Work]:
    entries, problems = entry.resolve([scan.scan(bibtex, "case.bib")])
    assert not problems
    return [read.work(each) for each in entries]


@cases(Path(__file__).parent)
def test_work(case: Case) -> None:
    """The whole work is shown, but for its key, title, keywords and note, which a case asks for by naming them."""
    bibtex, expected = case.parts
    named = {line.partition(":")[0] for line in expected.split("\n")}
    wanted = {field.name for field in fields(Work)} - (SHOWN_NEVER - named)
    (work,) = works(bibtex)
    assert variables(work, wanted) == expected.split("\n")


NAMES = """author editor translator title subtitle journal journaltitle booktitle eventtitle series volume number issue
pages eid year month day date eventdate urldate edition chapter type entrysubtype pubstate note howpublished doi url
eprint archiveprefix eprinttype primaryclass publisher organization institution school address location venue
nationality language intype paper version maintitle department yearfiled""".split()
TYPES = "article inproceedings incollection inbook book manual phdthesis techreport standard patent misc online".split()
TYPES += "unpublished dataset software video proceedings periodical letter thesis report booklet movie".split()
PIECES = [
    "to appear",
    "in press",
    "2019",
    "PP(99)",
    "1-1",
    "\\url{http://a.b/c}",
    "10.1000/x",
    "arXiv:2001.05852",
    "\\'{e}",
    "{{",
    "}",
]
PIECES += [
    "null",
    "A. B. Doe",
    " and ",
    "others",
    'jun # "~1"',
    "US Patent 7,898,187",
    "presented at the X, Y, May 3, 2001",
    "--",
    ", ",
]
PIECES += [
    "lecture",
    "blog",
    "Accessed: 2020-01-01",
    "\u200b",
    "\u0301",
    "\ud800",
    "``",
    "''",
    "$x^2$",
    "<i>",
    "&amp;",
    "%",
    "'",
    "?",
    ".",
]
VALUES = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=5).map("".join)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(TYPES), st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=12))
@example("misc", {"title": "\u0301", "url": "\\url{", "note": "presented at ,,, 2001"})
@example("inproceedings", {"booktitle": "x, May 2001", "title": "''"})
@example("article", {"title": "''", "author": "and and"})
@example("article", {"author": "} and "})
@example("article", {"title": "."})
@example("inbook", {"title": "$x^2$."})
@example("article", {"author": "0 \x1b"})
def test_any_fields_are_read_and_set(type_: str, values: dict[str, str]) -> None:
    source = scan.scan("@misc{k, title = {T}}", "case.bib")
    ((given_entry,), _) = entry.resolve([source])
    given_entry.type, given_entry.fields = type_, values
    work = read.work(given_entry)
    for options in (Options(), Options(me=("Ann Doe",), max_authors=1), Options(titles="as-given", journals="full")):
        runs = ieee.reference(work, replace(options, format="text"))
        assert all(run.string for run in runs)
        assert plain(runs).endswith((".", "?”", "!”", ".”", "?", "!")) or work.URL


CLEAN = {
    "author": "Doe, Jane and Roe, Sam",
    "editor": "Poe, Ben",
    "translator": "Loe, Tim",
    "title": "Rivers",
    "journal": "Nature",
    "booktitle": "Proc. Rivers",
    "eventtitle": "River Conference",
    "series": "Great Works",
    "volume": "3",
    "number": "4",
    "pages": "5--9",
    "eid": "12",
    "year": "2001",
    "month": "May",
    "edition": "2",
    "chapter": "6",
    "note": "A note",
    "doi": "10.1000/x",
    "url": "https://example.org/x",
    "urldate": "2020-01-02",
    "publisher": "Wiley",
    "organization": "Cisco",
    "institution": "NASA",
    "school": "Osaka University",
    "address": "Oslo, Norway",
    "location": "Rome, Italy",
    "howpublished": "White Paper",
    "version": "1.2",
    "language": "french",
    "type": "Kind",
    "paper": "7",
}


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(TYPES), st.sets(st.sampled_from(sorted(CLEAN))))
def test_a_missing_part_leaves_no_trace(type_: str, names: set[str]) -> None:
    source = scan.scan("@misc{k, title = {T}}", "case.bib")
    ((given_entry,), _) = entry.resolve([source])
    given_entry.type, given_entry.fields = type_, {name: CLEAN[name] for name in sorted(names)}
    said = plain(ieee.reference(read.work(given_entry), Options()))
    assert not re.search(r",\s*[,.]|\.\.|\s[,.]|\s\s|\(\)|\(\s|[“‘]\s|^[\s,.]|“[,.]|: [,.]", said)
    assert said.endswith("https://example.org/x" if "url" in names and "doi" not in names else (".", ".”"))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(TYPES), st.sets(st.sampled_from([name for name in NAMES if name not in ("title", "author")])))
def test_placeholders_change_nothing(type_: str, names: set[str]) -> None:
    """A field that says nothing is a field that is not there."""
    source = scan.scan("@misc{k, title = {T}}", "case.bib")
    ((bare,), _), ((filled,), _) = entry.resolve([source]), entry.resolve([source])
    bare.type = filled.type = type_
    bare.fields = {"title": "T", "author": "Doe, Jane"}
    filled.fields = bare.fields | dict.fromkeys(names, "{}")
    assert read.work(bare) == read.work(filled)
