"""How alike two titles are: equal, nearly (slips), one without the other's subtitle or end, or others."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from pubman.match import slips
from pubman.match.letters import WORD, fold

How: TypeAlias = Literal["same", "nearly", "shorter", "other"]

STOP = frozenset(
    "a an and as at by for from in is its of on or the to via with der die das des dem den ein eine und von zu zum zur"
    " im am fur le la les et de du un une en dans sur el los las y del il lo gli e di da o os do dos".split()
)
"""Words that do not tell two titles apart; without and not are none of them."""
_ROMAN = {
    number: str(value)
    for value, number in enumerate("_ i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())
    if len(number) > 1
}
_NUMBER = dict(zip("one two three four five six".split(), "123456", strict=True))
_BREAK = re.compile(r"[:?!;—|/]|[.–-](?=\s)|[(\[]")
"""What can part a title and its subtitle; a dash and a full stop do with a blank behind them."""
_CUT = re.compile(r"(?:\.\.\.|…)\W*$")
_TAG = re.compile(
    r"\s*[\[(](?P<tag>invited(?: paper| talk)?|extended abstract|abstract|extended version|full version|full paper"
    r"|short paper|poster|demo|student abstract|with discussion|online first|early access"
    r"|in (?:english|german|french|italian|spanish|portuguese|russian|ukrainian|polish|chinese|japanese"
    r"|korean|persian|turkish))[\])]\W*$",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*\[(?:[JCMDRPSN]|EB)(?:/OL)?\]\W*$")
"""The mark of a type that Chinese references end a title with."""
_ASIDE = frozenset(("poster", "demo"))
_BESIDE = _ASIDE | {"abstract", "extended abstract", "student abstract", "extended version", "full version"}
"""Tags of records that are published beside the paper itself; of an entry, only the first two are one."""
_SYMBOLS = re.compile(r"\b([cf])(\+\+|#)")
"""Languages that have but a letter without their signs."""
_OTHER_WORK = frozenset(
    "addendum again amended another appendix continued continuation corrigenda discussion editorial errata extended"
    " extension extensions followup further introduction new part postscript preface rebuttal reconsidered reexamined"
    " rejoinder remarks replication reply response review revised revisited second sequel summary supplement"
    " supplementary third update updated version later".split()
)
"""In a short subtitle, these make it another work's; so do a number and a single word."""
_SPEAKS_OF_IT = frozenset(
    "addendum amendment appendix authors closure comment comments commentary corrections correction corrigenda"
    " corrigendum discussion errata erratum part protocol rebuttal rejoinder replication reply response retraction"
    " supplement supplementary".split()
)
"""At the beginning of a subtitle, however long, these make it another work's: `reply to the comment by A. One`."""
_COUNTS = frozenset("23456789")
_SHORT_END = 3
WHOLE = 4
"""As many content words as a title needs that stands for one with a subtitle, or that was cut."""
_LONG = 8
"""As many as one needs that was cut within a word without saying so."""


class Title(NamedTuple):
    """A title as it is compared: `words` and `compounds` (words joined at hyphens) without those that do not count.

    `breaks` are the numbers of words, `seams` those of compounds, behind which a subtitle can begin.
    """

    letters: str
    words: tuple[str, ...]
    compounds: tuple[str, ...]
    breaks: frozenset[int]
    seams: frozenset[int]
    tag: str
    cut: bool

    @property
    def content(self) -> int:
        """How many content words it has; scripts without blanks have one in two characters."""
        if len(self.words) < WHOLE and not self.letters.isascii():
            return max(len(self.words), len("".join(self.words).encode("utf-8")) // 6)
        return len(self.words)


class Likeness(NamedTuple):
    """How alike two titles are: 1 to 0, how, in words, and how many content words both have."""

    score: float
    how: How
    note: str
    words: int
    tagged: bool = False
    """Whether one of them alone has a tag behind it: `(Invited)`."""
    beside: bool = False
    """Whether that tag tells of what is published beside a paper: `(Poster)`."""


@lru_cache(4096)
def read(title: str) -> Title:
    """A title as it is compared."""
    tag = ""
    if title[-1:] == "]":
        title = _MARK.sub("", title) or title
    if title[-1:] in ")]." and (found := _TAG.search(title)) and found.start():
        title, tag = title[: found.start()], found["tag"].lower()
    folded = _SYMBOLS.sub(_spoken, fold(title))
    words: list[str] = []
    compounds: list[str] = []
    breaks, seams = set(), set()
    letters: list[str] = []
    end = 0
    for found in WORD.finditer(folded):
        word, gap = found[0], folded[end : found.start()]
        end = found.end()
        letters.append(word)
        if gap and words and gap != " " and _BREAK.search(gap):
            breaks.add(len(words))
            seams.add(len(compounds))
        joined = gap == "-" and compounds
        if word in STOP and not joined:
            continue
        word = number(word)
        if word in _NUMBER and words and words[-1] in ("part", "pt"):
            word = _NUMBER[word]
        words.append(word)
        if joined:
            compounds[-1] += word
        else:
            compounds.append(word)
    return Title(
        "".join(letters), tuple(words), tuple(compounds), frozenset(breaks), frozenset(seams), tag,
        bool(_CUT.search(title)),
    )  # fmt: skip


def _spoken(found: re.Match[str]) -> str:
    return found[1] + ("plusplus" if found[2] == "++" else "sharp")


def compare(entry: str, record: str) -> Likeness:
    """How alike an entry's title and a record's are."""
    one, other = read(entry), read(record)
    count = min(one.content, other.content)
    tagged = one.tag != other.tag
    beside = tagged and (other.tag in _BESIDE or one.tag in _ASIDE)
    if not one.words or not other.words:
        same = bool(one.letters) and one.letters == other.letters
        return Likeness(float(same), "same" if same else "other", "the same" if same else "no words to compare", count)
    if one.letters == other.letters or one.words == other.words or "".join(one.words) == "".join(other.words):
        exact = one.letters == other.letters
        return Likeness(1.0, "same", "the same" if exact else "the same but for small words", count, tagged, beside)
    if slipped := _slipped(one, other):
        return Likeness(0.98, "nearly", f"the same but for {slipped}", count, tagged, beside)
    if _turned(one, other):
        return Likeness(0.98, "nearly", "the same, subtitle first", count, tagged, beside)
    if note := _shorter(one, other) or _shorter(other, one):
        which = "entry" if len(one.words) < len(other.words) else "record"
        return Likeness(0.96, "shorter", note.format(which), count, tagged, beside)
    return Likeness(overlap(one.words, other.words), "other", _difference(one.words, other.words), count)


def _slipped(one: Title, other: Title) -> str:
    if len(one.words) == len(other.words):
        return _slips(one.words, other.words)
    for ours in (one.words, one.compounds):
        for theirs in (other.words, other.compounds):
            if found := _slips(ours, theirs):
                return found
    return ""


def _slips(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """The slips between two titles of as many words; nothing when there are other differences, or too many slips."""
    if len(ours) != len(theirs):
        return ""
    pairs = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    if not pairs or len(ours) == 1 or not all(slips.same(*pair) for pair in pairs):
        return ""
    if sum(not slips.spelled(*pair) for pair in pairs) > (2 if len(ours) > WHOLE else 1):
        return ""
    return ", ".join(f'"{our}" for "{their}"' for our, their in pairs)


def _turned(one: Title, other: Title) -> bool:
    """Whether one has the other's subtitle before its title."""
    if len(one.words) != len(other.words) or not (one.breaks and other.breaks):
        return False
    return any(one.words[at:] + one.words[:at] == other.words for at in one.breaks)


def _shorter(short: Title, long: Title) -> str:
    """How a shorter title stands for a longer one: without its subtitle, or cut; else nothing."""
    for ours, theirs, ends in ((short.words, long.words, long.breaks), (short.compounds, long.compounds, long.seams)):
        size = len(ours)
        if size > len(theirs):
            continue
        if size in ends and (ours == theirs[:size] or _slips(ours, theirs[:size])):
            rest = theirs[size : min((end for end in ends if end > size), default=len(theirs))]
            if not _SPEAKS_OF_IT.isdisjoint(rest[:2]) or (rest and rest[0] in _COUNTS):
                return ""
            if len(rest) > _SHORT_END or (len(rest) > 1 and not rest[0].isdigit() and _OTHER_WORK.isdisjoint(rest)):
                return "the {}'s is without the subtitle"
        begins = ours[:-1] == theirs[: size - 1] and theirs[size - 1].startswith(ours[-1])
        unsaid = size >= _LONG and size < len(theirs) and ours[-1] != theirs[size - 1] and theirs[size - 1].isalpha()
        if begins and ((short.cut and size >= WHOLE) or unsaid):
            return "the {}'s is cut"
    return ""


def number(word: str) -> str:
    """The word, or what a Roman numeral of more than one letter is worth."""
    return _ROMAN.get(word, word)


def overlap(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Twice what they have in common by what they have: Dice's coefficient, below what counts as equal."""
    rest = list(theirs)
    common = 0
    for word in ours:
        if word in rest:
            rest.remove(word)
            common += 1
    return min(0.94, round(2 * common / max(1, len(ours) + len(theirs)), 2))


def _difference(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """The words that only one of them has, as far as a line holds them."""
    mine = [word for word in ours if word not in theirs]
    yours = [word for word in theirs if word not in ours]
    if not mine and not yours:
        return "the same words in another order or number"
    if len(mine) + len(yours) > 6:
        return "another title"
    sides = (("entry", mine), ("record", yours))
    return "; ".join([f"only the {side} has {', '.join(only)}" for side, only in sides if only])
