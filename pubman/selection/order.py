"""The order of a list: `sort` by keys, `group` under headings; both keep the order of what they do not tell apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pubman.options.fault import OptionError, did_you_mean
from pubman.selection.folding import fold, people, title

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pubman.selection.asking import Entry
    from pubman.work import Work

Item = TypeVar("Item", bound=tuple[Any, Any])

HEADINGS = {
    "article-journal": "Journal articles",
    "paper-conference": "Conference papers",
    "book": "Books",
    "chapter": "Book chapters",
    "article": "Preprints",
    "thesis": "Theses",
    "report": "Reports",
    "standard": "Standards",
    "patent": "Patents",
    "dataset": "Datasets",
    "software": "Software",
    "article-magazine": "Magazine articles",
    "article-newspaper": "Newspaper articles",
    "speech": "Talks",
    "motion_picture": "Videos",
    "webpage": "Web pages",
    "post-weblog": "Blog posts",
    "manuscript": "Manuscripts",
}
"""The headings of `group=type`, in their order; works of every other type stand under OTHER, last."""

OTHER = "Other publications"
UNDATED = "Undated"
_RANK = {type_: rank for rank, type_ in enumerate(HEADINGS)}


def sort(items: Sequence[Item], keys: Sequence[str]) -> list[Item]:
    """The items by the first key, then the second, ...; `-` before a key turns it round.

    The keys are `file` (the owner's order), `issued`, `year`, `title`, `author`, `type` and `key`. What has no date, no
    title or no author stands last either way. Raises OptionError for another key.
    """
    placed = list(enumerate(items))
    for key in reversed(keys):
        name = key.removeprefix("-")
        if name == "file":
            placed.sort(reverse=key != name)
            continue
        if name not in _KEYS:
            raise OptionError(f'option "sort" has no key "{key}"{did_you_mean(name, ["file", *_KEYS])}')
        value = _KEYS[name]
        keyed = [(value(*place[1]), place) for place in placed]
        having = sorted([pair for pair in keyed if pair[0]], key=lambda pair: pair[0], reverse=key != name)
        placed = [pair[1] for pair in having] + [pair[1] for pair in keyed if not pair[0]]
    return [item for _, item in placed]


def group(items: Sequence[Item], by: str) -> list[tuple[str, list[Item]]]:
    """The items under headings: by `year`, newest first, by `type` in the order of HEADINGS, or by `none` under none.

    Within a group they keep their order; a group without items is not there.
    """
    if by == "none":
        return [("", list(items))] if items else []
    groups: dict[int, list[Item]] = {}
    rank, heading = (_by_year, _year_heading) if by == "year" else (_by_type, _type_heading)
    for item in items:
        groups.setdefault(rank(item[1]), []).append(item)
    return [(heading(place), groups[place]) for place in sorted(groups)]


def _by_year(work: Work) -> int:
    return -work.issued.start.year if work.issued.start else 1


def _year_heading(place: int) -> str:
    return str(-place) if place < 1 else UNDATED


def _by_type(work: Work) -> int:
    return _RANK.get(work.type, len(_RANK))


def _type_heading(place: int) -> str:
    return [*HEADINGS.values(), OTHER][place]


def _issued(_: Entry, work: Work) -> tuple[int, ...]:
    return work.issued.start or ()


def _year(_: Entry, work: Work) -> tuple[int, ...]:
    return work.issued.start[:1] if work.issued.start else ()


def _author(_: Entry, work: Work) -> tuple[tuple[str, str], ...]:
    return tuple([(fold(p.literal or f"{p.particle} {p.family}"), fold(p.given)) for p in people(work).people])


_KEYS: Mapping[str, Callable[[Entry, Work], Any]] = {
    "issued": _issued,
    "year": _year,
    "title": lambda _, work: title(work),
    "author": _author,
    "type": lambda _, work: (_by_type(work), work.type),
    "key": lambda entry, _: fold(entry.key),
}
