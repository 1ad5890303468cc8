"""Names of conferences and of their proceedings."""

from __future__ import annotations

import re
from functools import lru_cache

from pubman.wording.abbreviations.names import assemble, clean, undotted
from pubman.wording.abbreviations.shortening import is_abbreviated
from pubman.wording.ordinals import numeral
from pubman.wording.tables import words

_EVENT = words(
    "conference conferences symposium symposia workshop workshops congress meeting colloquium convention "
    "seminar school summit forum exposition exhibition"
)
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_CONFERENCE = {"design": "Design", "edition": "Edition", "volume": "Volume"}
"""What conferences do differently from the word list."""

_CATALOGUE = r"\s*[(\[](?:IEEE )?Cat\.? ?No[^)\]]*[)\]]\.?"
_BRACKETED = r"^\[(?:(?:19|20)\d\d\] |(Proceedings|Conference Record)\]\.?)"
_YEAR_AFTER = r"(?:, (?:19|20)\d\d)?\.$|, (?:19|20)\d\d$"
_IN = r"^[Ii]n:? (?=Proc|\d|\w+ Proc)"
_PROCEEDINGS_AFTER = r", (?:Revised (?:Selected )?Papers|Proceedings(?:, Part [IVXL]+)?)$"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_HELD = (
    r", (?:[A-Z][\w’'/+-]*(?: [A-Z][\w’'/+-]*){0,3}[ ’'](?:19|20)?\d\d, .*|"
    rf"[A-Z][^,()]*(?:, [A-Z][^,()]*){{0,2}}, (?:\d[\d ./–-]* )?{_MONTH} \d.*)$"
)
"""DBLP's end of a name: the acronym with the year, the place and the days. It stays as it is."""


@lru_cache(maxsize=4096)
def conference(name: str) -> str:
    """The abbreviated name of a conference or its proceedings: `Proc. 4th Annu. Allerton Conf. Circuit Syst. Theory`.

    Ordinals before the event become numerals; years, acronyms in parentheses, `Workshop`, `Meeting` and `Design` stay.
    """
    name = clean(name)
    if "Cat" in name:
        name = re.sub(_CATALOGUE, "", name)
    if name[:2] in ("In", "in"):
        name = re.sub(_IN, "", name)
    if is_abbreviated(name):
        return name
    name = undotted(name)
    if name[:1] == "[":
        name = re.sub(_BRACKETED, r"\1", name)
    if name[-1:] == "." or name[-5:].strip().isdigit():
        name = re.sub(_YEAR_AFTER, "", name)
    head, tail = _event_and_rest(name) if ", " in name else (name, "")
    if " " not in head:
        return name
    brief = assemble(_numerals(head), _CONFERENCE)
    if " " in brief and ("." in brief or any(word[0].isdigit() for word in brief.split())):
        return brief + tail
    # There was nothing to abbreviate: a title, whose small words belong to it.
    return name


def _event_and_rest(name: str) -> tuple[str, str]:
    name = re.sub(_PROCEEDINGS_AFTER, "", name)
    held = re.search(_HELD, name)
    return (name[: held.start()], name[held.start() :]) if held else (name, "")


def _numerals(name: str) -> str:
    """Ordinals as numerals, up to the word for the event: `Second Language` in its subject stays.

    The first word is not yet that for the event (`Conference Record of the Third ...`).
    """
    tokens = name.split()
    done: list[str] = []
    for index, token in enumerate(tokens):
        lower = token.lower()
        if index and lower.strip("(),:;.") in _EVENT:
            return " ".join([*done, *tokens[index:]])
        number = numeral(f"{done[-1]} {token}") if done and done[-1].lower() in _TENS else ""
        if number[:1].isdigit():
            done[-1] = number
        else:
            done.append(numeral(token))
    return " ".join(done)
