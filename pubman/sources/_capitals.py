"""Names a publisher set in capitals (`MARLER, THOMAS E.`), in capitals and small letters again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pubman.work import Name

_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[AEIOUYÀ-ÆÈ-ÏÒ-ÖØ-ÝĀĂĄĒĘĚĪİŌŐŒŪŮŰАЕЁИОУЫЭЮЯІЇЄΑΕΗΙΟΥΩ]")
_SMALL = frozenset("VON VAN DER DEN DE DEL DELLA DI DA DOS DAS DO DU DES TER TEN ZU".split())
_MC = re.compile(r"(?<![^\W\d_])Mc(?=[^\W\d_]{2})")


def lowered(people: list[Name], warnings: list[str]) -> list[Name]:
    """The people, family names in capitals lowered; given names too where the record's are words and no initials."""
    if not any(_is_shouted(person.family) for person in people):
        return people
    are_words = any(_is_shouted(word) and len(word) > 3 for person in people for word in person.given.split())
    found: list[Name] = []
    for person in people:
        if not _is_shouted(person.family):
            found.append(person)
            continue
        given = _words(person.given) if are_words else person.given
        found.append(_particled(person._replace(family=_words(person.family), given=given), person.family))
    changed = [after.family for before, after in zip(people, found, strict=True) if before != after]
    if changed:
        warnings.append(f"names in capitals set in small letters: {changed[0]}")
    return found


def _is_shouted(string: str) -> bool:
    """Whether a name of some length is in capitals alone; two or three consonants are initials."""
    letters = "".join(_WORD.findall(string))
    return len(letters) > 1 and letters.isupper() and letters != letters.lower() and bool(_VOWEL.search(letters))


def _words(string: str) -> str:
    words = [_word(word) for word in string.split()]
    return " ".join(words)


def _word(word: str) -> str:
    letters = "".join(_WORD.findall(word))
    if len(letters) < 2 or not letters.isupper() or "." in word[:-1] or not _VOWEL.search(letters):
        return word
    word = _WORD.sub(lambda found: found[0].capitalize(), word)
    word = re.sub(r"(?<=[^\W\d_]{2}['’])[^\W\d_]\b", lambda found: found[0].lower(), word)
    return _MC.sub(
        "Mc", re.sub(r"(?<![^\W\d_])Mc([^\W\d_])(?=[^\W\d_]{2})", lambda found: "Mc" + found[1].upper(), word)
    )


def _particled(person: Name, shouted: str) -> Name:
    """The particle of a family name of several words apart, in small letters."""
    words = shouted.split()
    cut = 0
    while cut < len(words) - 1 and words[cut] in _SMALL:
        cut += 1
    if not cut:
        return person
    return person._replace(family=_words(" ".join(words[cut:])), particle=" ".join(words[:cut]).lower())
