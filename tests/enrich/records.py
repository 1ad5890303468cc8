"""Records as a case writes them, a line a value, turned into what Crossref, DataCite or arXiv would answer.

DOI: 10.5555/a
type: journal-article          (Crossref's word; `arxiv` makes it a preprint of DataCite's)
title: A paper
author: Ann Roe; Bob C. Doe    (the last word is the family name; `Family, Given` where it is not)
in: Journal of Cases
volume: 7
issue: 2
page: 1-9
article: 104321
issued: 2020-5
print: 2020-5
online: 2019-12
event: Int. Conf. Cases | Rome, Italy | 2020-2-25 | 2020-2-28
publisher: IEEE
ISSN: 1234-5679
published as: 10.5555/b        (of a preprint)
notice: retraction 10.5555/r   (about this work)
notice of: correction 10.5555/b  (this work is the notice itself)
other name: 10.5555/old        (which doi.org leads here)
"""

from __future__ import annotations

import json
from typing import Any

from pubman.queries import Found
from pubman.sources import crossref, datacite


def read(listing: str) -> dict[str, str]:
    """The values of one record."""
    lines = [line for line in map(str.strip, listing.splitlines()) if line]
    values = dict(line.split(": ", 1) for line in lines)
    unknown = set(values) - set(
        "DOI type title author in volume issue page article issued print online event publisher ISSN".split()
    )
    assert unknown <= {"published as", "notice", "notice of", "other name"}, f"a record has no {unknown}"
    return values


def found(listing: str) -> Found:
    """The record as a source reads it."""
    values = read(listing)
    if values["type"] == "arxiv":
        return datacite.parse(json.dumps(document(values)).encode())[0]._replace(service="datacite")
    body = {"status": "ok", "message-type": "work", "message": work(values)}
    return crossref.parse(json.dumps(body).encode())[0]._replace(service="crossref")


def work(values: dict[str, str]) -> dict[str, Any]:
    """The record as Crossref has it."""
    record: dict[str, Any] = {"DOI": values["DOI"], "type": values["type"], "title": [values["title"]]}
    record["author"] = [_person(each) for each in values.get("author", "").split("; ") if each]
    for name, here in (("volume", "volume"), ("issue", "issue"), ("page", "page"), ("article-number", "article")):
        if here in values:
            record[name] = values[here]
    if "in" in values:
        record["container-title"] = [values["in"]]
    for name, here in (("issued", "issued"), ("published-print", "print"), ("published-online", "online")):
        if here in values:
            record[name] = {"date-parts": [_parts(values[here])]}
    if "event" in values:
        name, place, start, end = values["event"].split(" | ")
        days = {"start": {"date-parts": [_parts(start)]}, "end": {"date-parts": [_parts(end)]}}
        record["event"] = {"name": name, "location": place, **days}
    for name, here in (("updated-by", "notice"), ("update-to", "notice of")):
        if here in values:
            kind, doi = values[here].split()
            record[name] = [{"type": kind, "DOI": doi}]
    if dois := [doi for doi in values.get("published as", "").split("; ") if doi]:
        record["relation"] = {"is-preprint-of": [{"id": doi, "id-type": "doi"} for doi in dois]}
    if "ISSN" in values:
        record["ISSN"] = [values["ISSN"]]
    return record | ({"publisher": values["publisher"]} if "publisher" in values else {})


def csl(values: dict[str, str]) -> dict[str, Any]:
    """The record as doi.org hands it over."""
    people = [_person(each) for each in values["author"].split("; ")]
    return {"DOI": values["DOI"], "type": "article-journal", "title": values["title"], "author": people}


def document(values: dict[str, str]) -> dict[str, Any]:
    """The record as DataCite has it."""
    related = [{"relationType": "IsPreprintOf", "relatedIdentifierType": "DOI", "relatedIdentifier": doi}
               for doi in values.get("published as", "").split("; ") if doi]  # fmt: skip
    attributes = {
        "doi": values["DOI"],
        "titles": [{"title": values["title"]}],
        "creators": [{"name": f"{p['family']}, {p['given']}", "nameType": "Personal", "givenName": p["given"],
                      "familyName": p["family"]} for p in map(_person, values.get("author", "").split("; "))],
        "publisher": "arXiv",
        "publicationYear": int(values["issued"][:4]),
        "types": {"resourceTypeGeneral": "Preprint"},
        "dates": [{"date": values["issued"], "dateType": "Issued"}],
        "relatedIdentifiers": related,
    }  # fmt: skip
    return {"data": {"id": values["DOI"], "type": "dois", "attributes": attributes}}


def _person(name: str) -> dict[str, str]:
    family, comma, given = name.partition(", ")
    if not comma:
        given, _, family = name.rpartition(" ")
    return {"given": given, "family": family}


def _parts(date: str) -> list[int]:
    return [int(part) for part in date.split("-")]
