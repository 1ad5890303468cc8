"""Services as a case describes them, a line each: what they have, and how they fail.

    crossref 10.5555/a                     a record of that DOI, under the title "Paper 10.5555/a"
    crossref 10.5555/a -> 10.5555/b        asked for the one, it answers with the record of the other
    crossref 10.5555/a -> 403              it cannot be asked for that
    crossref 10.5555/a -> nonsense         it answers with what is no record
    crossref 10.5555/a also 10.5555/b      the record declares another name of its own
    datacite 10.5555/c                     the same of the others: datacite, doi (content negotiation), arxiv
    agency 10.5555/c DataCite              who registered it, by doi.org
    alias 10/abc 10.5555/c                 what a short DOI stands for, by doi.org
    crossref list -> 403                   a request for several

What no line speaks of is not there: 404.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

from loopback import Answer


class Services:
    def __init__(self, listing: str) -> None:
        self.lines: dict[tuple[str, str], str] = {}
        for line in filter(None, map(str.strip, listing.splitlines())):
            service, name, *rest = line.split(" ", 2)
            if service not in ("crossref", "datacite", "arxiv", "doi", "agency", "alias"):
                raise ValueError(f"a case speaks of a service there is not: {line}")
            self.lines[service, name.lower()] = " ".join(rest)

    def answer(self, service: str, path: str, query: dict[str, str]) -> Answer:
        """What a service says to a request; 403 stands for everything that keeps it from answering."""
        path = path.lstrip("/")
        if service == "crossref":
            filters = [each[4:] for each in query.get("filter", "").split(",") if each.startswith("doi:")]
            return (
                self._list(filters, int(query["rows"]))
                if filters
                else self._record("crossref", _behind(path, "works/"))
            )
        if service == "datacite":
            return self._record("datacite", _behind(path, "dois/"))
        if service == "arxiv":
            return self._record("arxiv", query["id_list"])
        if found := re.match(r"(?:doi)?ra/(.+)", unquote(path), re.IGNORECASE):
            registrar = self.lines.get(("agency", found[1].lower()), "")
            if registrar.startswith("-> 403"):
                return Answer(403, b"")
            said = {"RA": registrar} if registrar else {"status": "DOI does not exist"}
            return Answer(200, json.dumps([{"DOI": found[1], **said}]).encode())
        if path.startswith("api/handles/"):
            return self._alias(unquote(path).removeprefix("api/handles/"))
        return self._record("doi", unquote(path))

    def _alias(self, name: str) -> Answer:
        """A handle's record, as doi.org has it for every name; only a short DOI's has a value of the type HS_ALIAS."""
        full = self.lines.get(("alias", name))
        if full is None:
            return Answer(404, json.dumps({"responseCode": 100, "handle": name}).encode())
        if full.startswith("-> 403"):
            return Answer(403, b"")
        kind = "HS_ALIAS" if full.startswith("10.") else "URL"
        value = {"index": 1, "type": kind, "data": {"format": "string", "value": full}}
        return Answer(200, json.dumps({"responseCode": 1, "handle": name, "values": [value]}).encode())

    def _record(self, service: str, name: str) -> Answer:
        how = self.lines.get((service, name.lower()))
        if how is None:
            return Answer(200, feed([]), "application/atom+xml") if service == "arxiv" else Answer(404, b"")
        if how == "-> 403":
            return Answer(403, b"")
        if how == "-> nonsense":
            return Answer(200, b'{"message": null, "data": null}' if service != "arxiv" else b"<feed/>")
        other = how.removeprefix("-> ") if how.startswith("-> ") else name
        aliases = [how.removeprefix("also ")] if how.startswith("also ") else []
        if service == "crossref":
            return Answer(
                200, json.dumps({"status": "ok", "message-type": "work", "message": work(other, aliases, how)}).encode()
            )
        if service == "datacite":
            return Answer(200, json.dumps(document(other)).encode(), "application/vnd.api+json")
        if service == "arxiv":
            return Answer(200, feed([other]), "application/atom+xml")
        return Answer(200, json.dumps(csl(other)).encode(), "application/vnd.citationstyles.csl+json")

    def _list(self, names: list[str], rows: int) -> Answer:
        assert len(names) <= rows, "a list asks for fewer records than it names"
        how = self.lines.get(("crossref", "list"), "")
        if how == "-> 403":
            return Answer(403, b"")
        if how == "-> nonsense":
            return Answer(200, b'{"status": "ok", "message": null}')
        items: list[Any] = [work("10.5555/uninvited", [], "")]
        for name in sorted(names, reverse=True):
            found = self.lines.get(("crossref", name.lower()))
            if found is not None and not found.startswith("-> "):
                items.append(work(name.lower(), [found.removeprefix("also ")] if found else [], found))
            elif found == "-> nonsense":
                items.append({"DOI": name, "title": [], "type": None})
        message = {"total-results": len(items), "items": items}
        return Answer(200, json.dumps({"status": "ok", "message-type": "work-list", "message": message}).encode())


def _behind(path: str, start: str) -> str:
    assert path.startswith(start), f"a service was asked for {path}"
    return unquote(path.removeprefix(start))


def work(doi: str, aliases: list[str], how: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "DOI": doi,
        "type": "journal-article",
        "title": [] if how == "untitled" else [f"Paper {doi}"],
        "author": [{"given": "Ann", "family": "Roe", "sequence": "first"}],
        "container-title": ["Journal of Cases"],
        "short-container-title": ["J. Cases"],
        "issued": {"date-parts": [[2020, 5]]},
        "volume": "7",
        "page": "1-9",
    }
    if how == "retracted":
        record["updated-by"] = [{"DOI": "10.5555/notice", "type": "retraction", "label": "Retraction"}]
    return record | ({"aliases": aliases} if aliases else {})


def document(doi: str) -> dict[str, Any]:
    arxiv = doi.lower().startswith("10.48550/arxiv.")
    attributes = {
        "doi": doi.lower(),
        "titles": [{"title": f"Paper {doi}"}],
        "creators": [{"name": "Roe, Ann", "nameType": "Personal", "givenName": "Ann", "familyName": "Roe"}],
        "publisher": "arXiv" if arxiv else "Zenodo",
        "publicationYear": 2020,
        "types": {
            "resourceTypeGeneral": "Preprint" if arxiv else "Dataset",
            "citeproc": "article" if arxiv else "dataset",
        },
        "url": f"https://arxiv.org/abs/{doi[15:]}" if arxiv else "https://zenodo.org/record/1",
        "dates": [{"date": "2020", "dateType": "Issued"}],
    }
    return {"data": {"id": doi.lower(), "type": "dois", "attributes": attributes}}


def csl(doi: str) -> dict[str, Any]:
    people = [{"given": "Ann", "family": "Roe"}]
    return {
        "DOI": doi,
        "type": "article-journal",
        "title": f"Paper {doi}",
        "author": people,
        "issued": {"date-parts": [[2020]]},
    }


def feed(papers: list[str]) -> bytes:
    entries = "".join(
        f"<entry><id>http://arxiv.org/abs/{each}v1</id><published>2020-01-16T00:00:00Z</published>"
        f"<updated>2020-01-16T00:00:00Z</updated><title>Paper {each}</title>"
        "<author><name>Ann Roe</name></author></entry>"
        for each in papers
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><title>arXiv Query</title><id>http://arxiv.org/api/x</id>'
        f"<opensearch:totalResults>{len(papers)}</opensearch:totalResults>{entries}</feed>"
    ).encode()
