"""What a user asks for by an identifier, as pasted: a DOI or an arXiv identifier, in any of their forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pubman import duplicates, identifiers
from pubman.bibtex import read
from pubman.duplicates import Identity, Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pubman.bibtex.entry import Entry

_ARXIV_DOI = "10.48550/arxiv."
_VERSION = re.compile(r"v\d+$", re.IGNORECASE)
_SUBJECT = re.compile(r"\.[a-z-]+(?=/)", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"https?://[^/?#\s]+/(?:[^?#\s]*/)?(?P<doi>10\.\d{4,9}(?:\.\d+)*/[^?#\s]+)(?:[?#].*)?", re.IGNORECASE
)
_VIEW = re.compile(r"(?:/(?:full(?:text)?|abstract|abs|pdf|epdf|pdfdirect|html|meta|summary|references)|\.pdf)+/?$")
"""What publishers put behind the DOI in the address of one view of a paper."""
_BARE = str.maketrans("", "", "\\{}$")


class Wanted(NamedTuple):
    """One work asked for: `given` as the user wrote it; its DOI, its arXiv identifier (no version) or its short DOI.

    What a short DOI stands for is known when it has been looked up.
    """

    given: str
    doi: str = ""
    arxiv: str = ""
    short: str = ""

    @property
    def name(self) -> str:
        """The identifier as messages and services have it: the DOI that arXiv registers for its papers included."""
        return self.doi or self.short or f"10.48550/arXiv.{self.arxiv}"

    @property
    def identity(self) -> Identity:
        """What a work in the store has in common with it."""
        return Identity(doi=self.doi.lower(), arxiv=self.arxiv.lower())


def of_doi(text: str) -> Wanted | None:
    """The DOI of a DOI, its URL or the address of a publisher's page that holds it; nothing for what is none."""
    doi = identifiers.doi(text)
    if not doi and (found := _ELSEWHERE.fullmatch(text.strip())):
        doi = identifiers.doi("https://doi.org/" + _VIEW.sub("", found["doi"]))
    if doi.lower().startswith(_ARXIV_DOI) and (paper := of_arxiv(doi)):
        return paper._replace(given=text)
    if short := "" if doi else identifiers.short_doi(text):
        return Wanted(text, short=short)
    return Wanted(text, doi=doi) if doi else None


def of_arxiv(text: str) -> Wanted | None:
    """The arXiv identifier of an identifier, its address or its DOI; nothing for what is none."""
    found = identifiers.arxiv(text)
    return Wanted(text, arxiv=_SUBJECT.sub("", _VERSION.sub("", found))) if found else None


def of(text: str) -> Wanted | None:
    """The identifier that a text is, whichever; nothing when it is none."""
    return of_arxiv(text) or of_doi(text)


def there(entries: Sequence[Entry], wanted: Iterable[Wanted]) -> Known:
    """The works of a store that have one of the identifiers asked for; all others are left out.

    Only entries that hold the characters of an identifier are decoded, so a large store costs little.
    """
    needles = {(each.doi or each.arxiv).lower().translate(_BARE) for each in wanted if not each.short}
    holds = re.compile("|".join(map(re.escape, sorted(needles)))).search
    known = Known()
    for entry in entries:
        if needles and holds("\n".join(entry.fields.values()).lower().translate(_BARE)):
            known.add(entry.key, duplicates.identity(read.work(entry), entry.fields))
    return known
