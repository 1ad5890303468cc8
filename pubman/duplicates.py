"""When two works are the same publication: by DOI, by arXiv identifier, or by title, first author and year."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from pubman import identifiers
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pubman.work import Work

_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.IGNORECASE)
_ARXIV_URL = re.compile(r"https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/", re.IGNORECASE)
_TEX = re.compile(r"\\-|[\\{}]")
_ASCII_WORD = re.compile(r"(?<![^\W_])[a-z]{4,}(?![^\W_])")
_VERSION = re.compile(r"v\d+$")
_NOTHING: Mapping[str, str] = {}


class Identity(NamedTuple):
    """What a publication is known by; what is not known is empty."""

    doi: str = ""
    arxiv: str = ""
    title: str = ""
    author: str = ""
    year: str = ""


class Clue(NamedTuple):
    """Strings of which one (`names`), or all (`words`), stand in the fields of the same work."""

    names: tuple[str, ...]
    words: tuple[str, ...]


class Found(NamedTuple):
    """The key of the same work, and why it is the same: `DOI`, `arXiv identifier` or `title, first author and year`."""

    key: str
    reason: str


class Known:
    """The works of a store, to be asked whether one is there already."""

    def __init__(self) -> None:
        self.dois: dict[str, str] = {}
        self.arxiv: dict[str, str] = {}
        self.works: dict[tuple[str, str, str], list[tuple[str, Identity]]] = {}

    def add(self, key: str, who: Identity) -> None:
        """Remember a work under its key; the first of several that are the same stays."""
        if who.doi:
            self.dois.setdefault(who.doi, key)
        if who.arxiv:
            self.arxiv.setdefault(who.arxiv, key)
        if who.title:
            self.works.setdefault(who[2:], []).append((key, who))

    def find(self, who: Identity) -> Found | None:
        """The work that is the same, or nothing. Works with different DOIs of their own are two, whatever else."""
        if who.doi in self.dois:
            return Found(self.dois[who.doi], "DOI")
        if who.arxiv in self.arxiv:
            return Found(self.arxiv[who.arxiv], "arXiv identifier")
        if who.title:
            for key, other in self.works.get(who[2:], []):
                if not (who.doi and other.doi):
                    return Found(key, "title, first author and year")
        return None


def identity(work: Work, fields: Mapping[str, str] = _NOTHING) -> Identity:
    """What the work is known by; `fields` are those of its entry, for an `eprint` that the work does not keep."""
    people = work.author.people or work.editor.people
    author = _folded(people[0].family or people[0].literal) if people else ""
    year = str(work.issued.start.year) if work.issued.start else work.issued.literal
    doi = identifiers.doi(work.DOI).lower()
    arxiv = _arxiv(work, doi, fields)
    return Identity("" if _ARXIV_DOI.match(doi) else doi, arxiv, _folded(plain(work.title)), author, year)


def _arxiv(work: Work, doi: str, fields: Mapping[str, str]) -> str:
    """The arXiv identifier without its version, in lower case."""
    candidates = []
    if work.archive.lower() == "arxiv":
        candidates.append(work.archive_id)
    if found := _ARXIV_DOI.match(doi):
        candidates.append(found[1])
    if _ARXIV_URL.match(work.URL):
        candidates.append(work.URL)
    if fields.get("archiveprefix", fields.get("eprinttype", "arxiv")).strip().lower() == "arxiv":
        candidates.append(fields.get("eprint", ""))
    found_ids = filter(None, map(identifiers.arxiv, candidates))
    return _VERSION.sub("", next(found_ids, "").lower())


def may_be(fields: Mapping[str, str], wanted: Sequence[Clue]) -> bool:
    """Whether an entry's fields, as written, leave it possible that it is one of the works: a glance before reading."""
    blob = _TEX.sub("", " ".join(fields.values())).lower()
    if not blob.isascii():
        blob = normalize("NFKC", blob)
    if "%" in blob and "doi.org/" in blob:
        return True
    return any(any(name in blob for name in names) or all(word in blob for word in words) for names, words in wanted)


def clue(work: Work, who: Identity) -> Clue:
    """What the fields of an entry of the same work must hold: one of its identifiers, or its year and a title word."""
    words = sorted(_ASCII_WORD.findall(plain(work.title).lower()), key=len)
    names = tuple(_TEX.sub("", name) for name in (who.doi, who.arxiv) if name)
    return Clue(names, tuple(word for word in (who.year.lower(), *words[-1:]) if word and word.isalnum()))


@lru_cache(16384)
def _folded(string: str) -> str:
    """The letters and digits alone, without case and accents."""
    if string.isascii():
        return "".join(filter(str.isalnum, string.lower()))
    folded = normalize("NFKD", string.casefold())
    return "".join(filter(str.isalnum, folded))
