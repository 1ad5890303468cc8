"""Entries: macros, joined values, inheritance, duplicates."""

from __future__ import annotations

from pathlib import Path

import pytest
from casefile import Case, cases

from pubman.bibtex import encoding
from pubman.bibtex.entry import ROOM, Entry, resolve
from pubman.bibtex.entry.inheritance import MOST
from pubman.bibtex.scan import scan
from pubman.bibtex.scan.faults import LIMIT
from pubman.errors import InputError

HERE = Path(__file__).parent


def described(entry: Entry) -> str:
    inherited = [f"  {name} = {entry.fields[name]}  (inherited)" for name in entry.inherited]
    own = [f"  {name} = {value}" for name, value in entry.fields.items() if name not in entry.inherited]
    parent = "  (a parent)" if entry.parent else ""
    lines = [f"{entry.type} {entry.key}, {entry.file}:{entry.line}{parent}", *own, *inherited]
    return "\n".join([line.rstrip() for line in lines])


def run(text: str) -> str:
    """Entries and problems; a line `--- name.bib` starts another file."""
    sources = []
    for chunk in f"--- x.bib\n{text}".replace("\n--- ", "\0").removeprefix("--- ").split("\0"):
        name, _, body = chunk.partition("\n")
        if body:
            sources.append(scan(body, name))
    entries, problems = resolve(sources)
    told = [f"{p.file}:{p.line}:{p.column} {p.severity}: {p.message} [{p.rule}]" for p in problems]
    return "\n".join([*map(described, entries), *told])


@cases(HERE)
def test_entries(case: Case) -> None:
    text, wanted = case.parts
    assert run(text) == wanted
    assert run(text) == wanted  # nothing is left over from a reading before


def test_bytes_that_are_not_utf8_are_shown_as_windows_1252() -> None:
    data = b"@book{m\xfcller, title = {\x93Gr\xf6\xdfe\x94}, publisher = {\xc3\xa9dition}, note = {\x81}}"
    ((entry,), problems) = resolve([scan(encoding.decode(data))])
    assert problems == []
    assert entry.key == "müller"
    assert entry.fields == {"title": "“Größe”", "publisher": "édition", "note": "\N{REPLACEMENT CHARACTER}"}
    assert encoding.encode(entry.source.text) == data


def test_the_warning_about_an_encoding_names_the_first_byte() -> None:
    (problem,) = encoding.check("é\r\n@book{".encode() + b"\xfc\n", "x.bib")
    assert (problem.line, problem.column, problem.severity, problem.source) == (2, 7, "warning", "@book{ü")
    assert "UTF-8" in problem.message
    assert encoding.check("é\n".encode()) == []


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_refused_at_line_1(codec: str) -> None:
    with pytest.raises(InputError, match=r"x\.bib:1: .*UTF-16") as caught:
        encoding.decode("@book{k, title = {T}}".encode(codec), "x.bib")
    assert caught.value.exit_code == 3
    assert caught.value.hint


def test_macros_that_double_themselves_are_stopped() -> None:
    text = "@string{a0 = {xxxxxxxxxx}}" + "".join([f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(100)])
    entries, problems = resolve([scan(text + "@book{k, title = a100}")])
    assert len(entries[0].fields["title"]) < ROOM
    assert {(problem.rule, problem.severity) for problem in problems} == {("macro-size", "error")}


def test_a_parent_hands_down_no_more_than_is_sensible() -> None:
    fields = "".join([f"f{n} = 1, " for n in range(MOST + 50)])
    entries, _ = resolve([scan(f"@book{{p, {fields}}} @book{{k, crossref = {{p}}}}")])
    assert len(entries[1].inherited) == MOST


def test_a_long_line_of_parents_and_a_long_circle() -> None:
    line = "".join([f"@book{{k{n}, crossref = {{k{n + 1}}}}}\n" for n in range(3000)]) + "@book{k3000, year = 2020}"
    entries, problems = resolve([scan(line)])
    assert {entry.fields["year"] for entry in entries} == {"2020"}
    assert problems == []
    _, problems = resolve([scan("".join([f"@book{{k{n}, crossref = {{k{(n + 1) % 3000}}}}}\n" for n in range(3000)]))])
    assert [problem.rule for problem in problems] == ["crossref-cycle"]
    assert "k0 -> k1 -> k2 -> k3 -> k4 -> ... -> k0" in problems[0].message


def test_many_duplicates_are_told_shortly() -> None:
    _, problems = resolve([scan("@book{k}\n" * 2000, "x.bib")])
    assert len(problems) == LIMIT + 1
    assert "also at x.bib:1, x.bib:3, x.bib:4, x.bib:5, x.bib:6 and 1994 more" in problems[0].message
    assert len(problems[-1].message) < 200


def test_the_line_and_the_file_of_an_entry() -> None:
    (_, entry), _ = resolve([scan("@book{a}\n", "a.bib"), scan("\n\r\n@book{b,\n year = 1}", "b.bib")])
    assert (entry.file, entry.line) == ("b.bib", 3)
    assert entry.source.text[entry.block.start : entry.block.end] == "@book{b,\n year = 1}"
