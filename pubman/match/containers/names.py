"""The name of a journal, a book or a conference, read for comparing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pubman.match.letters import WORD, fold

_STOP = frozenset(
    "the of and in on for to at its de la le les des du et der die das fur und zur del della di il lo gli e y el los en"
    " da do dos s".split()
)
_OF_PART = frozenset("part pt ser series section sect sec".split())
"""Words that a letter or a number follows, with or without them."""
_PLACES = frozenset("united states america usa us uk london england britain".split())
_STATES = re.compile(r"\W*\bU\. ?S\.(?: ?A\.?)?\W*$")
_ELISION = re.compile(r"\b[dlDL]['’](?=\w)")
_NEURIPS = ("advances", "neural", "information", "processing", "systems")
_SAME_NAMES = {
    ("ssrn", "journal"): ("ssrn", "electronic", "journal"),
    ("ssrn",): ("ssrn", "electronic", "journal"),
    ("nips",): _NEURIPS,
    ("neurips",): _NEURIPS,
}
"""Names under which journals and conferences go, and their own."""
_LONG_NAMES = {
    ("nuclear", "instruments", "methods", "physics", "research"): ("nuclear", "instruments", "methods"),
    ("trans", "asme"): (),
    ("transactions", "asme"): (),
}
"""What names begin with, and what is left of it when people give them."""
_PARENTHESES = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_TAIL = re.compile(r"\s*(?::|\s[-–—]\s|\s?—\s?|;).*$", re.DOTALL)
GATHERING = frozenset(
    "proceedings proceeding proc annual international intl int ieee acm conference conf symposium symp meeting congress"
    " cong sigchi siam aaai usenix ifip ieeersj rsj aip spie isca eurasip joint first second third fourth fifth sixth"
    " seventh eighth ninth tenth eleventh twelfth lecture notes record digest technical papers"
    " volume vol part pp tech dig".split()
)
"""Words that say no more than that something is the book of a conference, and who held it."""
PERIODICAL = frozenset(
    "journal j transactions trans letters lett magazine mag review rev bulletin bull annals ann archive archives"
    " quarterly newsletter notices record".split()
)
MEETING = frozenset(
    "proceedings proceeding proc procedia conference conf symposium symp workshop workshops meeting congress"
    " cong".split()
)
ORGANISERS = frozenset(["ieee", "acm", "aip", "spie", "siam", "usenix", "ifip", "isca", "rsj", "iop", "aaai", "asme"])
COUNT = re.compile(r"\d+(?:st|nd|rd|th)?|[ivxl]+")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_PIECE = re.compile(r"[A-Z][a-z]*")


class Name(NamedTuple):
    """A container's name as it is compared.

    `said` are all words, `words` those that count, `head` those before a colon or a dash, `core` those that say more
    than that it is a conference's book; `bracketed` are acronyms that the name gives itself, `acronyms` all of its
    words that look like one, `pieces` what a name of one word is composed of (`ApJ`).
    """

    words: tuple[str, ...]
    head: tuple[str, ...]
    core: tuple[str, ...]
    bracketed: frozenset[str]
    acronyms: frozenset[str]
    initials: frozenset[str]
    pieces: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def meets(self) -> bool:
        """Whether it says that it is of a meeting."""
        return not MEETING.isdisjoint(self.said)


@lru_cache(4096)
def read(name: str) -> Name:
    """A container's name as it is compared."""
    bracketed = {fold(found) for part in _PARENTHESES.findall(name) for found in _ACRONYM.findall(part)}
    bare = _PARENTHESES.sub(" ", name).strip() if "(" in name or "[" in name else name
    bare = _STATES.sub("", _ELISION.sub("", bare or name))
    words = _words(bare)
    core = tuple(word for word in words if word not in GATHERING and not COUNT.fullmatch(word))
    acronyms = {fold(found) for found in _ACRONYM.findall(name)} - ORGANISERS
    acronyms |= {acronym[3:] for acronym in acronyms if acronym.startswith("sig") and len(acronym) > 5}
    tail = bare.rpartition(" ")[2]
    if len(words) > 2 and _ACRONYM.fullmatch(tail) and words[-1] == fold(tail) and not tail.isupper():
        words = words[:-1]
    said = WORD.findall(fold(bare))
    unhurried = [word for word in words if word not in ("international", "intl", "int")]
    named = [word for word in words if word not in ORGANISERS and not COUNT.fullmatch(word)]
    apart = [word for word in said if word not in ORGANISERS]
    about = apart[apart.index("on") + 1 :] if "on" in apart else []
    kept = [word if word in ORGANISERS else word[0] for word in words]
    held = [word for word in apart if word in MEETING][-1:]
    topic = [word for word in core if word not in PERIODICAL]
    some_words = (said, words, core, unhurried, named, apart, about, held + about, topic)
    initials = {"".join([word[0] for word in some]) for some in some_words} | {"".join(kept)}
    pieces = _PIECE.findall(bare) if len(words) == 1 and _ACRONYM.fullmatch(bare) else ()
    head = _words(_TAIL.sub("", bare)) if ":" in bare or " " in bare else words
    return Name(
        words, head or words, core, frozenset(bracketed), frozenset(acronyms), frozenset(initials),
        tuple(map(str.lower, pieces)),
        tuple(said),
    )  # fmt: skip


def _words(name: str) -> tuple[str, ...]:
    found = [word for word in WORD.findall(fold(name)) if word not in _STOP]
    found = [
        word
        for at, word in enumerate(found)
        if word not in _OF_PART or not (at + 1 < len(found) and len(found[at + 1]) < 3)
    ]
    while len(found) > 2 and found[-1] in _PLACES:
        found.pop()
    words = tuple(found)
    for long, short in _LONG_NAMES.items():
        if words[: len(long)] == long:
            words = short + words[len(long) :]
    return _SAME_NAMES.get(words, words)
