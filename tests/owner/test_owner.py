"""Who in a list of names is the owner: the first line has the owner's name and aliases, the others the names."""

from __future__ import annotations

from pathlib import Path

from casefile import Case, cases
from hypothesis import given
from hypothesis import strategies as st

from pubman.bibtex import names
from pubman.wording import owner
from pubman.work import Name


@cases(Path(__file__).parent)
def test_found(case: Case) -> None:
    asked, expected = case.parts
    me, *written = asked.split("\n")
    people = names.split(" and ".join(written)).people
    places = owner.found(people, me.removeprefix("me: ").split("; "))
    assert [written[place] for place in sorted(places)] == [line for line in expected.split("\n") if line != "nobody"]


WORDS = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Mn", "Pd", "Zs", "Po")), max_size=8)


@given(st.builds(Name, family=WORDS, given=WORDS, particle=WORDS, suffix=WORDS), WORDS)
def test_any_names_are_compared(name: Name, alias: str) -> None:
    assert owner.found([name], [alias]) in (frozenset(), frozenset([0]))
