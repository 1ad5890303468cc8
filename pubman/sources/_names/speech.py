"""Names in the order of speech: given names, particle, family name, suffix."""

from __future__ import annotations

import re

from pubman.bibtex import names
from pubman.sources import _groups
from pubman.sources._names.parts import SUFFIX_BEHIND
from pubman.sources._names.persons import clean_name
from pubman.work import Name

_MEANT = re.compile(r"[^\w\s.'’‐-]|\band\b|_|\bothers\b", re.IGNORECASE)
"""What means something to BibTeX in a name."""


def natural(name: str) -> Name:
    """A name in the order of speech, from a service that writes all names so; a group when a word says so."""
    name = clean_name(name)
    if _groups.is_group(name):
        return Name(literal=name)
    if _groups.means_nobody(name) or _groups.means_others(name):
        return Name()
    if "," in name:
        family, _, given = name.partition(",")
        if found := SUFFIX_BEHIND.search(name):
            return read(name[: found.start()])._replace(suffix=found[1])
        return Name(family.strip(), given.strip())
    return read(name) if name else Name()


def read(name: str, suffix: str = "") -> Name:
    """A name in the order of speech: given names, particle, family name, suffix; as BibTeX reads it, where it can."""
    if not _MEANT.search(name):
        people, _ = names.split(name)
        if len(people) == 1 and people[0].family:
            return people[0]._replace(suffix=people[0].suffix or suffix)
    if found := SUFFIX_BEHIND.search(name):
        name, suffix = name[: found.start()], found[1]
    words = name.split()
    return Name(words[-1], " ".join(words[:-1]), "", suffix)
