"""A person whose family and given names are told apart: suffix and particle at their places, degrees left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.sources._names.persons import MARKS
from pubman.work import Name

if TYPE_CHECKING:
    from pubman.sources._names.persons import Person

_SUFFIX = re.compile(r"(?:[JS](?:unio)?r|[JS]nr|I{2,3}|IV|VI{0,3}|2nd|3rd|4th|5th|Esq)\.?", re.IGNORECASE)
SUFFIX_BEHIND = re.compile(r"[\s,]+([JS][rR]\.?|[JS]nr\.?|I{2,3}|IV|VI{1,3}|2nd|3rd|4th)$")
SUFFIX_ALONE = re.compile(r"[JS]n?r\.?|I{2,3}|2nd|3rd|4th")
_DEGREES = re.compile(
    r"(?:[,\s]+(?:M\.?D|Ph\.?\s?D|Dr|D\.?Sc|M\.?Sc|B\.?Sc|MA|MS|MPH|MBA|DVM|RN|FRCP|FACS|FRCS|MBBS|DDS|PharmD|Esq|Prof"
    r"|M\.?Phil|MRCP|BA|DPhil)\.?)+$"
)
_PARTICLES = frozenset(
    "von vom van vande vanden der den de del della dello dei degli di da dal dalla das dos do du des la le lo los las"
    " ter ten te tot zu zur zum af av bin ibn el al op 't".split()
)


def split(person: Person, warnings: list[str]) -> Name:
    """A person whose family and given names are told apart, suffix and particle at their places."""
    family, given, particle = person.family, person.given, ""
    suffix = suffix_of(person.suffix, family, warnings)
    without = _DEGREES.sub("", family) if "," in family else family
    if without != family:
        warnings.append(f'"{family[len(without) :].strip(" ,")}" behind the name {without} left out')
        family = without
    given = _DEGREES.sub("", given) if "," in given else given
    if not suffix:
        if (found := SUFFIX_BEHIND.search(family)) and family[: found.start()].strip():
            family, suffix = family[: found.start()].rstrip(" ,"), found[1]
        elif (found := SUFFIX_BEHIND.search(given)) and "," in found[0]:
            given, suffix = given[: found.start()], found[1]
    if person.prefix and all(word.lower() in _PARTICLES for word in person.prefix.split()):
        particle = person.prefix
    words = given.split()
    cut = len(words)
    while cut > 1 and words[cut - 1] in _PARTICLES:
        cut -= 1
    if cut < len(words):
        given, particle = " ".join(words[:cut]), " ".join((*words[cut:], *particle.split()))
    if len(family.split()) > 1 and not particle:
        particle, family = _particle(family)
    if family == family.lower() != family.upper() and family not in _PARTICLES:
        warnings.append(f'the family name "{family}" is in small letters, kept so')
    return Name(family, given.strip(MARKS), particle, suffix)


def _particle(family: str) -> tuple[str, str]:
    """The particle in small letters at the head of a family name, and the rest."""
    words = family.split()
    cut = 0
    while cut < len(words) - 1 and words[cut] in _PARTICLES:
        cut += 1
    return " ".join(words[:cut]), " ".join(words[cut:])


def suffix_of(suffix: str, family: str, warnings: list[str]) -> str:
    """The suffix, or nothing where it is none."""
    if not suffix or _SUFFIX.fullmatch(suffix):
        return suffix
    warnings.append(f'"{suffix[:40]}" behind the name {family} is no suffix; left out')
    return ""
