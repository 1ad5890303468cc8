"""A preprint's entry turned into what it was published as: one edit, with the key, the owner's fields and arXiv's link.

What the entry said of the deposit goes (its server as a journal, a volume `abs/2001.05852`), what the published work
says comes in its place; all other fields stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex import latex, write
from pubman.bibtex.read import preprint
from pubman.bibtex.read.fields import Fields
from pubman.enrich import lacking, people, values
from pubman.enrich.changes import Change, Plan, says
from pubman.enrich.pins import NOTHING
from pubman.text import plain

if TYPE_CHECKING:
    from pubman.bibtex.entry import Entry
    from pubman.enrich import How
    from pubman.enrich.pins import Pins
    from pubman.queries import Found
    from pubman.work import Work

_OF_DEPOSIT = ("volume", "number", "issue", "pages", "eid", "month", "day", "version", "pubstate")
_MAY_NAME_SERVER = ("journal", "journaltitle", "howpublished", "publisher", "institution", "note", "type")
_SERVER = re.compile(
    r"ar\s?xiv|\w+rxiv\b|\bcorr\b|preprint|research square|\bssrn\b|submitted|under review|in submission", re.IGNORECASE
)
PUBLISHED = frozenset("article-journal article-magazine paper-conference chapter book".split())
"""What a preprint can be published as."""
_EPRINT = ("eprint", "archiveprefix")


def upgrade(entry: Entry, work: Work, published: Found, how: How, pins: Pins = NOTHING) -> Plan:
    """The edit that makes a preprint's entry that of the published work. Raises InputError as `enrich.plan` does."""
    record = published.work
    new = values.of(record, pure_ascii=how.pure_ascii)
    names = values.FIELDS.get(record.type, values.OTHERS).split()
    wanted = {name: new[name] for name in names if name in new and name not in ("author", "editor", "issn")}
    if not work.author.people and "author" in new:
        wanted["author"] = new["author"]
    elif work.author.others and how.complete and people.listed_first(work.author, record.author):
        rest = values.people(record, len(work.author.people), pure_ascii=how.pure_ascii)
        wanted["author"] = people.completed(entry.fields.get("author", ""), rest)
    if "eventdate" in wanted:
        wanted.pop("month", None)  # a list prints the days of the event
    fields = entry.fields
    if "date" in fields and record.issued.start:
        wanted["date"] = "-".join(f"{part:02}" for part in record.issued.start if part)
        wanted.pop("year", None)
        wanted.pop("month", None)
    if "journaltitle" in fields and "journal" in wanted:
        wanted["journaltitle"] = wanted.pop("journal")
    wanted |= _arxiv(entry, work)
    gone = [name for name in _OF_DEPOSIT if name in fields and name not in wanted]
    gone += [
        name
        for name in _MAY_NAME_SERVER
        if name in fields and name not in wanted and _SERVER.search(latex.plain(fields[name]))
    ]
    changes = [
        Change(name, fields.get(name, ""), value, "upgrade")
        for name, value in (*wanted.items(), *dict.fromkeys(gone, "").items())
        if name not in entry.inherited and not says(fields.get(name, ""), value)
    ]
    kept = [each for each in changes if pins.hold(each)]
    title = people.letters(plain(work.title)) != people.letters(plain(record.title))
    differs = (Change("title", fields.get("title", ""), new["title"], "update"),) if title and "title" in new else ()
    type_ = write.type_of(record)
    return Plan(
        tuple(each for each in changes if each not in kept),
        differs,
        tuple(each.field for each in kept),
        type_ if type_ != entry.type else "",
        (f"published as {record.DOI}",),
    )


def _arxiv(entry: Entry, work: Work) -> dict[str, str]:
    """The fields that keep the link to arXiv, where no field does so yet."""
    deposit = preprint.deposit(Fields(entry.type, entry.fields))
    identifier = deposit.id or work.archive_id
    if deposit.archive != "arXiv" or not identifier or "eprint" in entry.fields:
        return {}
    return dict(zip(_EPRINT, (identifier, "arXiv"), strict=True))


def is_preprint(work: Work, record: Work) -> bool:
    """Whether an entry is that of a preprint: it says so, or says nothing of what it is while its record does."""
    return work.type == "article" or (work.type in lacking.OPEN and record.type == "article")


def is_published(record: Work) -> bool:
    """Whether a record is that of a publication, and not of a deposit: SSRN has its papers as a journal's articles."""
    return record.type in PUBLISHED and not preprint.server(plain(record.container_title))


def published_dois(found: Found) -> tuple[str, ...]:
    """The DOIs under which a preprint was published, arXiv's own left out."""
    return tuple(doi for doi in dict.fromkeys(found.published_as) if not lacking.is_arxiv(doi))
