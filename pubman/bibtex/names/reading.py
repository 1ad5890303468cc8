"""One name, or the names of a list by commas."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pubman.bibtex.names.words import (
    ORGANISATION,
    between_commas,
    is_initials,
    is_lower,
    is_organisation,
    is_particle,
    plain,
    unstyled,
)
from pubman.work import Name

if TYPE_CHECKING:
    from pubman.bibtex.names.words import Words

_SUFFIX = re.compile(r"\{?(?:[JS]r\.?|[JS]nr\.?|I{2,3}|IV|VI{1,3}|2nd|3rd|4th)\}?", re.IGNORECASE)
_CAPITAL_SUFFIX = re.compile(r"\{?(?:[JS][Rr]\.?|[JS]nr\.?|I{2,3}|IV|VI{1,3}|2nd|3rd|4th)\}?")
_EXTENDED = re.compile(r"(?:^|,)\s*(?:family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)
_INITIAL = re.compile(r"\{?[^\W\d_a-z]\.")
_AMPERSAND = re.compile(r"\s+\\?&\s+")
_NAMESAKE = re.compile(r"[\s~]0\d{3}")


@lru_cache(maxsize=16384)
def read(tex: str) -> tuple[Name, ...]:
    """One name, or the names of a list by commas."""
    tex = tex.strip(" \t\r\n~,")
    if tex[-1:].isdigit() and _NAMESAKE.fullmatch(tex[-5:]):
        tex = tex[:-5].rstrip(" \t\r\n~")
    if "\\" in tex:
        tex = unstyled(tex)
    if "=" in tex and _EXTENDED.search(tex):
        return (_extended(tex),)
    if "&" in tex and (joined := _joined(tex)):
        return joined
    parts = [words for words in between_commas(tex) if words]
    if not parts:
        return ()
    if len(parts) > 1:
        return _listed(parts) or (_inverted(parts),)
    (words,) = parts
    if len(words) == 1 and words[0].startswith("{") and words[0].endswith("}") and (tex[1:2] != "\\" or " " in tex):
        return (Name(literal=plain(words)),)
    if len(words) > 1 and is_organisation(words):
        return (Name(literal=plain(words)),)
    return (_natural(words),)


def _joined(tex: str) -> tuple[Name, ...]:
    r"""The people of `Ann One \& Bob Two`, or the firm of `Ernst \& Young`; nobody where the sign joins nothing."""
    pieces = _AMPERSAND.split(tex)
    if len(pieces) < 2 or any(piece.count("{") != piece.count("}") for piece in pieces):
        return ()
    if any(len(piece.split()) < 2 for piece in pieces) or is_organisation(tex.replace(",", " ").split()):
        return (Name(literal=plain(tex.split())),)
    return tuple([name for piece in pieces for name in read(piece)])


def _natural(words: Words) -> Name:
    """`First von Last`, with a suffix at the end."""
    suffix = ""
    if len(words) > 2 and _CAPITAL_SUFFIX.fullmatch(words[-1]):
        *words, suffix = words
    lower = [index for index, word in enumerate(words[:-1]) if is_lower(word)]
    first = start = len(words) - 1
    if len(lower) == 1 and words[lower[0]] in ("y", "i"):
        first = start = max(lower[0] - 1, 0)
    elif lower:
        first, start = lower[0], lower[-1] + 1
    else:
        while first > 1 and is_particle(words, first - 1):
            first = start = first - 1
    return _name(plain(words[start:]), plain(words[:first]), plain(words[first:start]), plain([suffix]))


def _inverted(parts: list[Words]) -> Name:
    """`von Last, First` and `von Last, Jr, First`, the suffix anywhere; more than that stays in the given name."""
    family, *rest = parts
    suffix: Words = next((part for part in rest if len(part) == 1 and _SUFFIX.fullmatch(part[0])), [])
    if not suffix and len(rest) == 2:
        suffix = rest[0]
    if suffix:
        rest.remove(suffix)
        if not rest:
            return _natural(family)._replace(suffix=plain(suffix))
    elif len(family) > 1 and _CAPITAL_SUFFIX.fullmatch(family[-1]):
        *family, last = family
        suffix = [last]
    if len(rest) == 1 and len(rest[0]) == 1 and rest[0][0].lower() in ORGANISATION:
        return Name(literal=f"{plain(family)}, {plain(rest[0])}")
    cut = 0
    while cut < len(family) - 1 and is_lower(family[cut]):
        cut += 1
    given = ", ".join([plain(part) for part in rest])
    return _name(plain(family[cut:]), given, plain(family[:cut]), plain(suffix))


def _name(family: str, given: str, particle: str, suffix: str) -> Name:
    """The name, whole where none of it is of the family; a suffix in braces (`{Osgood, Jr.}`) is one all the same."""
    if not family:
        return Name(literal=" ".join(filter(None, (particle, given, suffix))))
    if "," in family and not suffix:
        before, _, last = family.rpartition(", ")
        if before and _CAPITAL_SUFFIX.fullmatch(last):
            return Name(before, given, particle, last)
    return Name(family, given, particle, suffix)


def _listed(parts: list[Words]) -> tuple[Name, ...]:
    """The people of `Smith, J., Doe, A.` or `J. Smith, A. Doe`; nobody when the commas are those of one name."""
    if any(len(part) == 1 and _SUFFIX.fullmatch(part[0]) for part in parts[1:]):
        return ()
    natural = all(len(part) > 1 for part in parts)
    if natural and (len(parts) > 2 or all(_INITIAL.match(part[0]) and not is_initials(part[-1:]) for part in parts)):
        return tuple([_natural(part) for part in parts])
    if len(parts) < 3:
        return ()
    if all(is_initials(part) for part in parts[1::2]) or (len(parts) > 3 and len(parts) % 2 == 0):
        pairs = [parts[at : at + 2] for at in range(0, len(parts), 2)]
        return tuple([_inverted(pair) if len(pair) == 2 else _natural(pair[0]) for pair in pairs])
    return tuple([_natural(part) for part in parts]) if len(parts) > 3 and _INITIAL.match(parts[0][0]) else ()


def _extended(tex: str) -> Name:
    """The extended name format (biblatex manual, section 3.4): `family=..., given=..., prefix=..., suffix=...`."""
    values: dict[str, str] = {}
    for words in between_commas(tex):
        name, equals, value = " ".join(words).partition("=")
        if equals:
            values[name.strip().lower()] = plain(value.strip().strip('"').split())
    family, given = values.get("family", ""), values.get("given", "") or values.get("given-i", "")
    prefix, suffix = values.get("prefix", ""), values.get("suffix", "")
    return _name(family, given, prefix, suffix)
