"""LaTeX in fields: `*emph*`, `#strong#`, `^sup^`, `~sub~`, `%small caps%`, `|code|`, `$math$`, `[protected]`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import casefile
import latexcodec  # noqa: F401  (importing it registers the codec)
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubman import text
from pubman.bibtex import latex

if TYPE_CHECKING:
    from pubman.text import Text

HERE = Path(__file__).parent
SIGNS = (
    (text.PROTECTED, "[", "]"),
    (text.STRONG, "#", "#"),
    (text.EMPH, "*", "*"),
    (text.SMALLCAPS, "%", "%"),
    (text.CODE, "|", "|"),
    (text.MATH, "$", "$"),
    (text.SUP, "^", "^"),
    (text.SUB, "~", "~"),
)
ACTIVE = set("\\{}$~&<`'\"-")


def shown(runs: Text) -> str:
    """Runs as a line a person can read; a no-break space is `·`, a narrow one `‧`."""
    written = []
    for string, marks, link in runs:
        before = "".join(left for mark, left, _ in SIGNS if marks & mark)
        after = "".join(right for mark, _, right in reversed(SIGNS) if marks & mark)
        written.append(f"{before}{string}{after}" + (f"→({link})" if link else ""))
    return "".join(written).replace("\u00a0", "·").replace("\u202f", "‧")


@casefile.cases(HERE, "*.cases")
def test_decode(case: casefile.Case) -> None:
    tex, expected = case.parts
    assert shown(latex.decode(tex)) == expected
    assert latex.plain(tex) == text.plain(latex.decode(tex))


def test_controls_and_directions_are_dropped() -> None:
    assert latex.plain("a\x00b\x1b[0m\u202ec\u200bd\ufeff\x9b") == "ab[0mcd"
    assert latex.plain("a\tb\r\nc\u2028d \x0b e") == "a b c d e"
    assert latex.plain("&#x202e;a&#0;b&#7;") == "a\ufffdb"
    assert latex.plain("caf\udce9") == "caf\ufffd"


def test_joiners_that_scripts_need_stay() -> None:
    assert latex.plain("می\u200cخواهم") == "می\u200cخواهم"


def test_an_accent_is_one_character_with_its_letter() -> None:
    assert latex.plain("Me\u0301dard") == latex.plain(r"M\'edard") == "M\u00e9dard"


@pytest.mark.parametrize(
    "unit", ["{", "}", "{}", "$", "\\foo{", "\\'", "<i>", "&amp;", "'a ", "\\(a", "\\frac{", "{\\bf "]
)
def test_depth_and_length_do_no_harm(unit: str) -> None:
    assert isinstance(latex.plain(unit * 20_000), str)


def test_a_million_braces() -> None:
    assert latex.decode("{" * 1_000_000 + "a" + "}" * 1_000_000) == (text.Run("a", text.PROTECTED),)


@given(st.text())
def test_never_an_exception(string: str) -> None:
    runs = latex.decode(string)
    assert all(run.string for run in runs)


PIECES = [*"\\{}$~&<>`'\"-^_()[]; aeéiH1,.=+", "\\emph", "\\frac", "$x$", "\\url{", "\\text{", "<i>", "</i>", "\\'"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_never_an_exception_on_what_looks_like_latex(string: str) -> None:
    plain = latex.plain(string)
    assert plain == plain.strip(" ")
    assert "  " not in plain


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"])))
def test_text_without_commands_comes_back(string: str) -> None:
    if not ACTIVE & set(string):
        assert latex.decode(string) == text.text(string)


@given(st.text(alphabet=st.sampled_from("abcXYZ019 {}")))
def test_letters_and_digits_in_braces_are_never_lost(string: str) -> None:
    assert latex.plain(string).replace(" ", "") == "".join(c for c in string if c not in "{} ")


@given(st.sampled_from("'`^\"~=.uvHckdbr"), st.sampled_from("aeiouncsczAEIOUNCSZ"))
def test_accents_as_latexcodec_has_them(accent: str, letter: str) -> None:
    oracle = f"\\{accent}{{{letter}}}".encode("ascii").decode("latex+ascii")
    ours = latex.plain(f"\\{accent}{{{letter}}}")
    if len(oracle) == 1:
        assert ours == oracle
    else:
        assert len(ours) in (1, 2)
        assert ours[0].upper() != ours[0] or letter.isupper()
