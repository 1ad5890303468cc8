"""The page: which blocks it has, what may be written into them, and that nothing else is touched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from casefile import cases
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pubman import page
from pubman.errors import InputError, UsageError
from pubman.page.lines import lines

if TYPE_CHECKING:
    from casefile import Case

HERE = Path(__file__).parent
BOM = "\ufeff"
START, END = "<!-- pubman:start -->", "<!-- pubman:end -->"
BODY = "\\[1\\] A. One, “T,” 2020.\n\n\\[2\\] B. Two."


def fill(text: str, bodies: list[str]) -> str:
    return page.fill(text, page.blocks(text, "page.md"), bodies)


@cases(HERE, "fill.cases")
def test_fill(case: Case) -> None:
    text, body, wanted = case.parts
    bodies = body.split("\n----\n")
    for old, new in ((text + "\n", wanted + "\n"), (text, wanted), (BOM + text + "\n", BOM + wanted + "\n")):
        for ending in ("\n", "\r\n", "\r"):
            old_page, new_page = old.replace("\n", ending), new.replace("\n", ending)
            assert fill(old_page, bodies) == new_page
            assert fill(new_page, bodies) == new_page


@cases(HERE, "text.cases")
def test_markers_that_are_text(case: Case) -> None:
    text, wanted = case.parts
    for before in ("", BOM):
        for ending in ("\n", "\r\n", "\r"):
            found = before + text.replace("\n", ending)
            if wanted == "none":
                with pytest.raises(InputError, match="no block"):
                    page.blocks(found, "page.md")
            else:
                assert [block.line for block in page.blocks(found, "page.md")] == [int(line) for line in wanted.split()]


@cases(HERE, "faults.cases")
def test_faults(case: Case) -> None:
    text, wanted = case.parts
    for ending in ("\n", "\r\n", "\r"):
        with pytest.raises(InputError) as raised:
            page.blocks(text.replace("\n", ending), "page.md")
        assert [str(problem) for problem in raised.value.problems] == [f"page.md:{row}" for row in wanted.splitlines()]
        assert all(text.splitlines()[problem.line - 1] == problem.source.rstrip() for problem in raised.value.problems)


@cases(HERE, "markers.cases")
def test_markers(case: Case) -> None:
    (block,) = page.blocks(f"{case.parts[0]}\n{END}\n", "page.md")
    assert (
        f"name {block.name!r}\n" + "".join(f"{name} {value!r}\n" for name, value in block.options.items())
        == case.parts[1] + "\n"
    )


@cases(HERE, "set.cases")
def test_set_option(case: Case) -> None:
    text, given_, wanted = case.parts
    name, value = given_.split(" ", 1)
    text, wanted = (each if END in each else f"{each}\n{END}\n" for each in (text, wanted))
    written = page.set_option(text, page.blocks(text, "page.md")[0], name, value)
    assert written == wanted
    assert page.set_option(written, page.blocks(written, "page.md")[0], name, value) == wanted


@pytest.mark.parametrize(
    ("marker", "value"),
    [
        (START, "a --> b"),
        (START, "a --!> b"),
        (START, "both ' and \""),
        (START, "a\nb"),
        ("[//]: # (pubman:start)", "f(x)"),
    ],
)
def test_set_option_refuses_what_would_break_the_marker(marker: str, value: str) -> None:
    text = f"{marker}\n{END}\n"
    with pytest.raises(UsageError, match="cannot stand in a marker"):
        page.set_option(text, page.blocks(text, "page.md")[0], "where", value)


@cases(HERE, "insert.cases")
def test_insert_markers(case: Case) -> None:
    text, wanted = case.parts
    for ending in ("\n", "\r\n"):
        for last in ("", ending):
            written = page.insert_markers(text.replace("\n", ending) + last, "page.md")
            assert written == wanted.replace("\n", ending) + last
            assert page.insert_markers(written, "page.md") == written
            if "pubman:start -->" in wanted and "- A paper" not in wanted and "\n\n" + END in wanted:
                assert fill(written, [""]) == written, "what init writes is not stale"


@pytest.mark.parametrize("text", ["", BOM, "\n"])
def test_insert_markers_into_an_empty_page(text: str) -> None:
    assert page.insert_markers(text) == f"{text}{START}\n\n{END}\n"


@pytest.mark.parametrize("text", ["```\nopen\n", "<!-- open\n", f"{START}\n", "<!-- Pubman:Start -->\n"])
def test_insert_markers_refuses(text: str) -> None:
    with pytest.raises(InputError, match=r"page\.md"):
        page.insert_markers(text, "page.md")


@cases(HERE, "count.cases")
def test_count(case: Case) -> None:
    body, wanted = case.parts
    assert page.count(f"\n{body}\n\n") == int(wanted)
    assert page.count(f"\n{body}\n\n".replace("\n", "\r\n")) == int(wanted)


@pytest.mark.parametrize(
    ("old", "new", "shrunken"),
    [
        *[(20, 16, False), (20, 15, True), (10, 8, False), (10, 7, True), (100, 80, False), (100, 79, True)],
        *[(3, 2, False), (3, 1, True), (2, 1, False), (2, 0, True), (1, 0, True), (0, 0, False), (0, 3, False)],
    ],
)
def test_shrunken(old: int, new: int, shrunken: bool) -> None:
    assert page.shrunken(old, new) is shrunken


@pytest.mark.parametrize(
    "body", [f"a\n{END}\nb", "```\ncode", "<!-- a comment", f"{START}\n{END}", "x <!-- pubman:end -->"]
)
def test_a_body_that_would_break_the_page_is_refused(body: str) -> None:
    with pytest.raises(InputError, match="nothing was written"):
        fill(f"{START}\n{END}\n\n{START}\n{END}\n", ["", body])


def test_no_block_names_the_page_and_where_markers_are_text() -> None:
    with pytest.raises(
        InputError, match=r"docs/page\.md: no block for a list \(the markers in the code fence of line 2"
    ) as it:
        page.blocks(f"# Me\n```\n{START}\n{END}\n```\n", "docs/page.md")
    assert it.value.exit_code == 3
    assert "pubman init --page docs/page.md" in it.value.hint


WORDS = [
    "# T",
    "text",
    "- item",
    "```",
    "~~~",
    "````x",
    "   ```",
    "  ~~~~",
    "    ```",
    "``` a`b",
    "",
    "  ",
    "\t",
    "\x0c",
    "a\x85b\u2028c",
]


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_fences_are_where_commonmark_has_them(rows: list[str], ending: str) -> None:
    text = ending.join([*rows, "end"])
    fences = {
        number
        for token in MarkdownIt().parse(text)
        if token.type == "fence" and token.map and token.level == 0
        for number in range(token.map[0] + 1, token.map[1] + 1)
    }
    if "- item" not in rows:
        assert {line.number for line in lines(text) if line.within} == fences


OUTSIDE = st.text(st.sampled_from("ab \t#-`~<>\x0c\u2028é\udc80"), max_size=20)
ENDINGS = st.sampled_from(["\n", "\r\n", "\r"])


@given(
    st.booleans(),
    st.lists(st.tuples(OUTSIDE, ENDINGS), max_size=6),
    st.lists(st.tuples(OUTSIDE, ENDINGS), max_size=6),
    ENDINGS,
)
def test_outside_of_the_blocks_every_byte_stays(
    bom: bool, before: list[tuple[str, str]], after: list[tuple[str, str]], ending: str
) -> None:
    head = BOM * bom + "".join(map("".join, before))
    tail = ending + "".join(map("".join, after))
    text = f"{head}{START}{ending}old{ending}{END}{tail}"
    try:
        blocks = page.blocks(text, "page.md")
    except InputError:
        return  # the block stands in a fence or comment
    filled = page.fill(text, blocks, [BODY])
    assert filled.startswith(head + START)
    assert filled.endswith(END + tail)
    assert "A. One" in filled[len(head) : -len(tail)]
    assert fill(filled, [BODY]) == filled
    assert fill(fill(filled, [""]), [BODY]) == filled


def test_the_property_above_meets_pages_with_blocks() -> None:
    assert fill(f"{BOM}a\r{START}\r\nold\n{END}\r\n", ["x"]) == f"{BOM}a\r{START}\r\n\r\nx\r\n\r\n{END}\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "<!-- pubman:start " + "a=b " * 50_000,
        "`" * 100_000 + " <!-- pubman:start -->",
        "> " * 50_000 + "```",
        "[" * 100_000 + "1]",
        "<!-- pubman:start -->\n" * 20_000,
        "<a>\n" * 50_000,
        "```\n" * 50_000,
        "<!--\n" * 50_000,
    ],
)
def test_long_pages_end(text: str) -> None:
    with pytest.raises(InputError):
        page.blocks(text, "page.md")
    assert page.count(text) == 1
