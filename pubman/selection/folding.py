"""Strings as a search compares them: without case, accents or kinds of quotes and dashes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pubman.text import plain

if TYPE_CHECKING:
    from pubman.work import Name, Names, Work

_MARKS = dict.fromkeys(range(0x300, 0x370))
_PLAIN = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th",
        "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
        "\xa0": " ",
    }
)  # fmt: skip


@lru_cache(4096)
def fold(string: str) -> str:
    """The string in lower case, letters without their accents, blanks as one: `Müller’s` and `muller's` are alike."""
    string = " ".join(string.split())
    if string.isascii():
        return string.lower()
    import unicodedata

    return unicodedata.normalize("NFKD", string.casefold().translate(_PLAIN)).translate(_MARKS).translate(_PLAIN)


def title(work: Work) -> str:
    """The title, folded."""
    return fold(plain(work.title))


def people(work: Work) -> Names:
    """The authors or, of a work that has none, the editors."""
    return work.author if work.author.people else work.editor


@lru_cache(4096)
def spellings(person: Name) -> tuple[str, ...]:
    """The ways a name is written, folded and without full stops: in full, family first, with initials, family alone."""
    if person.literal:
        return (_name(person.literal),)
    family = f"{person.particle} {person.family}"
    initials = " ".join([part[0] for part in person.given.replace("-", " ").split()])
    given = f"{person.given} {family} {person.suffix}"
    return tuple(map(_name, (given, f"{family}, {person.given}", f"{initials} {family}", family, person.family)))


def _name(string: str) -> str:
    return fold(string.replace(".", " "))
