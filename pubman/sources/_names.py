"""People as publishers deposit them: whole names in `family`, suffixes and particles anywhere, groups as persons.

What is certain is set right; what is not stays as it came, and a warning says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pubman.bibtex import names
from pubman.sources import _capitals, _groups, _markup, _records
from pubman.work import Name, Names

if TYPE_CHECKING:
    from collections.abc import Iterable

_SUFFIX = re.compile(r"(?:[JS](?:unio)?r|[JS]nr|I{2,3}|IV|VI{0,3}|2nd|3rd|4th|5th|Esq)\.?", re.IGNORECASE)
_SUFFIX_BEHIND = re.compile(r"[\s,]+([JS][rR]\.?|[JS]nr\.?|I{2,3}|IV|VI{1,3}|2nd|3rd|4th)$")
_SUFFIX_ALONE = re.compile(r"[JS]n?r\.?|I{2,3}|2nd|3rd|4th")
_DEGREES = re.compile(
    r"(?:[,\s]+(?:M\.?D|Ph\.?\s?D|Dr|D\.?Sc|M\.?Sc|B\.?Sc|MA|MS|MPH|MBA|DVM|RN|FRCP|FACS|FRCS|MBBS|DDS|PharmD|Esq|Prof"
    r"|M\.?Phil|MRCP|BA|DPhil)\.?)+$"
)
_TITLE = re.compile(r"(?:(?:Prof(?:essor)?|Dr|Mr|Mrs|Ms|Ir|Dipl|Ing|Sir|Rev)\.?(?:\s+|$))+(?=\S|$)", re.IGNORECASE)
_PARTICLES = frozenset(
    "von vom van vande vanden der den de del della dello dei degli di da dal dalla das dos do du des la le lo los las"
    " ter ten te tot zu zur zum af av bin ibn el al op 't".split()
)
_MARKS = " ,;:*†‡§¶#∗⁎¹²³⁴⁵⁶⁷⁸⁹⁰"
_TWO = re.compile(r"(?P<first>\S.*?\s\S.*?)\s+(?:and|&|und|y)\s+(?P<second>[^\W\d_].*)")
_NATIVE = re.compile(r"[\u0e00-\u0fff\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
_PATRONYMIC = re.compile(r"(?:[оеё]вич|ьич|[оеё]вна|ична)$")
"""A Russian's third name, which family names stand before: `Молчанов Владимир Петрович`."""
_GRAVE = re.compile(r"(?<=[^\W\d_])`(?=[^\W\d_])")
_GLUED = re.compile(r"((?:[^\W\d_]\.-?)+)([^\W\d_]{3,}(?:-[^\W\d_]{2,})?)")
"""`N.RAMAMOORTHY`, initials and a family name without a blank."""
_INITIAL = re.compile(r"[^\W\d_]\.?(?:[- ]?[^\W\d_]\.)*")
_SENTENCE = re.compile(r"[^\W\d_]{5,}\.$")
_SHORTENED = re.compile(r"(?:assoc|comm?n|admin|canad|europ|philos|techn?|scien|engin|depart)\.$", re.IGNORECASE)
"""Words that keep the period behind them at the end of a group's name."""
_MEANT = re.compile(r"[^\w\s.'’‐-]|\band\b|_|\bothers\b", re.IGNORECASE)
"""What means something to BibTeX in a name."""
_LONGEST, _REFUSED = 200, 2_000
"""A name of more characters is none, and one of more than that makes no record."""


class Person(NamedTuple):
    """One element of a list of people, as the service has it."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    prefix: str = ""
    whole: str = ""
    group: bool | None = None
    """Whether it is an organisation, where the service says so."""


class People(NamedTuple):
    """The names of a role, and what about them is uncertain."""

    names: Names
    warnings: tuple[str, ...] = ()


def read(persons: Iterable[Person], *, spoken: bool = False) -> People:
    """The people of one role; elements that name nobody are left out.

    `spoken` tells that a name in one piece has the family name last, as the publisher's always have.
    """
    people: list[Name] = []
    warnings: list[str] = []
    others = False
    for person in persons:
        if (length := max(map(len, person[:5]))) > _REFUSED:
            _records.refuse(f"a name of {length:,} characters")
        cleaned = Person(
            _clean(person.family),
            _clean(person.given),
            _clean(person.suffix),
            _clean(person.prefix),
            _markup.words(person.whole) if person.group else _clean(person.whole),
            person.group,
        )
        whole = " ".join(filter(None, (cleaned.given, cleaned.family))) or cleaned.whole
        if _groups.means_others(whole):
            others = True
        elif _groups.means_nobody(whole):
            if whole:
                warnings.append(f'"{whole}" is no name; left out')
        else:
            people += _named(cleaned, warnings, spoken=spoken)
    people = _once(_capitals.lowered(people, warnings), warnings)
    return People(Names(tuple(people), others), tuple(dict.fromkeys(warnings)))


def _once(people: list[Name], warnings: list[str]) -> list[Name]:
    """The people, a group that stands there again left out: some publishers name it once for each of its people."""
    groups = [person.literal for person in people if person.literal]
    if len(groups) == len(set(groups)):
        return people
    found: list[Name] = []
    seen: set[str] = set()
    for person in people:
        if not person.literal or person.literal not in seen:
            found.append(person)
        elif f'the group "{person.literal[:60]}" is listed again, left out there' not in warnings:
            warnings.append(f'the group "{person.literal[:60]}" is listed again, left out there')
        seen.add(person.literal)
    return found


def _named(person: Person, warnings: list[str], *, spoken: bool) -> list[Name]:
    family, given = person.family, person.given
    if person.group:
        if _groups.is_address(person.whole[:_LONGEST]):
            warnings.append(f'"{person.whole[:60]}" looks like no name, kept as an author')
        return [Name(literal=_without_period(person.whole or " ".join(filter(None, (given, family)))))]
    if not family or not given or len(family) + len(given) > _LONGEST:
        return [_whole(person, warnings, spoken=spoken)]
    if _SUFFIX_ALONE.fullmatch(family) and len(given.split()) > 1:
        return [_natural(given, family)]
    if _groups.leads(given):
        return [Name(literal=family)]
    if _groups.is_group(family, given):
        name = person.whole or f"{given} {family}"
        warnings.append(f'"{name}" taken for a group')
        return [Name(literal=name)]
    if (two := _TWO.fullmatch(given)) and len(two["first"].split()) > 1:
        warnings.append(f'two people in one name, "{given} {family}": read as two')
        return [_natural(two["first"].strip(_MARKS)), _split(person._replace(given=two["second"]), warnings)]
    return [_split(person, warnings)]


def _split(person: Person, warnings: list[str]) -> Name:
    """A person whose family and given names are told apart, suffix and particle at their places."""
    family, given, particle = person.family, person.given, ""
    suffix = _suffix(person.suffix, family, warnings)
    without = _DEGREES.sub("", family) if "," in family else family
    if without != family:
        warnings.append(f'"{family[len(without) :].strip(" ,")}" behind the name {without} left out')
        family = without
    given = _DEGREES.sub("", given) if "," in given else given
    if not suffix:
        if (found := _SUFFIX_BEHIND.search(family)) and family[: found.start()].strip():
            family, suffix = family[: found.start()].rstrip(" ,"), found[1]
        elif (found := _SUFFIX_BEHIND.search(given)) and "," in found[0]:
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
    return Name(family, given.strip(_MARKS), particle, suffix)


def _particle(family: str) -> tuple[str, str]:
    """The particle in small letters at the head of a family name, and the rest."""
    words = family.split()
    cut = 0
    while cut < len(words) - 1 and words[cut] in _PARTICLES:
        cut += 1
    return " ".join(words[:cut]), " ".join(words[cut:])


def _suffix(suffix: str, family: str, warnings: list[str]) -> str:
    if not suffix or _SUFFIX.fullmatch(suffix):
        return suffix
    warnings.append(f'"{suffix[:40]}" behind the name {family} is no suffix; left out')
    return ""


def _whole(person: Person, warnings: list[str], *, spoken: bool) -> Name:
    """A name in one piece: a group, or a person's whose family name is certain; any other stays as it came.

    `spoken` tells that the publisher writes all names in the order of speech.
    """
    name = person.whole or person.family or person.given
    if person.whole and person.given and person.given not in name:
        name = f"{person.given} {name}"
    if glued := _GLUED.fullmatch(name):
        return Name(glued[2], glued[1], "", _suffix(person.suffix, name, warnings))
    words = name.split()
    if _NATIVE.search(name) or (len(words) == 1 and "," not in name):
        return Name(family=name, suffix=_suffix(person.suffix, name, warnings))
    if len(name) > _LONGEST or _groups.is_address(name):
        warnings.append(f'"{name[:60]}" looks like no name, kept as an author')
        return Name(literal=name)
    if person.group is None and _groups.is_group(name):
        return Name(literal=_without_period(name))
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 2 and all(parts) and len(parts[1].split()) < 5:
        return _split(Person(parts[0], parts[1], person.suffix), warnings)
    if len(words) == 3 and _PATRONYMIC.search(words[2]):
        return Name(words[0], " ".join(words[1:]))
    if len(parts) == 1 and (spoken or _ends_in_family(words)) and len(words) < 6:
        return _natural(name, person.suffix)
    warnings.append(f'the parts of the name "{name[:60]}" are not told apart, kept as it came')
    return Name(literal=_without_period(name))


def _without_period(group: str) -> str:
    """A group's name (`United States.`) without the period that a library's card has behind it."""
    return group[:-1] if _SENTENCE.search(group) and not _SHORTENED.search(group) else group


def _ends_in_family(words: list[str]) -> bool:
    """Whether the last word must be the family name: initials stand before it, or it alone is in capitals."""
    *given, family = words
    if len(family) < 2 or family.endswith("."):
        return False
    if any(_INITIAL.fullmatch(word) for word in given):
        return True
    return family.isupper() and not any(word.isupper() for word in given)


def _natural(name: str, suffix: str = "") -> Name:
    """A name in the order of speech: given names, particle, family name, suffix; as BibTeX reads it, where it can."""
    if not _MEANT.search(name):
        (person, *others), _ = names.split(name)
        if person.family and not others:
            return person._replace(suffix=person.suffix or suffix)
    if found := _SUFFIX_BEHIND.search(name):
        name, suffix = name[: found.start()], found[1]
    words = name.split()
    return Name(words[-1], " ".join(words[:-1]), "", suffix)


def natural(name: str) -> Name:
    """A name in the order of speech, from a service that writes all names so; a group when a word says so."""
    name = _clean(name)
    if _groups.is_group(name):
        return Name(literal=name)
    if "," in name:
        family, _, given = name.partition(",")
        if found := _SUFFIX_BEHIND.search(name):
            return _natural(name[: found.start()])._replace(suffix=found[1])
        return Name(family.strip(), given.strip())
    return _natural(name) if name else Name()


def _clean(string: str) -> str:
    string = _markup.words(string).strip(_MARKS)
    if not string or string.isalpha():
        return string
    if string[:1] in "DPMISRdpmisr" and (title := _TITLE.match(string)) and title.end() < len(string):
        rest = string[title.end() :]
        string = rest if title[0][:-1].rstrip().endswith(".") or title[0].lower().startswith("prof") else string
    string = _GRAVE.sub("’", string) if "`" in string else string
    return " ".join(re.sub(r"[*†‡§¶⁎∗]+", " ", string).split())
