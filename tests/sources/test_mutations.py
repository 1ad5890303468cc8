"""Spoiled records give works or our own error, never anything else; `PUBMAN_FUZZ=10000` for the long run.

The records of the cases are the seeds. A mutation swaps a value's type, empties it, nests it, repeats it, or puts in
what services have sent: huge numbers, halves of surrogate pairs, control characters, markup without end.
"""

from __future__ import annotations

import copy
import json
import os
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import casefile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pubman.bibtex import entry, scan, write
from pubman.errors import PubmanError
from pubman.sources import arxiv, crossref, datacite, doi
from pubman.sources._titles import title
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pubman.queries import Found

HERE = Path(__file__).parent
ROUNDS = int(os.environ.get("PUBMAN_FUZZ", "800"))
PARSERS: dict[str, Callable[[bytes], list[Found]]] = {
    "crossref": crossref.parse, "datacite": datacite.parse, "doi": doi.parse, "arxiv": arxiv.parse,
}  # fmt: skip
NESTED: Any = "deep"
for _ in range(50):
    NESTED = [{"title": NESTED}]
SPOILS: list[Any] = [
    None, True, False, 0, -1, 1e308, 10**4000, 2**63, 0.1, [], {}, [[]], [None], [{}], {"": None}, [[[None]]], NESTED,
    "", " ", "\ud800", "\udfff x", "\x00\x1b[31m\u202e", "\u2028", "\ufeff", "İ", "٣٤", "²", "1e400", "null", "10.1/x",
    "<" * 3000, "<i>" * 2000, "</i>" * 2000, "<math><msub>" * 500, "&" * 3000, "&amp;" * 2000, "$" * 2001, "{" * 3000,
    "&#xD800;&#0;&#1114112;", "\\(" * 2000, "\\" * 3000, "A " * 5000, "\n" * 5000, "é" * 70000, "M\u00c3\u00b4" * 500,
    "-" * 3000, "1-" * 2000, ",;" * 2000, "and " * 2000, "*†" * 2000, "[1-", "Van Der Berg, J., Jr.", "MCDONALD", "D'",
    [["2020", 5]], {"date-parts": [[99999, 1]]}, {"date-parts": [[2020, 2, 31]]}, {"date-parts": {"a": 1}}, {"name": 1},
]  # fmt: skip


def seeds() -> Iterator[tuple[str, Any]]:
    for service in ("crossref", "datacite", "doi"):
        for case in casefile.read(HERE / f"{service}.cases"):
            record = {"DOI": "10.5555/x", "doi": "10.5555/x", **json.loads(case.parts[0])}
            if service == "crossref":
                yield service, {"status": "ok", "message": record}
            elif service == "datacite":
                yield service, {"data": {"id": "10.5555/x", "attributes": record}}
            else:
                yield service, record


SEEDS = list(seeds())


def mutated(record: Any, chance: random.Random) -> Any:
    """The record with one to three values spoiled somewhere."""
    record = copy.deepcopy(record)
    for _ in range(chance.randint(1, 3)):
        at, path = record, []
        while isinstance(at, (dict, list)) and at and (not path or chance.random() < 0.75):
            step = chance.choice(list(at) if isinstance(at, dict) else range(len(at)))
            path.append((at, step))
            at = at[step]
        if not path:
            continue
        holder, step = path[-1]
        how = chance.randrange(6)
        if how == 0:
            del holder[step]
        elif how == 1:
            holder[step] = [at, copy.deepcopy(at)]
        elif how == 2:
            holder[step] = {"name": at, "title": at}
        elif how == 3 and isinstance(at, str):
            cut = chance.randint(0, len(at))
            holder[step] = at[:cut] + str(chance.choice([x for x in SPOILS if isinstance(x, str)])) + at[cut:]
        elif how == 4 and isinstance(at, list):
            holder[step] = at * 300
        else:
            holder[step] = copy.deepcopy(chance.choice(SPOILS))
    return record


def parsed(service: str, body: bytes) -> list[Found] | PubmanError:
    try:
        return PARSERS[service](body)
    except PubmanError as error:
        return error


def check(service: str, body: bytes) -> str:
    """Parse a body, and write what is found into a store as one entry; the name of what came of it."""
    found = parsed(service, body)
    if isinstance(found, PubmanError):
        assert found.exit_code == 5
        assert found.message
        assert "\n" not in found.message
        return "refused"
    for each in found:
        assert plain(each.work.title).strip()
        assert len(plain(each.work.title)) <= 2000
        text = write.entry(each.work, "k") + "\n"
        text.encode("utf-8")
        entries, problems = entry.resolve([scan.scan(text, "x.bib")])
        assert len(entries) == 1
        assert not problems
    return "works"


@pytest.mark.parametrize("part", range(4))
def test_spoiled_records_give_works_or_our_error(part: int) -> None:
    chance = random.Random(part)  # noqa: S311 - no secret depends on it
    seen = set()
    for _ in range(ROUNDS // 4):
        service, record = chance.choice(SEEDS)
        body = json.dumps(mutated(record, chance), ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
        if chance.random() < 0.05:
            body = body[: chance.randint(0, len(body))]
        seen.add(check(service, body))
    assert seen == {"works", "refused"}


def test_spoiled_feeds_give_works_or_our_error() -> None:
    chance = random.Random(7)  # noqa: S311 - no secret depends on it
    feeds = [
        f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">{case.parts[0]}</feed>'
        for case in casefile.read(HERE / "arxiv.cases")
    ]
    pieces = [
        "<",
        ">",
        "&",
        "</entry>",
        "<entry>",
        "<name>",
        "]]>",
        "<![CDATA[",
        "&#0;",
        "\x00",
        "é",
        "<!--",
        "<a " * 90,
    ]
    seen = set()
    for _ in range(ROUNDS // 4):
        feed = chance.choice(feeds)
        for _ in range(chance.randint(1, 2)):
            start = chance.randint(0, len(feed))
            cut = chance.choice([0, 0, 1, 5, 60])
            feed = feed[:start] + chance.choice(["", *pieces]) + feed[start + cut :]
        seen.add(check("arxiv", feed.encode()))
    assert seen == {"works", "refused"}


@settings(max_examples=max(100, ROUNDS // 10), deadline=None)
@given(st.text(alphabet=st.sampled_from("ab <>/i&;#x$\\{}_^\nsubupmth\"'=.,:-†*"), max_size=120))
def test_any_title_is_one_line_without_trailing_blanks(raw: str) -> None:
    runs = title(raw)
    string = plain(runs)
    assert string == string.strip()
    assert "\n" not in string
    assert "  " not in string
    assert all(run.string for run in runs)
