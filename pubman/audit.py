"""What the net says against an entry. Pure: an entry, and its record or what became of a link, in; findings out.

- `doi-not-found`: nobody has registered the identifier
- `doi-of-another-work`: titles and authors disagree (`enrich.agreement`)
- `doi-alias`: the identifier is another name of the one the record has
- `retracted`, `corrected`: a notice says so (Crossref's `update-to` and `updated-by`), or the title does
- `is-notice`: the record is itself a notice about another work
- `in-print`: an early access, or a paper to appear, has its volume and pages by now
- `published`: a preprint has been published
- `dead-link`: an address of the entry leads nowhere
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman import wanted
from pubman.bibtex.read import online
from pubman.enrich import agreement, placeholders, upgrading
from pubman.rules import Finding
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.bibtex.entry import Entry
    from pubman.queries import Found
    from pubman.work import Work

_RETRACTED = re.compile(r"\W*(?:retracted|withdrawn|removed)(?: article| paper)?\s*[:\]]", re.IGNORECASE)
_WAITING = ("early access", "to be published")


DEAD = "dead-link"
_NOT_GIVEN = ("abstract", "file")
"""Fields that hold an address without giving it to a reader."""


def links(entry: Entry) -> list[tuple[str, str]]:
    """The addresses that an entry gives, each once, with the first field that has it. What is inherited is left out."""
    own = {name: value for name, value in entry.fields.items() if name not in {*entry.inherited, *_NOT_GIVEN}}
    found: dict[str, str] = {}
    for name, address in online.addresses(own):
        found.setdefault(address, name)
    return [(name, address) for address, name in found.items() if not wanted.of_arxiv(address)]


def dead(entry: Entry, name: str, address: str, said: str) -> tuple[str, Finding]:
    """The finding for an address that leads nowhere."""
    return DEAD, Finding(entry, name, f"{address} leads nowhere: it {said}")


def missing(entry: Entry, name: str, message: str) -> tuple[str, Finding]:
    """The finding for an identifier that does not exist."""
    return "doi-not-found", Finding(entry, _field(entry), f"{name}: {message}")


def findings(entry: Entry, work: Work, found: Found, *, alias: bool = False) -> Iterator[tuple[str, Finding]]:
    """What the record behind an entry's identifier says against the entry, with the names of the kinds of finding.

    With `alias`, the identifier is not the one the record has, but leads to it.
    """
    record = found.work
    if not agreement.is_same(work, record):
        people = "; ".join(person.family or person.literal for person in record.author.people[:3])
        what = f"“{plain(record.title)[:200]}”" + (f" by {people}" if people else "")
        yield "doi-of-another-work", Finding(entry, _field(entry), f"{record.DOI} belongs to another work: {what}")
        return
    if alias:
        yield "doi-alias", Finding(entry, _field(entry), f"another name of {record.DOI}, which is the one to give")
    own = record.DOI.lower()
    retracted = found.retracted or _RETRACTED.match(plain(record.title)) is not None
    if retracted:
        notices = [each.doi for each in found.updates if each.doi.lower() != own and "corr" not in each.kind]
        yield "retracted", Finding(entry, "", f"the work was retracted{_by(notices)}")
    for each in found.updates:
        if kind := each.against:
            if each.here and each.doi.lower() != own:
                yield "is-notice", Finding(entry, "", f"this is the notice of a {kind}, of {each.doi}")
            elif not each.here and not retracted:
                yield "corrected", Finding(entry, "", f"there is a {kind} of it: {each.doi}")
    if work.status in _WAITING and placeholders.in_print(record):
        volume = f"vol. {record.volume}" if record.volume else ""
        where = ", ".join(filter(None, (volume, record.page or record.article_number)))
        yield "in-print", Finding(entry, "", f"{work.status}, but it is printed by now: {where}; run pubman enrich")
    if dois := upgrading.published_dois(found):
        if upgrading.is_preprint(work, record):
            yield "published", Finding(entry, "", f"published as {dois[0]}; run pubman enrich --upgrade {entry.key}")
        elif dois[0].lower() != own:
            said = f"{record.DOI} is the preprint's; the work was published as {dois[0]}"
            yield "published", Finding(entry, _field(entry), said)


def _by(dois: list[str]) -> str:
    return f", see {dois[0]}" if dois else ""


def _field(entry: Entry) -> str:
    """The field that most likely holds the identifier."""
    return next((name for name in ("doi", "eprint", "url") if entry.fields.get(name)), "")
