"""One element of a list of people, as the service has it, and what a name is cleaned of."""

from __future__ import annotations

import re
from typing import NamedTuple

from pubman.sources import _markup, _records

MARKS = " ,;:*†‡§¶#∗⁎¹²³⁴⁵⁶⁷⁸⁹⁰"
LONGEST = 200
"""A name of more characters is none."""
_REFUSED = 2_000
"""One of more than that makes no record."""
_TITLE = re.compile(r"(?:(?:Prof(?:essor)?|Dr|Mr|Mrs|Ms|Ir|Dipl|Ing|Sir|Rev)\.?(?:\s+|$))+(?=\S|$)", re.IGNORECASE)
_GRAVE = re.compile(r"(?<=[^\W\d_])`(?=[^\W\d_])")


class Person(NamedTuple):
    """One element of a list of people, as the service has it."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    prefix: str = ""
    whole: str = ""
    group: bool | None = None
    """Whether it is an organisation, where the service says so."""


def clean(person: Person) -> Person:
    """The person without markup and marks. Raises ServiceError where a name is too long to be one."""
    if (length := max(map(len, person[:5]))) > _REFUSED:
        _records.refuse(f"a name of {length:,} characters")
    return Person(
        clean_name(person.family),
        clean_name(person.given),
        clean_name(person.suffix),
        clean_name(person.prefix),
        _markup.words(person.whole) if person.group else clean_name(person.whole),
        person.group,
    )


def clean_name(string: str) -> str:
    """The string without markup, footnote marks around it and titles before it."""
    string = _markup.words(string).strip(MARKS)
    if not string or string.isalpha():
        return string
    if string[:1] in "DPMISRdpmisr" and (title := _TITLE.match(string)) and title.end() < len(string):
        rest = string[title.end() :]
        string = rest if title[0][:-1].rstrip().endswith(".") or title[0].lower().startswith("prof") else string
    string = _GRAVE.sub("’", string) if "`" in string else string
    return " ".join(re.sub(r"[*†‡§¶⁎∗]+", " ", string).split())
