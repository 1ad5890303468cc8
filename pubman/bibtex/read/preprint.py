"""Preprints: the server and the identifier there, under all the names that exports give them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pubman import identifiers
from pubman.bibtex.read import online

if TYPE_CHECKING:
    from pubman.bibtex.read.fields import Fields

_SERVERS = {
    "arXiv": "corr|arxiv e-prints|arxiv preprint|computing research repository|computing research repository (corr)",
    "bioRxiv": "biorxiv preprint|biorxiv : the preprint server for biology",
    "medRxiv": "medrxiv preprint",
    "TechRxiv": "ieee techrxiv",
    "ChemRxiv": "",
    "engrXiv": "",
    "EarthArXiv": "",
    "PsyArXiv": "",
    "SocArXiv": "",
    "SSRN": "ssrn electronic journal|available at ssrn",
    "Authorea": "authorea preprints",
    "Research Square": "",
    "Preprints.org": "preprints",
    "OSF Preprints": "",
    "viXra": "",
    "Cryptology ePrint Archive": "iacr cryptology eprint archive|iacr cryptol. eprint arch.",
}
SERVERS = {name: server for server, names in _SERVERS.items() for name in (server.lower(), *names.split("|")) if name}

OF_PREFIX = {
    "10.1101": "bioRxiv",
    "10.36227": "TechRxiv",
    "10.26434": "ChemRxiv",
    "10.2139": "SSRN",
    "10.21203": "Research Square",
    "10.20944": "Preprints.org",
    "10.31234": "PsyArXiv",
    "10.31219": "OSF Preprints",
    "10.31235": "SocArXiv",
    "10.31224": "engrXiv",
    "10.31223": "EarthArXiv",
    "10.22541": "Authorea",
}
"""Servers by the prefix of their DOIs. Under 10.1101 there are journals as well, told by their names."""

_WHERE_ID_STANDS = tuple("journal journaltitle volume number pages eid howpublished note url ee doi eprint".split())
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)
_ARXIV_ID = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?")
_ARXIV_NAME = re.compile(r"arxiv|corr\b|computing research repository", re.IGNORECASE)
_ARXIV_URL = re.compile(r"arxiv\.org/(?:abs|pdf|html)/([^\s,}]+)", re.IGNORECASE)


_NUMBERED = re.compile(r"(?:available at )?(ssrn|cryptology eprint archive)(,? (?:(?:paper|report) )?[\d/]+)")
"""What comes with its number in the name: Google Scholar's SSRN, and IACR's own export."""


class Deposit(NamedTuple):
    """A server's name and, where it prints one, the work's identifier there."""

    archive: str = ""
    id: str = ""


def is_preprint(fields: Fields) -> bool:
    """Whether the entry is nothing but a deposit: no journal, or one that is a preprint server."""
    values = fields.values
    journal = fields.string("journal", "journaltitle")
    if journal:
        return server(journal) != ""
    if "booktitle" in values:
        return False
    if "eprint" in values or "archiveprefix" in values:
        return _eprint(fields).archive != ""
    return deposit(fields).archive != ""


@lru_cache(maxsize=2048)
def server(name: str) -> str:
    """The preprint server a journal's name stands for, or nothing: `arXiv preprint arXiv:1706.03762` is arXiv."""
    lower = name.lower().strip(" .,").removeprefix("preprint ")
    if lower in SERVERS:
        return SERVERS[lower]
    if numbered := _NUMBERED.fullmatch(lower):
        return SERVERS[numbered[1]]
    if lower.startswith("arxiv") or (lower.startswith("corr") and re.match(r"corr[\s,(]", lower)):
        return "arXiv"
    return next(
        (SERVERS[word] for word in ("biorxiv", "medrxiv", "techrxiv", "chemrxiv") if lower.startswith(word)), ""
    )


def deposit(fields: Fields) -> Deposit:
    """Where the entry was deposited, from `eprint`, the journal's name, the DOI, the address or `howpublished`."""
    if "eprint" in fields.values and (found := _eprint(fields)).archive:
        return found
    doi = online.doi(fields)
    if mark := _ARXIV_DOI.match(doi):
        return Deposit("arXiv", doi[mark.end() :])
    name = fields.string(
        "journal", "journaltitle", "archiveprefix", "eprinttype", "howpublished", "institution", "publisher"
    )
    if (archive := server(name) or server(fields.string("institution", "publisher"))) == "arXiv":
        return Deposit("arXiv", _arxiv_id(fields))
    if not archive and (identifier := _elsewhere(fields)):
        return Deposit("arXiv", identifier)
    if archive and (numbered := _NUMBERED.fullmatch(name.lower())):
        return Deposit(archive + name[numbered.start(2) :])
    return Deposit(archive or OF_PREFIX.get(doi.partition("/")[0], ""))


def _eprint(fields: Fields) -> Deposit:
    """Biblatex's and arXiv's `eprint` (biblatex manual, 3.14.7); old identifiers get back their archive's name."""
    kind = fields.string("archiveprefix", "eprinttype")
    value = fields.verbatim("eprint")
    if kind and kind.lower() not in ("arxiv", "corr"):
        return Deposit(SERVERS.get(kind.lower(), ""), "")
    identifier = identifiers.arxiv(value)
    if not identifier and kind:
        identifier = re.sub(r"^(?:arxiv:|https?://arxiv\.org/\w+/)", "", value, flags=re.IGNORECASE)
        subject = fields.string("primaryclass", "eprintclass")
        if re.fullmatch(r"\d{7}(?:v\d+)?", identifier) and subject:
            identifier = f"{subject.split('.')[0]}/{identifier}"
    return Deposit("arXiv", identifier) if identifier else Deposit()


def _arxiv_id(fields: Fields) -> str:
    """The identifier somewhere in the fields of an entry that is known to be on arXiv."""
    for name in _WHERE_ID_STANDS:
        value = fields.verbatim(name)
        if value and (found := _ARXIV_ID.search(value)):
            return found[0]
    return ""


def _elsewhere(fields: Fields) -> str:
    """An arXiv identifier in the address, `howpublished` or `note` of an entry that names no server."""
    for name in ("url", "howpublished", "note"):
        value = fields.verbatim(name)
        found = _ARXIV_URL.search(value)
        if found:
            return identifiers.arxiv(found[1].rstrip(".,;").removesuffix(".pdf"))
        if re.match(r"arxiv", value, re.IGNORECASE) and (identifier := _ARXIV_ID.search(value)):
            return identifier[0]
    return ""
