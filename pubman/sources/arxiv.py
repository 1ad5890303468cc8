"""arXiv's API: preprints by identifier, or candidates for words, as an Atom feed (arXiv API User's Manual).

The XML is read with expat as it comes; a document type, and with it any entity of its own, is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from pubman import identifiers
from pubman.queries import Ask, Found, Relation
from pubman.sources import _dates, _groups, _names, _records, _titles
from pubman.work import UNDATED, Name, Names, Work

if TYPE_CHECKING:
    from pubman.queries import Query

ATOM = "application/atom+xml"
_NAMESPACES = ("http://www.w3.org/2005/Atom ", "http://arxiv.org/schemas/atom ")
_KEPT = frozenset("id title published updated doi comment journal_ref summary".split())
_WITHDRAWN = re.compile(r"\bwithdrawn\b", re.IGNORECASE)
_DEEPEST = 100


def request(query: Query) -> Ask:
    """Identifiers, all in one request, else a search by words."""
    if query.arxiv:
        return Ask(
            "arxiv", "/api/query", {"id_list": ",".join(query.arxiv), "max_results": str(len(query.arxiv))}, ATOM
        )
    words = " AND ".join(f"all:{word}" for word in re.findall(r"\w+", query.words)[:30])
    return Ask("arxiv", "/api/query", {"search_query": words, "max_results": str(query.rows)}, ATOM, "list")


def parse(body: bytes) -> list[Found]:
    """The preprints of a feed, in its order; none for identifiers that do not exist.

    Raises ServiceError for what is no feed, and with arXiv's own words for a feed that tells an error.
    """
    found = []
    for entry in _Feed().read(body):
        if "/api/errors" in entry.first("id"):
            _records.refuse(_records.line(entry.first("summary") or entry.first("id"))[:200], "arXiv")
        found.append(_found(entry))
    return found


class _Entry:
    """The texts of one entry by the names of its elements, and the names of its authors."""

    def __init__(self) -> None:
        self.texts: dict[str, list[str]] = {}
        self.authors: list[str] = []

    def first(self, name: str) -> str:
        return "".join(self.texts.get(name, ()))


class _Feed:
    """Reads a feed from its first byte to its last."""

    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self.path: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.data
        self.parser.StartDoctypeDeclHandler = _no_doctype

    def read(self, body: bytes) -> list[_Entry]:
        try:
            self.parser.Parse(body, True)
        except expat.ExpatError as error:
            _records.refuse(f"no XML ({expat.ErrorString(error.code)})", "arXiv")
        except (ValueError, LookupError):
            _records.refuse("no XML (unknown encoding)", "arXiv")
        return self.entries

    def start(self, name: str, _: dict[str, str]) -> None:
        for namespace in _NAMESPACES:
            name = name.removeprefix(namespace)
        if not self.path and name != "feed":
            _records.refuse(f"<{_records.line(name)[:40]}> instead of a feed", "arXiv")
        self.path.append(name)
        if len(self.path) > _DEEPEST:
            _records.refuse("nested too deeply", "arXiv")
        if self.path == ["feed", "entry"]:
            self.entries.append(_Entry())
        elif self.path == ["feed", "entry", "author", "name"]:
            self.entries[-1].authors.append("")
            if len(self.entries[-1].authors) > _records.MOST_PEOPLE:
                _records.refuse(f"more than {_records.MOST_PEOPLE:,} authors", "arXiv")

    def end(self, _: str) -> None:
        self.path.pop()

    def data(self, string: str) -> None:
        if len(self.path) == 3 and self.path[1] == "entry" and self.path[2] in _KEPT:
            self.entries[-1].texts.setdefault(self.path[2], []).append(string)
        elif self.path == ["feed", "entry", "author", "name"]:
            self.entries[-1].authors[-1] += string


def _no_doctype(*_: object) -> NoReturn:
    _records.refuse("a document type of its own", "arXiv")


def _found(entry: _Entry) -> Found:
    identifier = re.sub(r"v\d+$", "", identifiers.arxiv(_records.line(entry.first("id"))))
    title = _titles.title(entry.first("title")[: _records.LONGEST_FIELD + 1])
    if not identifier or not title:
        _records.refuse(f"an entry without {'a title' if identifier else 'an identifier'}", "arXiv")
    dates = tuple(
        (name, date) for name in ("published", "updated") if (date := _dates.iso(entry.first(name)[:40])) != UNDATED
    )
    warnings: list[str] = []
    if _WITHDRAWN.search(entry.first("comment")):
        warnings.append("the comment says that the preprint was withdrawn")
    if not dates:
        warnings.append("the record has no date")
    published = identifiers.doi(_records.line(entry.first("doi")))
    work = Work(
        key="",
        type="article",
        title=title,
        author=Names(
            tuple(filter(any, map(_person, entry.authors))),
            any(_groups.means_others(_records.line(each)) for each in entry.authors),
        ),
        issued=dates[0][1] if dates else UNDATED,
        archive="arXiv",
        archive_id=identifier,
    )
    relations = (Relation("is-preprint-of", published),) if published else ()
    return Found(work, tuple(warnings), "preprint", dates, (), relations)


def _person(name: str) -> Name:
    return _names.natural(name[:500])
