"""The scanner: its blocks tile any text, its findings name the place."""

from __future__ import annotations

from pathlib import Path

import pytest
from casefile import Case, cases
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database.input.bibtex import LowLevelParser
from pybtex.utils import CaseInsensitiveDict

from pubman.bibtex import encoding
from pubman.bibtex.entry import MACROS, resolve
from pubman.bibtex.scan import Source, scan
from pubman.bibtex.scan.blocks import ENOUGH
from pubman.bibtex.scan.faults import LIMIT
from pubman.bibtex.scan.source import by_key
from pubman.errors import InputError

HERE = Path(__file__).parent
FRAGMENTS = [
    *(
        "@article{",
        "@book(",
        "@string{",
        "@preamble{",
        "@comment{",
        "@comment(",
        "@Comment x",
        "@",
        "@ misc {",
        "@thèse{",
        "@{k,",
    ),
    *(
        "k1,",
        "K1,",
        "key with blanks,",
        "a(b),",
        ",",
        "title",
        " = ",
        "=",
        "{",
        "}",
        "(",
        ")",
        '"',
        "#",
        "%",
        "% @book{x,",
        "\\",
    ),
    *(
        "{text}",
        "{a {nested} b}",
        "{{{{{{{deep}}}}}}}",
        '"quoted"',
        '"a {"} b"',
        "1999",
        "jan",
        "undefined",
        "2nd",
        "année",
    ),
    *(
        "\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "\f",
        "\u00a0",
        "\ufeff",
        "\0",
        "\u202e",
        "\udcfc",
        "<<<<<<< a\n",
        "=======\n",
        ">>>>>>> b\n",
    ),
    *(
        "@article{k2,\n  title = {T},\n  year = 2020,\n}\n",
        "\n@book{k3, title = {x}},\n year = {2020}}\n",
        "me@example.org (work)",
    ),
]


def described(source: Source) -> str:
    """The blocks that are not blank and the problems, a line each."""
    lines = []
    text = source.text
    for block in source.blocks:
        head = f"{block.kind} {block.type} {source.key(block)}".split()
        if block.kind in ("junk", "comment"):
            if written := " ".join(text[block.start : block.end].split()):
                lines.append(f"{block.kind}: {written}")
            continue
        fields = [
            f"{text[slice(*field.name_span)]}="
            + " # ".join(f"{part.kind} {text[part.start : part.end]}" for part in field.parts)
            for field in block.fields
        ]
        lines.append(" ".join(head) + (": " if fields else "") + "; ".join(" ".join(each.split()) for each in fields))
    lines += [f"{p.line}:{p.column} {p.severity}: {p.message} [{p.rule}]" for p in source.problems]
    if source.refusal:
        lines.append(f"no change allowed, line {source.refusal.line}")
    return "\n".join(lines)


def tiled(source: Source) -> None:
    assert "".join([source.text[block.start : block.end] for block in source.blocks]) == source.text
    assert all(block.start < block.end for block in source.blocks)
    for block in source.blocks:
        assert block.kind != "entry" or block.close == block.end - 1
        for field in block.fields:
            assert block.start < field.name_start <= field.name_end <= field.start < field.end <= block.end
            assert [field.parts[0].start, field.parts[-1].end] == [field.start, field.end]


@cases(HERE)
def test_scan(case: Case) -> None:
    text, wanted = case.parts
    source = scan(text + "\n", "x.bib")
    tiled(source)
    assert described(source) == wanted
    assert described(scan(source.text, "x.bib")) == wanted


@pytest.mark.parametrize(
    ("end", "line"),
    [("\n", 3), ("\r\n", 3), ("\r", 3), ("\f", 1), ("\u2028", 1)],
)
def test_lines_end_with_lf_crlf_or_cr_only(end: str, line: int) -> None:
    source = scan(f"@book{{k,{end}  title = {{T}},{end}  year = 2020, oops}}{end}")
    (problem,) = [each for each in source.problems if each.rule == "syntax"]
    assert problem.line == line
    assert source.text.startswith("@book")


def test_a_byte_order_mark_is_text_and_the_entry_behind_it_starts_a_line() -> None:
    source = scan("\ufeff@book{k, title = {T}}")
    assert [block.kind for block in source.blocks] == ["junk", "entry"]
    assert source.problems == []


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x9b", "\x7f", "\u202e", "\u2066", "\u200b"])
def test_control_characters_are_a_warning_at_their_line(character: str) -> None:
    source = scan(f"@book{{k,\n title = {{a{character}b}},\n}}\n")
    assert [(p.line, p.column, p.severity, p.rule) for p in source.problems] == [
        (2, 12, "warning", "control-character")
    ]
    assert [block.kind for block in source.blocks] == ["entry", "junk"]


@pytest.mark.parametrize("character", ["\t", "\f", "\u00a0", "\u200d", "\u200c", "é", "字"])
def test_characters_that_are_no_controls(character: str) -> None:
    assert scan(f"@book{{k, title = {{a{character}b}}}}").problems == []


def test_every_place_an_edit_needs() -> None:
    text = "@Article{Key,\n  Title = {A} # b,\n  year = 2020,\n}"
    (block,) = scan(text).blocks
    title, year = block.fields
    spans = [block.type_span, block.key_span, title.name_span, title.value_span, year.name_span, year.value_span]
    assert [text[slice(*span)] for span in spans] == ["Article", "Key", "Title", "{A} # b", "year", "2020"]
    assert [text[block.opener], text[block.close]] == ["{", "}"]
    assert [(part.kind, text[part.start : part.end]) for part in title.parts] == [("brace", "{A}"), ("macro", "b")]


def test_an_entry_is_found_by_its_key_whole_or_broken_ignoring_case() -> None:
    source = scan("@book{Key, title = {A}}\n@book{key, title {B}}\n@book{other, title = {C}}\n")
    assert [(block.kind, source.key(block)) for _, block in by_key([source], "KEY")] == [
        ("entry", "Key"),
        ("error", "key"),
    ]


def test_findings_of_one_kind_are_told_up_to_a_limit_and_counted() -> None:
    source = scan("@book{k, a = {1} b = {2}}\n" * (LIMIT + 20))
    assert len(source.problems) == LIMIT + 1
    assert source.problems[-1].line == LIMIT + 1
    assert f"and 19 more like it, to line {LIMIT + 20}" in source.problems[-1].message


def test_a_text_that_is_no_bib_file_is_given_up() -> None:
    source = scan("@book{k,\n" * (ENOUGH + 5))
    tiled(source)
    assert len(source.blocks) == ENOUGH + 1
    assert source.refusal is not None


@pytest.mark.parametrize("depth", [6, 150, 100_000])
def test_nesting_has_no_limit(depth: int) -> None:
    value = "{" * depth + "x" + "}" * depth
    source = scan(f'@book{{deep, title = {value}, note = "a{value}b"}}\n@book{{after, title = {{T}}}}')
    tiled(source)
    assert [source.key(block) for block in source.blocks if block.kind == "entry"] == ["deep", "after"]
    assert source.text[slice(*source.blocks[0].fields[0].value_span)] == value


@pytest.mark.parametrize(
    "text",
    [
        '@a{k, t = "\n' * 9000,
        "{" * 100_000,
        "@a{k, t = {\n" * 9000,
        "@a{k, t = " + "{" * 100_000,
        "@" * 100_000,
        "a = {" * 20_000,
        "@a(k, t = {x},\n" * 9000,
        "%" * 100_000,
        "@comment{" * 9000,
        "@comment(" * 9000,
        "x @a{ " * 20_000,
        "<<<<<<< \n" * 9000,
    ],
    ids=lambda text: str(text[:12]),
)
def test_nasty_text_is_tiled_and_reported_shortly(text: str) -> None:
    source = scan(text)
    tiled(source)
    assert len(source.problems) <= 3 * LIMIT


@given(st.text() | st.lists(st.sampled_from(FRAGMENTS)).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_text_is_tiled_and_resolved(text: str) -> None:
    source = scan(text, "x.bib")
    tiled(source)
    entries, problems = resolve([source])
    assert [entry.block for entry in entries] == [block for block in source.blocks if block.kind == "entry"]
    lines = len(text.splitlines()) + text.count("\r") + 1
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in [*source.problems, *problems])
    errors = [problem for problem in source.problems if problem.severity == "error"]
    assert all(block.kind != "error" or errors for block in source.blocks)


@given(
    st.binary()
    | st.text().map(str.encode)
    | st.lists(st.sampled_from(FRAGMENTS)).map(lambda f: encoding.encode("".join(f)))
)
@settings(max_examples=400, deadline=None)
def test_bytes_come_back(data: bytes) -> None:
    try:
        text = encoding.decode(data, "x.bib")
    except InputError:
        assert b"\0" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff")
        return
    assert encoding.encode(text) == data
    assert bool(encoding.check(data)) == any("\udc80" <= character <= "\udcff" for character in text)


NAMES = st.sampled_from(["title", "Author", "year", "note-1", "a:b"])
TEXTS = st.text(st.sampled_from("ab @%,=\n'#\\é"), max_size=12)
VALUES = st.one_of(
    TEXTS.map(lambda text: f"{{{text}}}"),
    TEXTS.map(lambda text: f'"{text} {{"}}"'),
    TEXTS.map(lambda text: f"{{{{{text}}} x}}"),
    st.sampled_from(["2020", "jan", "NOV", '"a" # jan # {b}', "1 # {--} # 2"]),
)
KEYS = st.text(st.sampled_from("abcXYZ019:-_./"), min_size=1, max_size=8)


@st.composite
def well_formed(draw: st.DrawFn) -> str:
    entries = []
    for key in draw(st.lists(KEYS, unique_by=str.lower, max_size=4)):
        fields = draw(st.lists(st.tuples(NAMES, VALUES), unique_by=lambda field: field[0]))
        body = "".join([f",{draw(st.sampled_from([' ', chr(10)]))}{name} = {value}" for name, value in fields])
        entries.append(
            f"@{draw(st.sampled_from(['article', 'Book']))}{{{key}{body}{draw(st.sampled_from(['', ',']))}\n}}\n"
        )
    return "\n".join(entries)


@given(well_formed())
@settings(max_examples=200, deadline=None)
def test_pybtex_reads_the_same(text: str) -> None:
    theirs = [
        (type_.lower(), key, {name.lower(): "".join(parts) for name, parts in fields})
        for type_, (key, fields) in LowLevelParser(text, macros=CaseInsensitiveDict(MACROS))
    ]
    entries, problems = resolve([scan(text)])
    assert [(entry.type, entry.key, entry.fields) for entry in entries] == theirs
    assert problems == []


@pytest.mark.parametrize("path", sorted(HERE.glob("*.bib")), ids=lambda path: path.name)
def test_pybtex_reads_the_same_of_a_file(path: Path) -> None:
    text = encoding.decode(path.read_bytes(), path.name)
    theirs = {}
    for type_, content in LowLevelParser(text, macros=CaseInsensitiveDict(MACROS)):
        if type_.lower() not in ("string", "preamble"):
            key, fields = content
            theirs[key] = (type_.lower(), {name.lower(): "".join(parts) for name, parts in fields})
    source = scan(text, path.name)
    tiled(source)
    entries, problems = resolve([source])
    ours = {
        entry.key: (entry.type, {n: v for n, v in entry.fields.items() if n not in entry.inherited})
        for entry in entries
    }
    assert ours == theirs
    assert len(ours) >= 3
    assert [*source.problems, *problems] == []
