"""A title read for comparing: the words that count, and where a subtitle can begin."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pubman.match.letters import WORD, fold

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
_SYMBOLS = re.compile(r"\b([cf])(\+\+|#)")
"""Languages that have but a letter without their signs."""
WHOLE = 4
"""As many content words as a title needs that stands for one with a subtitle, or that was cut."""


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


def number(word: str) -> str:
    """The word, or what a Roman numeral of more than one letter is worth."""
    return _ROMAN.get(word, word)
