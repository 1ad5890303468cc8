"""The hostile list as a reader sees it: through every renderer at hand, only our tags, and the text that was given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import casefile
import pytest
from dom import Page
from formats.notation import characters
from hosts import GENERATORS, HUGO, RENDERERS, build
from hypothesis import given, settings
from hypothesis import strategies as st

from pubman import registry
from pubman.options import Options
from pubman.references import Group, Reference
from pubman.text import EMPH, PROTECTED, STRONG, SUB, SUP, Run, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

PAYLOADS = casefile.read(Path(__file__).parent / "payloads.cases")
PLACES = ("title", "author", "journal", "address", "DOI")
FORMATS = ("markdown", "html")


def reference(place: str, value: str) -> Text:
    """A reference with the value in one place."""
    author, title, journal, address = Run("A. Roe", STRONG), Run("On it"), Run("Nature", EMPH), Run("")
    if place == "author":
        author = Run(value, STRONG)
    elif place == "title":
        title = Run(value, PROTECTED)
    elif place == "journal":
        journal = Run(value, EMPH)
    elif place == "address":
        address = Run(value, 0, value)
    else:
        address = Run(value, 0, f"https://doi.org/{value}")
    return (author, Run(", “"), title, Run(",” "), journal, Run(", 2020, doi: "), address, Run("."))


def source(form: str, value: str) -> str:
    """A page with a block, as pubman leaves it: the value in every place, and text around."""
    references = tuple(Reference("k", n, f"[{n}]", "misc", reference(place, value)) for n, place in enumerate(PLACES))
    # A heading of HTML can hold a value just as well; what it is called is the owner's choice of grouping.
    block = registry.load("formats", form).listing([Group(value, references)], Options())
    assert not [active for active in ("{{", "{%", "{:", "{#", "<!", "-->", "<script", "](java") if active in block]
    return f"Before.\n\n<!-- pubman:start -->\n\n{block}\n\n<!-- pubman:end -->\n\nAfter.\n"


def expected(shown: str) -> list[tuple[str, str]]:
    """The blocks a reader must see."""
    texts = ["".join(run.string for run in reference(place, shown)) for place in PLACES]
    listed = [("p", f"[{n}] {text}") for n, text in enumerate(texts)]
    return [("p", "Before."), ("h3", shown), *listed, ("p", "After.")]


def look(html: str, shown: str) -> Page:
    """Assert that a rendered page shows just the value, with nothing of it at work."""
    page = Page(html)
    assert page.foreign == []
    assert [(tag, text) for tag, text, _ in page.blocks] == expected(shown)
    assert [href for href in page.hrefs if not href.lower().startswith(("http://", "https://"))] == []
    return page


def marked(page: Page) -> tuple[bool, bool, bool]:
    """Whether the author is strong, the journal emphasised and the DOI linked, each from end to end."""
    author, journal, doi = (page.blocks[2 + PLACES.index(place)] for place in ("author", "journal", "DOI"))
    return (
        author.marks.count(frozenset({"strong"})) == author.text.index(", “On it") - 4,
        all("em" in marks for marks in journal.marks[journal.text.index(",” ") + 3 : journal.text.rindex(", 2020")]),
        all("a" in marks for marks in doi.marks[doi.text.index("doi: ") + 5 : -1]),
    )


@pytest.mark.parametrize("payload", PAYLOADS, ids=[payload.title for payload in PAYLOADS])
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("renderer", RENDERERS)
def test_renderer(renderer: str, form: str, payload: casefile.Case) -> None:
    value, shown = (characters(part) for part in payload.parts)
    page = look(RENDERERS[renderer](source(form, value)), shown)
    assert page.comments == [" pubman:start ", " pubman:end "]
    # A DOI that holds characters not to be seen leads nowhere.
    assert marked(page) == (True, True, value == shown)


@pytest.fixture(scope="session", params=GENERATORS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Mapping[str, str]]:
    """A generator and all pages it made of the hostile list."""
    pages = {
        f"{form}{n}": source(form, characters(payload.parts[0]))
        for form in FORMATS
        for n, payload in enumerate(PAYLOADS)
    }
    return request.param, build(request.param, pages, tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize("number", range(len(PAYLOADS)), ids=[payload.title for payload in PAYLOADS])
@pytest.mark.parametrize("form", FORMATS)
def test_site(site: tuple[str, Mapping[str, str]], form: str, number: int) -> None:
    generator, pages = site
    value, shown = (characters(part) for part in PAYLOADS[number].parts)
    page = look(pages[f"{form}{number}"], shown)
    if (generator, form) != (HUGO, "markdown"):
        assert page.comments == [" pubman:start ", " pubman:end "]
    assert marked(page) == (True, True, value == shown)


ACTIVE = st.text(st.sampled_from("ab1 .,:;-–“”()!?*_`~[]{}<>|\\/&#$%^'\"+=@é張\u00a0"), min_size=1, max_size=7)
MARKS = st.sampled_from([0, 0, EMPH, STRONG, EMPH | STRONG, SUP, SUB | EMPH])
TEXTS = st.lists(
    st.builds(Run, ACTIVE, MARKS, st.sampled_from(["", "", "https://example.org/"])), min_size=1, max_size=5
)
NAMES = {EMPH: "em", STRONG: "strong", SUP: "sup", SUB: "sub"}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("renderer", RENDERERS)
@given(text=TEXTS.map(tuple))
@settings(max_examples=150, deadline=None)
def test_every_character_keeps_its_marks(renderer: str, form: str, text: Text) -> None:
    block = registry.load("formats", form).listing([Group("", (Reference("k", 1, "[1]", "misc", text),))], Options())
    page = Page(RENDERERS[renderer](block))
    assert page.foreign == []
    ((tag, shown, marks),) = page.blocks
    assert tag == "p"
    given_marks = [
        (char, {name for mark, name in NAMES.items() if run.marks & mark} | ({"a"} if run.link else set()))
        for run in (Run("[1] "), *text)
        for char in run.string
    ]
    # Digits and signs alone are raised and lowered as characters: no tag is left to look for.
    plain = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐ", "0123456789+-=()0123456789+-=()a")
    seen = [(char.translate(plain), found) for char, found in zip(shown, marks, strict=True) if not char.isspace()]
    wanted = [(char, each) for char, each in given_marks if not char.isspace()]
    assert [char for char, _ in seen] == [char for char, _ in wanted]
    for (_, found), (_, each) in zip(seen, wanted, strict=True):
        assert found - {"sup", "sub"} == each - {"sup", "sub"}
        assert found <= each
