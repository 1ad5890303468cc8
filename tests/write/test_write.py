"""Works as BibTeX: readable, read back as they were, and never more than one entry whatever the values hold."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import casefile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database.input.bibtex import LowLevelParser

from pubman.bibtex import entry, latex, read, write
from pubman.bibtex.edit import habits
from pubman.bibtex.scan import scan
from pubman.bibtex.write import escape
from pubman.errors import InputError
from pubman.text import EMPH, MATH, PROTECTED, SUB, SUP, Run, text
from pubman.work import Date, Day, Name, Names, Work

FOLDER = Path(__file__).parent
HOSTILE = [
    "}, x={y}} @article{evil,",
    "\\input{/etc/passwd}",
    "\\write18{rm -rf /}",
    "{{{{",
    "a\\",
    '"}" # jan # {',
    "% comment",
    "@comment{",
    "a & b # c $ d ~ e ^ f _ g",
    "line\nbreak\r\n\ttab",
    "\x00\x1b[31m\u202e\ud800",
    "and others and",
    "x, y, z, w",
    "",
    " ",
]


def work_of(tex: str) -> Work:
    entries, problems = entry.resolve([scan(tex)])
    assert not problems
    return read.work(entries[0])


@casefile.cases(FOLDER, "write.cases")
def test_write(case: casefile.Case) -> None:
    before, after = case.parts
    written = write.entry(work_of(before), "k")
    assert written == after, case.place
    assert write.entry(work_of(written), "k") == after, f"{case.place}: written and read once more"


@casefile.cases(FOLDER, "write.cases")
def test_pure_ascii(case: casefile.Case) -> None:
    """In ASCII the same is read as in UTF-8."""
    work = work_of(case.parts[0])
    written = write.entry(work, "k", pure_ascii=True)
    assert written.isascii()
    assert work_of(written) == work_of(write.entry(work, "k"))


@casefile.cases(FOLDER, "names.cases")
def test_names(case: casefile.Case) -> None:
    parts = [part.strip() for part in case.parts[0].split("|")]
    name = Name(literal=parts[0]) if len(parts) == 1 else Name(*parts)
    work = Work(key="", type="document", author=Names((name,)))
    assert f"  author = {{{case.parts[1]}}},\n" in write.entry(work, "k"), case.place


def test_others_is_no_name() -> None:
    work = Work(key="", type="document", author=Names((Name("A", "B"),), others=True))
    assert "author = {A, B and others}" in write.entry(work, "k")
    assert "others" not in write.entry(replace(work, author=Names((), others=True)), "k")


def test_formatted_text() -> None:
    runs = (Run("On "), Run("x", MATH), Run("2", MATH | SUP), Run(" and α", MATH), Run(" of "), Run("Zhao", PROTECTED))
    assert escape.formatted((*runs, Run(" in vivo ", EMPH), Run("2", SUB))) == (
        "On $x^{2}and \\alpha$ of {Zhao} \\emph{in vivo} \\textsubscript{2}"
    )


def test_in_another_layout() -> None:
    layout = habits.Habits(eol="\r\n", indent="\t", trailing=False, width=1, quote=True, bare=True)
    work = Work(key="", type="document", title=text('A "q"'), issued=Date(Day(2020, 3)), note='a "')
    assert write.entry(work, "k", layout=layout) == (
        '@misc{k,\r\n\ttitle = "A ``q\'\'",\r\n\tyear  = 2020,\r\n\tmonth = mar,\r\n\tnote  = "a ``"\r\n}'
    )


def test_no_name_in_tex() -> None:
    with pytest.raises(InputError, match=r"'张' .U.5F20. has no name in TeX"):
        write.entry(Work(key="", type="document", title=text("张")), "k", pure_ascii=True)


def only_entry(written: str, key: str) -> dict[str, str]:
    """The fields of the one entry that pubman and pybtex both see, or a failure."""
    source = scan(written)
    assert [block.kind for block in source.blocks] == ["entry"]
    assert not [problem for problem in source.problems if problem.rule != "control-character"]
    found = [*LowLevelParser(written)]
    assert [(type_, content[0]) for type_, content in found] == [(source.blocks[0].type, key)]
    ((_, (_, fields)),) = found
    return {name: "".join(parts) for name, parts in fields}


def full(value: str) -> Work:
    runs = (*text(value), Run(value, MATH), Run(value, EMPH | PROTECTED))
    people = Names((Name(value, value, value, value), Name(literal=value), Name(value)))
    return Work(
        key="", type="paper-conference", title=runs, container_title=runs, collection_title=runs, event_title=runs,
        author=people, editor=people, issued=Date(literal=value), event_place=value, publisher=value,
        publisher_place=f"{value}x", volume=value, issue=value, number=value, page=value, article_number=value,
        edition=value, genre=value, medium=value, status=value, archive=value, archive_id=value, DOI=value, URL=value,
        ISBN=value, ISSN=value, language=value, note=value, keyword=(value, value),
    )  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values(value: str) -> None:
    for type_ in write.TYPES:
        fields = only_entry(write.entry(replace(full(value), type=type_), "k"), "k")
        for name, tex in fields.items():
            commands = set(re.findall(r"\\[A-Za-z]+", tex))
            assert not commands & {"\\input", "\\write"}, name
            assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e\ud800]", tex)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=12) | st.text(alphabet="{}\\\"%#@,=&$~^_-'` an", max_size=12))
def test_any_value(value: str) -> None:
    only_entry(write.entry(full(value), "k"), "k")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab AB12{}\\\"%#@,=&$~^_-'`.:;()[]éüß–’“”≤α", max_size=16))
def test_what_is_read_is_what_was_written(value: str) -> None:
    for pure_ascii in (False, True):
        tex = escape.tex(value, pure_ascii=pure_ascii)
        assert letters(latex.plain(tex)) == letters(escape.clean(value))
        assert tex.isascii() or not pure_ascii


def letters(string: str) -> str:
    """A string without quotation marks, which TeX may turn."""
    return re.sub("['’‘‚\"“”„]", "", string)


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("10.1007/978-3-642-24769-9_9", "10.1007/978-3-642-24769-9_9"),
        ("https://a.org/~x_y%20?a=b&c#d", "https://a.org/~x_y%20?a=b&c#d"),
        ("10.1/{a}\\b c", "10.1/%7Ba%7D%5Cb%20c"),
        ("https://a.org/\x1b\u202e", "https://a.org/%1B%E2%80%AE"),
    ],
)
def test_verbatim(address: str, wanted: str) -> None:
    assert escape.verbatim(address) == wanted
    work = Work(key="", type="document", DOI=address)
    assert f"doi = {{{wanted}}}" in write.entry(work, "k")


def test_a_volume_comes_back_as_it_was_written() -> None:
    for bib in (
        "@book{k, author = {Ann Roe}, title = {The Volume}, maintitle = {The Work}, volume = {2}, year = {2000}}",
        "@incollection{k, author = {Ann Roe}, title = {A part}, booktitle = {The Volume}, maintitle = {The Work}, year = {2000}}",  # noqa: E501
    ):
        (found,), _ = entry.resolve([scan(bib)])
        work = read.work(found)
        (again,), _ = entry.resolve([scan(write.entry(work, "k"))])
        assert read.work(again) == work
