"""Look-ups over services as a case describes them: what is found, what is asked for it, and what is kept.

The parts of a case: what is wanted (`sources=` may stand first), the services (see `services.py`), the results in
their groups, and the requests.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import casefile
import pytest
from hypothesis import given
from hypothesis import strategies as st
from services import Services

from pubman import identifiers, wanted
from pubman.errors import ServiceError
from pubman.lookup import look_up

SOURCES = ("crossref", "datacite", "arxiv")


class Heard(NamedTuple):
    status: int
    body: bytes


class Door:
    """As the real one, without network, clock and disk: what it is asked is listed, what it may keep is kept."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.asked: list[str] = []
        self.kept: dict[tuple[str, str], Heard] = {}

    def deadline(self) -> None:
        return None

    def get(self, service: str, path: str, **how: Any) -> Heard:
        key = service, f"{path}?{sorted(how['query'].items())}{how['accept']}"
        if key in self.kept:
            if how.get("check") and self.kept[key].status == 200:
                how["check"](self.kept[key])
            return self.kept[key]
        names = [each[4:] for each in how["query"].get("filter", "").split(",") if each]
        self.asked.append(f"{service} {' '.join(names) or how['query'].get('id_list') or unquote(path)}")
        said = self.services.answer(service, path, how["query"])
        if said.status not in (200, 404):
            raise ServiceError(f"{how['about']}: answered {said.status}", hint="try later")
        heard = Heard(said.status, said.body)
        if how.get("check") and said.status == 200:
            how["check"](heard)
        self.kept[key] = heard
        return heard

    def known(self, service: str, path: str, **how: Any) -> Heard | None:
        return self.kept.get((service, f"{path}?{sorted(how['query'].items())}{how['accept']}"))

    def keep(self, service: str, path: str, body: bytes, status: int = 200, **how: Any) -> None:
        self.kept[service, f"{path}?{sorted(how['query'].items())}{how['accept']}"] = Heard(status, body)


def asked(line: str) -> tuple[list[wanted.Wanted], tuple[str, ...]]:
    words = line.split()
    sources = tuple(words.pop(0).removeprefix("sources=").split(",")) if words[0].startswith("sources=") else SOURCES
    found = [wanted.of(word) for word in words]
    assert all(found), f"no identifier: {line}"
    return [each for each in found if each], sources


def shown(door: Door, names: list[wanted.Wanted], sources: tuple[str, ...]) -> str:
    lines = []
    for group in look_up(names, door, sources):
        if lines:
            lines.append("-")
        for result in group:
            what = f": {result.message}" if result.message else f": {result.found.work.DOI}" if result.found else ""
            lines.append(f"{result.wanted.given} {result.status}{what}")
    return "\n".join(lines)


@casefile.cases(Path(__file__).parent, "journeys.cases")
def test_journey(case: casefile.Case) -> None:
    line, listing, results, requests = case.parts
    door = Door(Services(listing))
    names, sources = asked(line)
    pattern = ".*".join(map(re.escape, results.split("...")))
    shown_ = shown(door, names, sources)
    assert re.fullmatch(pattern, shown_), shown_
    assert "\n".join(door.asked) == requests
    good = "->" not in listing and "untitled" not in listing
    before = len(door.asked)
    again = shown(door, names, sources)
    assert again.replace("-\n", "") == shown_.replace("-\n", ""), "another time, the answer is another"
    assert not good or len(door.asked) == before, f"asked again for what is known: {door.asked[before:]}"


@casefile.cases(Path(__file__).parent, "wanted.cases")
def test_wanted(case: casefile.Case) -> None:
    for given_, meant in zip(case.parts[0].splitlines(), case.parts[1].splitlines(), strict=True):
        found = wanted.of(given_)
        assert (f"{'arxiv' if found.arxiv else 'doi'} {found.arxiv or found.doi}" if found else "nothing") == meant
        if found:
            assert found.given == given_


NAMES = [f"10.5555/{number}" for number in range(9)]
FATES = st.sampled_from(["", "-> 403", "-> nonsense", "-> 10.5555/x", "also 10.5555/y", "untitled", None])


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=12),
    st.dictionaries(st.sampled_from(NAMES), FATES),
    st.booleans(),
)
def test_every_one_has_its_own_result(names: list[str], fates: dict[str, str | None], listed: bool) -> None:
    lines = [f"crossref {name} {fate}" for name, fate in fates.items() if fate is not None]
    lines += [f"agency {name} {'Crossref' if number % 2 else 'DataCite'}" for number, name in enumerate(NAMES)]
    lines += [] if listed else ["crossref list -> 403"]
    door = Door(Services("\n".join(lines)))
    results = [
        result
        for group in look_up([wanted.Wanted(name, doi=name) for name in names], door, SOURCES)
        for result in group
    ]
    assert [result.wanted.doi for result in results] == names
    for result in results:
        assert (result.status == "found") == (result.found is not None)
        if result.found:
            assert result.wanted.doi == result.found.work.DOI, "the work of another"
        elif len(set(names)) <= 3:
            fate = fates.get(result.wanted.doi)
            failing = {"-> 403": "not-checked", "-> nonsense": "error", "-> 10.5555/x": "error", "untitled": "error"}
            assert result.status == failing.get(str(fate), "not-found")
            assert result.message


@pytest.mark.parametrize(
    "text", ["10.5555/a,b", "10.5555/(sici)1:2<3::aid-x>4.0.co;2-#5?6%2F7", "10.5555/../x", "10.5555/ä"]
)
def test_a_doi_is_asked_for_as_it_is(text: str) -> None:
    door = Door(Services(f"crossref {text}"))
    many = [wanted.Wanted(each, doi=each) for each in (text, *NAMES[:4])]
    results = [result for group in look_up(many, door, SOURCES) for result in group]
    assert (results[0].status, results[0].found and results[0].found.work.DOI) == ("found", text)


@given(st.text() | st.from_regex(r"(https?://[a-z.]+/)?10\.\d{4,5}/\S{1,9}"))
def test_any_text_is_one_identifier_or_none(text: str) -> None:
    found = wanted.of(text)
    assert found is None or (bool(found.doi) != bool(found.arxiv) and found.given == text)
    if found and found.doi:
        assert identifiers.doi(found.doi) == found.doi, "it is still no bare DOI"
