"""Names in one piece: groups, and people whose family name is certain or is not."""

from __future__ import annotations

import re

from pubman.sources import _groups
from pubman.sources._names import speech
from pubman.sources._names.parts import split, suffix_of
from pubman.sources._names.persons import LONGEST, Person
from pubman.work import Name

_NATIVE = re.compile(r"[\u0e00-\u0fff\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
_PATRONYMIC = re.compile(r"(?:[оеё]вич|ьич|[оеё]вна|ична)$")
"""A Russian's third name, which family names stand before: `Молчанов Владимир Петрович`."""
_GLUED = re.compile(r"((?:[^\W\d_]\.-?)+)([^\W\d_]{3,}(?:-[^\W\d_]{2,})?)")
"""`N.RAMAMOORTHY`, initials and a family name without a blank."""
_INITIAL = re.compile(r"[^\W\d_]\.?(?:[- ]?[^\W\d_]\.)*")


def in_one_piece(person: Person, warnings: list[str], *, spoken: bool) -> Name:
    """A name in one piece: a group, or a person's whose family name is certain; any other stays as it came.

    `spoken` tells that the publisher writes all names in the order of speech.
    """
    name = person.whole or person.family or person.given
    if person.whole and person.given and person.given not in name:
        name = f"{person.given} {name}"
    if glued := _GLUED.fullmatch(name):
        return Name(glued[2], glued[1], "", suffix_of(person.suffix, name, warnings))
    words = name.split()
    if _NATIVE.search(name) or (len(words) == 1 and "," not in name):
        return Name(family=name, suffix=suffix_of(person.suffix, name, warnings))
    if len(name) > LONGEST or _groups.is_address(name):
        warnings.append(f'"{name[:60]}" looks like no name, kept as an author')
        return Name(literal=name)
    if person.group is None and _groups.is_group(name):
        return Name(literal=_groups.without_period(name))
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 2 and all(parts) and len(parts[1].split()) < 5:
        return split(Person(parts[0], parts[1], person.suffix), warnings)
    if len(words) == 3 and _PATRONYMIC.search(words[2]):
        return Name(words[0], " ".join(words[1:]))
    if len(parts) == 1 and (spoken or _ends_in_family(words)) and len(words) < 6:
        return speech.read(name, person.suffix)
    warnings.append(f'the parts of the name "{name[:60]}" are not told apart, kept as it came')
    return Name(literal=_groups.without_period(name))


def _ends_in_family(words: list[str]) -> bool:
    """Whether the last word must be the family name: initials stand before it, or it alone is in capitals."""
    *given, family = words
    if len(family) < 2 or family.endswith("."):
        return False
    if any(_INITIAL.fullmatch(word) for word in given):
        return True
    return family.isupper() and not any(word.isupper() for word in given)
