"""Whether two works stand in the same journal, book or series, abbreviated or not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pubman.match import slips
from pubman.match.letters import WORD, fold
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pubman.queries import Found
    from pubman.work import Work

AGREE = 0.85
"""From here on it is the same container."""
_DIFFERS = 0.8
"""Up to here, however much the names share, it is another one."""
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
_BOOKS = frozenset(["paper-conference", "chapter"])
_PARENTHESES = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_TAIL = re.compile(r"\s*(?::|\s[-–—]\s|\s?—\s?|;).*$", re.DOTALL)
_GATHERING = frozenset(
    "proceedings proceeding proc annual international intl int ieee acm conference conf symposium symp meeting congress"
    " cong sigchi siam aaai usenix ifip ieeersj rsj aip spie isca eurasip joint first second third fourth fifth sixth"
    " seventh eighth ninth tenth eleventh twelfth lecture notes record digest technical papers"
    " volume vol part pp tech dig".split()
)
"""Words that say no more than that something is the book of a conference, and who held it."""
_ASIDE = frozenset(
    "workshop workshops wkshps companion adjunct findings demonstrations demos extended abstracts posters"
    " chapter".split()
)
"""What makes of a conference's book another one."""
_ELSEWHERE = frozenset(
    "european asian asia pacific american african nordic chinese japanese indian latin north south applications joint"
    " students".split()
)
"""What makes of a conference another one, however much the rest is the same."""
_PERIODICAL = frozenset(
    "journal j transactions trans letters lett magazine mag review rev bulletin bull annals ann archive archives"
    " quarterly newsletter notices record".split()
)
_MEETING = frozenset(
    "proceedings proceeding proc procedia conference conf symposium symp workshop workshops meeting congress"
    " cong".split()
)
_LONG = 6
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_ORGANISERS = frozenset(["ieee", "acm", "aip", "spie", "siam", "usenix", "ifip", "isca", "rsj", "iop", "aaai", "asme"])
_COUNT = re.compile(r"\d+(?:st|nd|rd|th)?|[ivxl]+")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_PIECE = re.compile(r"[A-Z][a-z]*")
_VOWEL = re.compile(r"[aeiou]")


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
        return not _MEETING.isdisjoint(self.said)


def compare(entry: Work, found: Found) -> float | None:
    """How alike the containers are, by the best of the record's names, 0 to 1; None when either has none."""
    record = found.work
    our = plain(entry.container_title or entry.event_title) or entry.archive
    names = [plain(name) for name in (record.container_title, record.collection_title, record.event_title) if name]
    theirs = list(dict.fromkeys([*names, *found.containers]))
    if record.type == "article" or (not theirs and entry.type == "article"):
        theirs += filter(None, (record.archive, record.publisher))
    if not our or not theirs:
        return None
    best = max([likeness(our, their, gathering=_gathers(entry, our, record, their)) for their in theirs])
    return min(best, _DIFFERS) if _held_again(our, theirs) else best


def _gathers(entry: Work, our: str, record: Work, their: str) -> bool:
    """Whether the names may be two of one conference: not when a journal's name does not speak of a meeting."""
    if entry.type not in _BOOKS and record.type not in _BOOKS:
        return False
    journals = [name for work, name in ((entry, our), (record, their)) if work.type == "article-journal"]
    others = [name for work, name in ((entry, our), (record, their)) if work.type != "article-journal"]
    return not any(read(other).meets and not read(name).meets for name in journals for other in others)


def _held_again(our: str, theirs: Sequence[str]) -> bool:
    """Whether two names are of different years of a conference: by the year in them, else by its count (`12th`)."""
    for pattern in (_YEAR, _ORDINAL):
        ours, others = set(pattern.findall(our)), {each for their in theirs for each in pattern.findall(their)}
        if ours and others:
            return ours.isdisjoint(others)
    return False


@lru_cache(4096)
def likeness(one: str, other: str, *, gathering: bool = False) -> float:
    """How alike two names are: 1 for equal, from `AGREE` on for the same abbreviated, else how much they share.

    `gathering` tells that one of them is a conference's, which go under many names.
    """
    if one == other:
        return 1.0
    ours, theirs = read(one), read(other)
    if not ours.words or not theirs.words:
        return 0.0
    if ours.words == theirs.words or "".join(ours.words) == "".join(theirs.words):
        return 1.0
    if len(ours.words) == len(theirs.words) == 1 and not {one[-1:], other[-1:]} & {"."}:
        return 0.0  # names of one word are not abbreviated without a point: `Cancer` is not `Cancers`
    if _ASIDE.isdisjoint(set(ours.words) ^ set(theirs.words)):
        if _abbreviates(ours.words, theirs.words) or _misspelled(ours.words, theirs.words):
            return 0.95
        if any(
            len(head) > 1 and _abbreviates(head, whole)
            for head, whole in ((ours.head, theirs.words), (theirs.head, ours.words))
        ):
            return 0.9
        if _is_acronym(ours, theirs) or _is_acronym(theirs, ours) or (gathering and _same_gathering(ours, theirs)):
            return 0.9
    common = len(set(ours.words) & set(theirs.words))
    return min(_DIFFERS, round(2 * common / (len(ours.words) + len(theirs.words)), 2))


@lru_cache(4096)
def read(name: str) -> Name:
    """A container's name as it is compared."""
    bracketed = {fold(found) for part in _PARENTHESES.findall(name) for found in _ACRONYM.findall(part)}
    bare = _PARENTHESES.sub(" ", name).strip() if "(" in name or "[" in name else name
    bare = _STATES.sub("", _ELISION.sub("", bare or name))
    words = _words(bare)
    core = tuple(word for word in words if word not in _GATHERING and not _COUNT.fullmatch(word))
    acronyms = {fold(found) for found in _ACRONYM.findall(name)} - _ORGANISERS
    acronyms |= {acronym[3:] for acronym in acronyms if acronym.startswith("sig") and len(acronym) > 5}
    tail = bare.rpartition(" ")[2]
    if len(words) > 2 and _ACRONYM.fullmatch(tail) and words[-1] == fold(tail) and not tail.isupper():
        words = words[:-1]
    said = WORD.findall(fold(bare))
    unhurried = [word for word in words if word not in ("international", "intl", "int")]
    named = [word for word in words if word not in _ORGANISERS and not _COUNT.fullmatch(word)]
    apart = [word for word in said if word not in _ORGANISERS]
    about = apart[apart.index("on") + 1 :] if "on" in apart else []
    kept = [word if word in _ORGANISERS else word[0] for word in words]
    held = [word for word in apart if word in _MEETING][-1:]
    topic = [word for word in core if word not in _PERIODICAL]
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


def stands_in(name: Sequence[str], there: Sequence[str]) -> bool:
    """Whether all words of a name stand among others in their order, abbreviated or not, and close together."""
    for at, word in enumerate(there):
        if _shortens(word, name[0]):
            rest = iter(there[at : at + 2 * len(name) + 2])
            if all(any(_shortens(each, wanted) for each in rest) for wanted in name):
                return True
    return False


def _abbreviates(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two names are the same word by word, some abbreviated, or by initials (`NY`), an organiser left out."""
    if ours[0] in _ORGANISERS and ours[0] != theirs[0] and len(ours) > 2:
        ours = ours[1:]
    elif theirs[0] in _ORGANISERS and ours[0] != theirs[0] and len(theirs) > 2:
        theirs = theirs[1:]
    one = other = 0
    while one < len(ours) and other < len(theirs):
        our, their = ours[one], theirs[other]
        if _shortens(our, their):
            one, other = one + 1, other + 1
        elif size := _stands_for(our, theirs[other:]):
            one, other = one + 1, other + size
        elif size := _stands_for(their, ours[one:]):
            one, other = one + size, other + 1
        else:
            return False
    return one == len(ours) and other == len(theirs)


def _misspelled(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two names of several words are the same but for a slip in one long word."""
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    pairs = [pair for pair in zip(ours, theirs, strict=True) if not _shortens(*pair)]
    return len(pairs) == 1 and min(map(len, pairs[0])) >= _LONG and slips.same(*pairs[0])


def _stands_for(word: str, words: tuple[str, ...]) -> int:
    """How many words a word is the initials of, two or three; else none."""
    size = len(word)
    return size if size in (2, 3) and len(words) >= size and all(map(str.startswith, words, word)) else 0


def _shortens(one: str, other: str) -> bool:
    """Whether one of two words abbreviates the other: its beginning (`comput`), or a contraction (`natl`, `engng`)."""
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if _COUNT.fullmatch(one) and (one.isdigit() or _COUNT.fullmatch(other)):
        return False
    if other.startswith(one):
        return True
    if one[0] != other[0] or one[-1] != other[-1] or not 2 < len(one) < 7 or len(_VOWEL.findall(one[1:])) > 1:
        return False
    return _within(one, other)


def _within(one: str, other: str) -> bool:
    """Whether a word has the letters of a shorter one in their order, the first one first."""
    rest = iter(other)
    return one[0] == other[0] and all(letter in rest for letter in one)


def _is_acronym(short: Name, long: Name) -> bool:
    """Whether a name is but the other's acronym, its organiser aside: `PNAS`, `IEEE TPAMI`, `ApJ`."""
    said = [word for word in short.core or short.words if word not in _ORGANISERS]
    if len(short.words) == 1 and _runs_into(short.words[0], long.said):
        return True
    if len(said) != 1 or len(said[0]) > 10:
        return False
    if len(short.pieces) > 1 and len(short.pieces) == len(long.words) and all(map(_within, short.pieces, long.words)):
        return True
    return len(said[0]) > 2 and (said[0] in long.initials or said[0] in long.bracketed)


def _runs_into(word: str, words: tuple[str, ...]) -> bool:
    """Whether a word is a name written without blanks, whole or ending within a word of it (`athenead`)."""
    if len(words) < 2 or len(word) <= max(5, len(words[0])) or not "".join(words).startswith(word):
        return False
    return word == "".join(words) or all("".join(words[:size]) != word for size in range(1, len(words)))


def _same_gathering(ours: Name, theirs: Name) -> bool:
    """Whether two names are of the same conference: by what they are about, or by its acronym."""
    if _a_journal(ours, theirs):
        return False
    if (ours.acronyms & theirs.initials) or (theirs.acronyms & ours.initials):
        return True
    if not _ELSEWHERE.isdisjoint({*ours.said} ^ {*theirs.said}):
        return False
    if ours.acronyms & theirs.acronyms:
        return True
    if not ours.core or not theirs.core:
        return False
    if _abbreviates(ours.core, theirs.core):
        return True
    short, long = sorted((ours.core, theirs.core), key=len)
    if len(short) < 2:
        return short[0] in long and short[0] in ours.acronyms | theirs.acronyms
    rest = iter(long)
    return all(any(_shortens(word, each) for each in rest) for word in short)


def _a_journal(ours: Name, theirs: Name) -> bool:
    """Whether one is the name of a journal and the other that of a conference."""
    if ours.meets == theirs.meets:
        return False
    return not _PERIODICAL.isdisjoint(theirs.said if ours.meets else ours.said)
