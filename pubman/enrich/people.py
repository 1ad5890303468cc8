"""Lists of authors compared: who stands in both, and what `and others` stands for."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from pubman.work import Name, Names

_OTHERS = re.compile(r"(?<=\s)and\s+others\s*$", re.IGNORECASE)
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


@lru_cache(maxsize=8192)
def letters(string: str) -> str:
    """The letters and digits of a string alone, without case and accents."""
    if string.isascii():
        return "".join(filter(str.isalnum, string.lower()))
    parts = normalize("NFKD", string.casefold()).translate(_LETTERS)
    return "".join([each for each in parts if each.isalnum() and not combining(each)])


def same(one: Name, other: Name) -> bool:
    """Whether two names can be the same person's, given names by their initials, family and given in either order."""
    if one.literal or other.literal:
        return _family(one.literal or one.family) == _family(other.literal or other.family)
    straight = _families(one) & _families(other) and _initials(one.given, other.given)
    turned = _family(one.family) == _family(other.given) and _family(one.given) == _family(other.family)
    return bool(straight or turned)


def listed_first(given: Names, record: Names) -> bool:
    """Whether the people of a list that ends with `and others` are the first of the record's, which has more."""
    people, all_ = given.people, record.people
    first = all(same(one, other) for one, other in zip(people, all_, strict=False))
    return bool(people) and len(all_) >= len(people) and not record.others and first


def agree(given: Names, record: Names) -> bool:
    """Whether two lists name the same people in the same order, as far as they go."""
    if given.others or record.others:
        return all(same(one, other) for one, other in zip(given.people, record.people, strict=False))
    return all(one and other and same(one, other) for one, other in zip_longest(given.people, record.people))


def shared(given: Names, record: Names) -> int:
    """How many family names of one list are in the other."""
    known = {name for person in record.people for name in _families(person)}
    return sum(bool(_families(person) & known) for person in given.people)


def completed(written: str, rest: str) -> str:
    """A list of names as written, with the rest of the people in the place of `and others`; empty where it has none."""
    found = _OTHERS.search(written)
    return written[: found.start()].rstrip() + (f" and {rest}" if rest else "") if found else ""


def _families(person: Name) -> set[str]:
    """The family name with and without its particle."""
    names = (person.literal, person.family, f"{person.particle}{person.family}")
    return {_family(name) for name in names if name} - {""}


@lru_cache(maxsize=8192)
def _family(name: str) -> str:
    """A name's letters, `Mueller` and `Müller` alike."""
    return re.sub(r"([aou])e", r"\1", letters(name))


def _initials(one: str, other: str) -> bool:
    return not one or not other or letters(one)[:1] == letters(other)[:1]
