"""doi.org: which agency a DOI is from, and its record as CSL-JSON, whoever that is (DOI Content Negotiation)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from pubman.queries import Ask
from pubman.sources import _records, _works

if TYPE_CHECKING:
    from pubman.queries import Found, Query

CSL_JSON = "application/vnd.citationstyles.csl+json"


class Agency(NamedTuple):
    """Who registered a DOI; `name` is empty for one that nobody did, and `status` then says so."""

    doi: str
    name: str = ""
    status: str = ""


def request(query: Query) -> Ask:
    """The record of the query's first DOI."""
    return Ask("doi", f"/{quote(query.dois[0], safe='/')}", accept=CSL_JSON)


def parse(body: bytes) -> list[Found]:
    """The work of the answer. Raises ServiceError when it is none."""
    record = _records.load(body, "doi.org")
    return [_works.read(record, record.text("type"), "doi.org")]


def request_agency(query: Query) -> Ask:
    """The agency of the query's first DOI."""
    return Ask("doi", f"/doiRA/{quote(query.dois[0], safe='/')}")


def parse_agency(body: bytes) -> Agency:
    """The agency an answer names. Raises ServiceError when it is no answer."""
    answer = _records.load_list(body, "doi.org")
    for each in answer:
        if doi := each.text("DOI"):
            name = each.text("RA")
            return Agency(doi, "" if name == "Unknown" else name, each.text("status"))
    return _records.refuse("it names no agency", "doi.org")


def request_alias(query: Query) -> Ask:
    """What doi.org itself has stored for the query's first name."""
    return Ask("doi", f"/api/handles/{quote(query.dois[0], safe='/')}")


def parse_alias(body: bytes) -> str:
    """The name that a short DOI stands for, from its value of the type HS_ALIAS (DOI Handbook, REST API responses).

    Raises ServiceError when it stands for none.
    """
    for value in _records.load(body, "doi.org").records("values"):
        if value.text("type") == "HS_ALIAS" and (name := value.record("data").text("value")):
            return name
    return _records.refuse("it names no other DOI", "doi.org")
