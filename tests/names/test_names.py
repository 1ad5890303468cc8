"""Names: a field, then a person a line: `particle + family | given | suffix`, `= literal`, `others`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import casefile
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Person

from pubman.bibtex import latex, names
from pubman.work import Name

if TYPE_CHECKING:
    from pubman.work import Names

HERE = Path(__file__).parent

GIVEN = [
    "Ann",
    "J.",
    "Jean-Pierre",
    "Wai-Kai",
    "{\\'E}variste",
    "{\\AA}sa",
    "D.~E.",
    "R{\\'e}mi",
    "Xiaoyu",
    "{Mary Ann}",
]
FAMILY = [
    "Zhao",
    'M{\\"u}ller',
    "Garc{\\'\\i}a",
    "{\\L}ukasiewicz",
    "O'Neill",
    "Erd{\\H o}s",
    "Ng",
    "{De Micheli}",
    "Smith-Jones",
]
VON = ["van", "von der", "de la", "d{\\'e}", "{\\relax van}", "ter"]
JR = ["Jr.", "III", "Sr."]


def shown(people: Names) -> str:
    lines = []
    for family, given_name, particle, suffix, literal in people.people:
        whole = f"{particle} + {family}" if particle else family
        lines.append(f"= {literal}" if literal else " | ".join((whole, given_name, suffix)).rstrip(" |"))
    return "\n".join([*lines, *["others"] * people.others])


@casefile.cases(HERE)
def test_split(case: casefile.Case) -> None:
    tex, expected = case.parts
    assert shown(names.split(tex)) == expected


def test_nobody() -> None:
    for tex in ("", " ", ",", " and ", "and and", ";", "{}"):
        assert not [person for person in names.split(tex).people if any(person)]


def oracle(tex: str) -> Name:
    """What pybtex makes of a name, decoded."""
    person = Person(tex)

    def plain(words: list[str]) -> str:
        return " ".join(latex.plain(" ".join(words)).split())

    return Name(
        plain(person.last_names),
        plain(person.first_names + person.middle_names),
        plain(person.prelast_names),
        plain(person.lineage_names),
    )


@casefile.cases(HERE, "people.cases")
def test_real_people_beside_pybtex(case: casefile.Case) -> None:
    for tex in case.parts[0].split(" and\n"):
        assert (names.split(tex).people == (oracle(tex),)) == case.title.startswith("as BibTeX"), tex


given_names = st.lists(st.sampled_from(GIVEN), min_size=1, max_size=3).map(" ".join)
family_names = st.lists(st.sampled_from(FAMILY), min_size=1, max_size=2).map(" ".join)
particles = st.sampled_from(["", *VON])


@given(given_names, st.sampled_from(VON), family_names)
def test_first_von_last_as_bibtex_reads_it(first: str, von: str, last: str) -> None:
    tex = f"{first} {von} {last}"
    assert names.split(tex).people == (oracle(tex),)


@given(given_names, st.sampled_from(FAMILY))
def test_first_last_as_bibtex_reads_it(first: str, last: str) -> None:
    tex = f"{first} {last}"
    assert names.split(tex).people == (oracle(tex),)


@given(given_names, particles, family_names)
def test_von_last_first_as_bibtex_reads_it(first: str, von: str, last: str) -> None:
    tex = f"{von} {last}, {first}".strip()
    assert names.split(tex).people == (oracle(tex),)


@given(given_names, particles, family_names, st.sampled_from(JR))
def test_von_last_jr_first_as_bibtex_reads_it(first: str, von: str, last: str, jr: str) -> None:
    tex = f"{von} {last}, {jr}, {first}".strip()
    assert names.split(tex).people == (oracle(tex),)


@given(
    st.lists(st.builds("{}, {}".format, family_names, given_names), min_size=1, max_size=5),
    st.booleans(),
    st.sampled_from([" and ", " AND ", "\nand\t"]),
)
def test_lists(people: list[str], others: bool, joint: str) -> None:
    read = names.split(joint.join([*people, *["others"] * others]))
    assert read.others == others
    assert read.people == tuple(oracle(person) for person in people)


@given(st.text())
def test_never_an_exception(string: str) -> None:
    assert isinstance(names.split(string).people, tuple)


ODD = [*"abEJXé{}\\,;.~-' =&$1\u4e00", "and", " and ", ", ", "Jr.", "\\'", "\\textbf{", "{\\bf ", "van", "et al.", "J."]


@given(st.lists(st.sampled_from(ODD)).map("".join))
def test_never_an_exception_on_odd_lists(string: str) -> None:
    assert isinstance(names.split(string).people, tuple)


words = st.lists(
    st.sampled_from([*"abEJXéø1,;.~-{} ", ", ", "Jr.", "van ", "De ", "J. ", "III", "{Foo Inc.}", "University"])
).map("".join)


@given(words)
def test_no_letter_and_no_digit_is_lost(string: str) -> None:
    read = names.split(string)
    found = "".join("".join(person) for person in read.people)
    assert sorted(c for c in found if c.isalnum()) == sorted(c for c in string if c.isalnum())
