"""`where` and the words of `pubman list`, as a function that says yes or no to an entry and its work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from pubman.selection.folding import fold, people, spellings, title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pubman.options.where import Term
    from pubman.work import Work

    Predicate: TypeAlias = "Callable[[Entry, Work], bool]"


class Entry(Protocol):
    """What a selection looks at of an entry."""

    type: str
    key: str
    fields: dict[str, str]

    @property
    def file(self) -> str:
        """The file it stands in."""


SAME_TYPES = {"conference": "inproceedings", "electronic": "online", "www": "online"}
"""BibTeX types that mean another (btxdoc, section 3.1; biblatex manual, section 2.1.2)."""

OF_CSL = {"article": "preprint", "book": "book volume"}
"""CSL's types that BibTeX has a narrower one for, whose word means BibTeX's."""

SAME_FIELDS = (
    {"year", "date"},
    {"journal", "journaltitle"},
    {"address", "location"},
    {"school", "institution"},
    {"pdf", "file"},
    {"annote", "annotation"},
)
"""BibTeX's and biblatex's names of one field (biblatex manual, section 2.2.5)."""


def parse(expression: str) -> Predicate:
    """Whether an entry and its work satisfy a `where`; an empty one holds of everything.

    `type` is BibTeX's type or CSL's; `article` and `book` are BibTeX's (CSL's `article` is `preprint`). `author` is the
    editor of a work without authors. Raises OptionError for what cannot be read.
    """
    return _all(expression, words=False)


def query(words: str) -> Predicate:
    """As `parse`, where a word or quoted phrase alone may stand anywhere in the key, the fields or the people."""
    return _all(words, words=True)


def names_type(expression: str) -> bool:
    """Whether a `where` asks for a type, and so for parents of that type as well. Raises OptionError."""
    return any(term.key == "type" and term.operator != "!=" for term in _terms(expression, words=False))


def _terms(expression: str, *, words: bool) -> tuple[Term, ...]:
    if not expression.strip():
        return ()
    from pubman.options import where

    return where.terms(expression, words=words)


def _all(expression: str, *, words: bool) -> Predicate:
    tests = [_test(term) for term in _terms(expression, words=words)]
    return lambda entry, work: all(test(entry, work) for test in tests)


def _test(term: Term) -> Predicate:
    if term.key == "year" and term.operator != "~":
        return _years(term)
    values = tuple(map(fold, term.values))
    equal = term.operator != "~"
    if term.key == "author":
        values = tuple([fold(value.replace(".", " ")) for value in values])
    elif term.key == "type":
        values = tuple([SAME_TYPES.get(value, value) for value in values])
    elif term.key == "has":
        wanted = [next((same for same in SAME_FIELDS if value in same), {value}) for value in values]
        return _denied(lambda entry, work: any(_has(entry, work, names) for names in wanted), term)
    strings = STRINGS[term.key]
    if equal:
        known = frozenset(values)
        return _denied(lambda entry, work: not known.isdisjoint(strings(entry, work)), term)
    return lambda entry, work: any(value in string for string in strings(entry, work) for value in values)


def _denied(test: Predicate, term: Term) -> Predicate:
    return (lambda entry, work: not test(entry, work)) if term.operator == "!=" else test


def _years(term: Term) -> Predicate:
    numbers = [int(value) for value in term.values]
    if term.operator in ("=", "!="):
        return _denied(lambda _, work: _year(work) in numbers, term)
    number = numbers[0]
    if term.operator[0] == "<":
        highest = number - (term.operator == "<")
        return lambda _, work: (year := _year(work)) is not None and year <= highest
    lowest = number + (term.operator == ">")
    return lambda _, work: (year := _year(work)) is not None and year >= lowest


def _year(work: Work) -> int | None:
    return work.issued.start.year if work.issued.start else None


def _has(entry: Entry, work: Work, names: set[str]) -> bool:
    if any(entry.fields.get(name, "").strip() for name in names):
        return True
    return ("doi" in names and bool(work.DOI)) or ("url" in names and bool(work.URL))


def _types(entry: Entry, work: Work) -> tuple[str, str]:
    kind = entry.type.lower()
    return SAME_TYPES.get(kind, kind), OF_CSL.get(work.type, work.type)


def _authors(_: Entry, work: Work) -> list[str]:
    return [spelling for person in people(work).people for spelling in spellings(person)]


def _files(entry: Entry, _: Work) -> tuple[str, str, str]:
    path = fold(entry.file.replace("\\", "/"))
    name = path.rpartition("/")[2]
    return path, name, name.removesuffix(".bib")


def _anything(entry: Entry, work: Work) -> list[str]:
    return [fold(entry.key), title(work), *_authors(entry, work), *map(fold, entry.fields.values())]


STRINGS: Mapping[str, Callable[[Entry, Work], Iterable[str]]] = {
    "type": _types,
    "year": lambda _, work: (str(work.issued.start.year) if work.issued.start else fold(work.issued.literal),),
    "author": _authors,
    "title": lambda _, work: (title(work),),
    "keyword": lambda _, work: map(fold, work.keyword),
    "key": lambda entry, _: (fold(entry.key),),
    "file": _files,
    "": _anything,
}
"""What the values of a term are compared with."""
