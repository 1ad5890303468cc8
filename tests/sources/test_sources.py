"""What the services answer, and the works that are read from it: every case is read twice and stored once.

`titles`: a title as deposited, and as it is printed (`‹em x›` and the like are marks). `names`: one person a line as
`family | given | suffix`, or `name: x` for one in one piece, and the `author` field they become; `!` begins a warning.
`numbers`: volume | issue | pages | article number. The other files hold whole records and the entries they become.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from casefile import Case, cases

from pubman.bibtex import entry, read, scan, write
from pubman.bibtex.write import people
from pubman.bibtex.write.escape import tex
from pubman.errors import ServiceError
from pubman.queries import Query
from pubman.sources import _dates, _names, _numbers, _records, _titles, arxiv, crossref, datacite, doi
from pubman.text import CODE, EMPH, MATH, PROTECTED, SMALLCAPS, STRONG, SUB, SUP, plain
from pubman.work import Date, Names

if TYPE_CHECKING:
    from collections.abc import Callable

    from pubman.queries import Found
    from pubman.text import Text
    from pubman.work import Work

HERE = Path(__file__).parent
MARKS = {
    "em": EMPH, "strong": STRONG, "sup": SUP, "sub": SUB, "caps": SMALLCAPS, "math": MATH, "code": CODE,
    "keep": PROTECTED,
}  # fmt: skip
FEED = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">\n{}\n</feed>'


def shown(runs: Text) -> str:
    return "".join(
        f"‹{'+'.join(name for name, mark in MARKS.items() if run.marks & mark)} {run.string}›"
        if run.marks
        else run.string
        for run in runs
    )


@cases(HERE, "titles.cases")
def test_titles(case: Case) -> None:
    raw, expected = case.parts
    runs = _titles.title(raw.replace("⏎", "\n"))
    assert shown(runs) == expected
    if not any(run.marks for run in runs) and "<" not in expected and "&" not in expected:
        assert _titles.title(expected) == runs


@cases(HERE, "names.cases")
def test_names(case: Case) -> None:
    given, expected = case.parts
    persons = []
    for line in given.splitlines():
        if line.startswith("name: "):
            persons.append(_names.Person(whole=line.removeprefix("name: ")))
        elif line.startswith("group: "):
            persons.append(_names.Person(whole=line.removeprefix("group: "), group=True))
        else:
            persons.append(_names.Person(*[part.strip() for part in line.split("|")]))
    found = _names.read(persons, spoken="[spoken]" in case.title)
    assert _people(found) == expected
    again = [
        _names.Person(name.family, name.given, name.suffix, name.particle, name.literal) for name in found.names[0]
    ]
    assert _names.read(again).names[0] == found.names[0]


def _people(found: _names.People) -> str:
    each = [people.written(Names((person,)), tex) for person in found.names.people]
    each += ["others"] if found.names.others else []
    return "\n".join([*each, *(f"! {warning}" for warning in found.warnings)])


@cases(HERE, "numbers.cases")
def test_volume_issue_pages(case: Case) -> None:
    given, expected = case.parts
    parts = [part.strip() for part in given.split("|")]
    found = _numbers.read(*parts)
    assert " | ".join([*found[:4], *(["ahead"] if found.ahead else []), *filter(None, [found.warning])]) == expected
    assert _numbers.read(*found[:4])[:4] == found[:4]


@cases(HERE, "dates.cases")
def test_dates(case: Case) -> None:
    given, expected = case.parts
    assert _date(_dates.of(_records.Record({"d": json.loads(given)}), "d")) == expected


def _date(date: Date) -> str:
    ends = ["-".join(f"{part:02}" for part in day if part) for day in (date.start, date.end) if day]
    return " ".join(filter(None, ["/".join(ends), date.season])) or "no date"


def of_crossref(given: str) -> Found:
    record = {"DOI": "10.5555/x", **json.loads(given)}
    (found,) = crossref.parse(json.dumps({"status": "ok", "message-type": "work", "message": record}).encode())
    return found


def of_datacite(given: str) -> Found:
    record = {"doi": "10.5555/x", **json.loads(given)}
    (found,) = datacite.parse(json.dumps({"data": {"id": record["doi"], "attributes": record}}).encode())
    return found


def of_doi(given: str) -> Found:
    (found,) = doi.parse(json.dumps({"DOI": "10.5555/x", **json.loads(given)}).encode())
    return found


def of_arxiv(given: str) -> Found:
    (found,) = arxiv.parse(FEED.format(given).encode())
    return found


def told(found: Found) -> str:
    """The entry a work becomes, without what stands in every one; then what the record says besides."""
    lines = write.entry(found.work, "k").splitlines()
    kept = [line.strip().rstrip(",") for line in lines[1:-1] if line != "  doi = {10.5555/x},"]
    kept += [f"status: {found.work.status}"] if found.work.status else []
    kept += [f"{each.kind} {'of' if each.here else 'by'} {each.doi}" for each in found.updates]
    kept += [f"{each.kind} {each.doi}" for each in found.relations]
    return "\n".join([lines[0].removesuffix("{k,"), *kept, *(f"! {warning}" for warning in found.warnings)])


def stored(work: Work) -> Work:
    """The work as it is read from the entry that was written for it."""
    (found,), problems = entry.resolve([scan.scan(write.entry(work, "k") + "\n", "x.bib")])
    assert not problems
    return read.work(found)


def check(case: Case, parse: Callable[[str], Found]) -> None:
    given, expected = case.parts
    found = parse(given)
    assert told(found) == expected
    assert parse(given) == found
    assert found.work.key == ""
    again = stored(found.work)
    assert letters(again.title) == letters(found.work.title)
    assert [name.family or name.literal for name in again.author.people] == [
        name.family or name.literal for name in found.work.author.people
    ]
    assert again.archive_id == found.work.archive_id
    assert again.archive_id or again.DOI == found.work.DOI


def letters(runs: Text) -> str:
    """What quotation marks and dashes of a printer's make no difference to."""
    return "".join(filter(str.isalnum, plain(runs)))


@cases(HERE, "crossref.cases")
def test_crossref(case: Case) -> None:
    check(case, of_crossref)


@cases(HERE, "datacite.cases")
def test_datacite(case: Case) -> None:
    check(case, of_datacite)


@cases(HERE, "doi.cases")
def test_content_negotiation(case: Case) -> None:
    check(case, of_doi)


@cases(HERE, "arxiv.cases")
def test_arxiv(case: Case) -> None:
    check(case, of_arxiv)


PARSERS = {"crossref": crossref.parse, "datacite": datacite.parse, "doi": doi.parse, "arxiv": arxiv.parse,
           "agency": doi.parse_agency}  # fmt: skip


@cases(HERE, "refused.cases")
def test_what_is_no_record_is_refused(case: Case) -> None:
    service, given, expected = case.parts
    body = given.replace("«FF»", "\udcff").encode("utf-8", "surrogateescape")
    text, _, count = given.partition(" «times ")
    body = text.encode() * int(count.removesuffix("»")) if count else b"" if given == "«nothing»" else body
    with pytest.raises(ServiceError) as error:
        PARSERS[service](body)
    assert error.value.message == expected
    assert error.value.exit_code == 5


@cases(HERE, "requests.cases")
def test_what_is_asked(case: Case) -> None:
    given, expected = case.parts
    service, _, rest = given.partition(": ")
    kind, _, value = rest.partition(" ")
    given_dois = tuple(value.split(" | "))
    query = {"words": Query(words=value), "dois": Query(dois=given_dois), "arxiv": Query(arxiv=given_dois)}[kind]
    asks = {"crossref": crossref.request, "datacite": datacite.request, "arxiv": arxiv.request, "doi": doi.request,
            "agency": doi.request_agency}  # fmt: skip
    ask = asks[service](query)
    lines = [f"{ask.service} {ask.kind} {ask.path}", *(f"{name}={value}" for name, value in ask.query.items())]
    assert "\n".join([*lines, ask.accept]) == expected


def test_a_list_leaves_out_what_is_no_record() -> None:
    items = [{"DOI": "10.5555/a", "title": ["One"], "type": "book", "score": 12.5}, {"DOI": "10.5555/b"}, None, 7]
    body = json.dumps({"status": "ok", "message": {"items": items}}).encode()
    found = crossref.parse(body)
    assert [(each.work.DOI, each.score) for each in found] == [("10.5555/a", 12.5)]


def test_batches_hold_what_one_request_can_ask_for() -> None:
    dois = tuple(f"10.5555/{number:04}" for number in range(120))
    groups = crossref.batches((*dois, "10.5555/a,b", "10.5555/é"))
    assert sorted(len(group) for group in groups) == [1, 1, 20, 50, 50]
    assert sorted(doi for group in groups for doi in group) == sorted((*dois, "10.5555/a,b", "10.5555/é"))
    long = tuple(f"10.5555/{'x' * 300}{number}" for number in range(20))
    assert all(sum(map(len, group)) < crossref.LONGEST for group in crossref.batches(long))


def test_an_agency_is_named_or_not() -> None:
    assert doi.parse_agency(b'[{"DOI": "10.5555/x", "RA": "mEDRA"}]') == ("10.5555/x", "mEDRA", "")
    assert doi.parse_agency(b'[{"DOI": "10.5/x", "status": "DOI does not exist"}]') == (
        "10.5/x",
        "",
        "DOI does not exist",
    )
    assert doi.parse_agency(b'[{"DOI": "10.5555/x", "RA": "Unknown"}]').name == ""


def test_an_empty_feed_finds_nothing() -> None:
    assert arxiv.parse(FEED.format("").encode()) == []


def test_many_authors_are_all_kept_and_too_many_refused() -> None:
    record = {"DOI": "10.5555/x", "title": ["T"], "type": "journal-article"}
    record["author"] = [{"family": f"Family{index}", "given": "A."} for index in range(1000)]  # type: ignore[assignment]
    found = of_crossref(json.dumps(record))
    assert len(found.work.author.people) == 1000
    record["author"] = [{"family": "A"}] * 5001  # type: ignore[assignment]
    with pytest.raises(ServiceError, match=r"5,001 entries under 'author', more than 5,000"):
        of_crossref(json.dumps(record))
