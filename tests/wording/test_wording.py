"""English as reference lists write it: a line of input gives a line of output, and a second time changes nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from casefile import Case, cases, read
from hypothesis import given
from hypothesis import strategies as st

from pubman.text import EMPH, MATH, PROTECTED, Run, Text, plain
from pubman.wording import abbreviations, nouns, ordinals, places, tables
from pubman.wording.titles import sentence_case

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
UNCHANGED = "(unchanged)"


def title(source: str) -> Text:
    """Braces protect and dollars are mathematics, as a .bib file has it."""
    marks = {"{": PROTECTED, "$": MATH}
    parts = re.findall(r"\{[^{}]*\}|\$[^$]*\$|[^{}$]+", source)
    return tuple(Run(part[1:-1], marks[part[0]]) if part[0] in marks else Run(part) for part in parts)


def cased(source: str) -> str:
    return plain(sentence_case(title(source)))


def check(case: Case, function: Callable[[str], str]) -> None:
    given_lines = case.parts[0].split("\n")
    wanted = given_lines if case.parts[1] == UNCHANGED else case.parts[1].split("\n")
    assert [function(line) for line in given_lines] == wanted
    assert [function(line) for line in wanted] == wanted


@cases(HERE, "titles*.cases")
def test_title(case: Case) -> None:
    given_lines = case.parts[0].split("\n")
    wanted = given_lines if case.parts[1] == UNCHANGED else case.parts[1].split("\n")
    words = frozenset(case.parts[2].split("\n")) if len(case.parts) > 2 else frozenset()
    for line, expected in zip(given_lines, wanted, strict=True):
        once = sentence_case(title(line), words)
        assert plain(once) == re.sub(r"[{}$]", "", expected)
        assert sentence_case(once, words) == once


@cases(HERE, "journals*.cases")
def test_journal(case: Case) -> None:
    check(case, abbreviations.journal)


@cases(HERE, "conferences*.cases")
def test_conference(case: Case) -> None:
    check(case, abbreviations.conference)


@cases(HERE, "institutions*.cases")
def test_institution(case: Case) -> None:
    check(case, abbreviations.institution)


@cases(HERE, "publishers*.cases")
def test_publisher(case: Case) -> None:
    check(case, abbreviations.publisher)


@cases(HERE, "places*.cases")
def test_place(case: Case) -> None:
    check(case, places.place)


@cases(HERE, "editions*.cases")
def test_edition(case: Case) -> None:
    given_lines = case.parts[0].split("\n")
    wanted = given_lines if case.parts[1] == UNCHANGED else case.parts[1].split("\n")
    assert [ordinals.edition(line) or "(none)" for line in given_lines] == wanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("First", "1st"),
        ("Second", "2nd"),
        ("Third", "3rd"),
        ("Fourth", "4th"),
        ("Eleventh", "11th"),
        ("Twelfth", "12th"),
        ("Thirteenth", "13th"),
        ("twentieth", "20th"),
        ("Twenty-First", "21st"),
        ("Twenty-second", "22nd"),
        ("Twenty-Third", "23rd"),
        ("Ninety Ninth", "99th"),
        ("Hundredth", "100th"),
        ("One Hundred and Twelfth", "112th"),
        ("Hundred and First", "101st"),
    ],
)
def test_numeral(word: str, wanted: str) -> None:
    assert ordinals.numeral(word) == wanted


@pytest.mark.parametrize(
    "word", ["North", "System", "Fast", "Forty-Tenth", "Twenty", "Second-Order", "3rd", "", "Party"]
)
def test_numeral_leaves_other_words(word: str) -> None:
    assert ordinals.numeral(word) == word


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        *((1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th")),
        *((21, "21st"), (101, "101st"), (111, "111th"), (112, "112th"), (113, "113th"), (122, "122nd")),
    ],
)
def test_ordinal(number: int, wanted: str) -> None:
    assert ordinals.ordinal(number) == wanted


@pytest.mark.parametrize(
    ("name", "institution", "wanted"),
    [
        ("Ann Arbor, MI, USA", "Univ. Michigan", "Ann Arbor"),
        ("Los Angeles, CA", "University of Southern California", "Los Angeles"),
        ("Seattle, Washington", "Univ. Washington", "Seattle"),
        ("Berkeley, CA, USA", "Univ. California, Berkeley", ""),
        ("Buffalo, NY", "State Univ. New York Buffalo", ""),
        ("New York, NY, USA", "New York Univ.", "New York, NY, USA"),
        ("Cambridge, MA", "Harvard Univ.", "Cambridge, MA, USA"),
        ("Cambridge, MA, USA", "Massachusetts Inst. Technol.", "Cambridge, MA, USA"),
        ("St. Louis, MO, USA", "Washington Univ.", "St. Louis, MO, USA"),
        ("London, UK", "Univ. London", "London, U.K."),
        ("Berkeley", "Univ. California", "Berkeley"),
        ("", "Univ. California", ""),
    ],
)
def test_a_university_named_after_its_state_needs_no_state(name: str, institution: str, wanted: str) -> None:
    assert places.without_state(name, institution) == wanted


def test_runs_keep_their_marks_and_words_go_on_across_runs() -> None:
    before = (Run("The "), Run("Escherichia coli", EMPH), Run(" Genome: "), Run("A", PROTECTED))
    after = (Run("N EXample of "), Run("New", EMPH), Run(" York"))
    assert sentence_case((*before, *after)) == (*before[:2], Run(" genome: "), before[3], *after)


def test_a_wholly_protected_title_is_the_same_object() -> None:
    runs = (Run("The Good, the Bad", PROTECTED), Run(" $H_2$", MATH | PROTECTED))
    assert sentence_case(runs) is runs


TITLES = st.lists(
    st.one_of(
        st.sampled_from(sorted(nouns.listed().words)[::40]),
        st.sampled_from(
            [
                "A",
                "The",
                "of",
                "and",
                "Deep",
                "Learning",
                "for",
                "GaN",
                "5G",
                "IEEE",
                "II",
                "e-Commerce",
                "E-Commerce",
                "Part",
                "van",
                "Der",
                "Pol",
            ]
        ),
        st.sampled_from([": ", "—", "? ", ". ", "! ", " - ", ", ", "-", "’s", "'s", "(", ")", "“", "”", "1", "2.4"]),
        st.text(max_size=6),
    ),
    max_size=12,
).map(lambda parts: "".join(part if not part[:1].isalpha() else f" {part}" for part in parts))


@given(TITLES)
def test_sentence_case_changes_case_alone_and_a_second_time_nothing(string: str) -> None:
    once = sentence_case((Run(string),))
    assert [len(plain(once)), plain(once).casefold()] == [len(string), string.casefold()]
    assert sentence_case(once) == once


@given(TITLES, TITLES, TITLES)
def test_protected_and_mathematical_runs_are_untouched(before: str, kept: str, after: str) -> None:
    once = sentence_case((Run(before), Run(kept, PROTECTED), Run(after), Run(kept, MATH)))
    assert (once[1].string, once[3].string) == (kept, kept)
    assert sentence_case(once) == once


NAMES = sorted({line for path in HERE.glob("[!t]*.cases") for case in read(path) for line in case.parts[0].split("\n")})
FUNCTIONS = (
    *(abbreviations.journal, abbreviations.conference, abbreviations.institution, abbreviations.publisher),
    places.place,
)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_whatever_a_name_is_of_the_form_it_gets_is_the_last(function: Callable[[str], str]) -> None:
    changed = [name for name in NAMES if function(function(name)) != function(name)]
    assert changed == []


@given(st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=9)), max_size=4).map(" ".join))
def test_no_name_is_refused_or_loses_its_digits(name: str) -> None:
    digits = sorted(c for c in name if c in "0123456789")
    for function in (abbreviations.journal, abbreviations.institution, abbreviations.publisher, places.place):
        assert sorted(c for c in function(name) if c in "0123456789") == digits
    assert isinstance(abbreviations.conference(name), str)


def test_lists_are_well_formed() -> None:
    folder = Path(tables.__file__).parent
    for name in ("guide_words.tsv", "ltwa.tsv"):
        head, _, body = (folder / name).read_text("utf-8").partition("\n\n")
        assert head.startswith("# ")
        rows = body.splitlines()
        assert all(re.fullmatch(r"[^\t A-Z]+\t[^\t ]+\.", row) for row in rows), name
        assert len({row.partition("\t")[0] for row in rows}) == len(rows)
    titles = (folder / "ieee_titles.tsv").read_text("utf-8").partition("\n\n")[2].splitlines()
    for row in titles:
        full, brief = row.split("\t")
        assert abbreviations.journal(full) == brief
        assert abbreviations.journal(brief) == brief


def test_nothing_is_read_before_it_is_needed() -> None:
    script = (
        "import sys\n"
        "seen = []\n"
        "sys.addaudithook(lambda event, facts: seen.append(str(facts[0])) if event == 'open' else None)\n"
        "from pubman.wording import abbreviations, ordinals, places, titles\n"
        "print([name for name in seen if 'wording' in name and name.endswith(('.tsv', '.txt'))])\n"
        "titles.sentence_case((titles.Run('On Kalman filters'),))\n"
        "print(any(name.endswith('proper_nouns.txt') for name in seen))\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=HERE.parent.parent
    )
    assert found.stdout.split() == ["[]", "True"], "nothing at import, and the probe sees what is read later"
