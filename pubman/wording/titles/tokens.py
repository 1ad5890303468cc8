"""The words of a title, and what lies between them."""

from __future__ import annotations

from pubman.wording import nouns
from pubman.wording.tables import words

JOINTS = frozenset((" ", "-", "–", "‐", "‑", "\u00a0", "/"))
"""What parts the words of a phrase, and opens no sentence."""
TIES = frozenset(("-", "–", "‐", "‑", "/"))
"""What ties a symbol to another."""
_CLOSING = "'’\"”)]"
_NO_END = words("vs v eg ie cf approx resp dr prof mr mrs ms st mt no nos vol fig figs eq al et inc ltd co jr sr ph")


class Token:
    """A word, its lower-case form, and the gap before it; `frozen` when any of it is protected."""

    __slots__ = ("frozen", "gap", "low", "word")

    def __init__(self, gap: str, word: str, frozen: bool) -> None:
        self.gap, self.word, self.frozen = gap, word, frozen
        self.low = word.lower().replace("’", "'")


class Title:
    """One title at work: its words, what follows the last, and the names that keep their capitals."""

    __slots__ = ("listed", "own", "rest", "tokens")

    def __init__(self, tokens: list[Token], rest: str, own: nouns.Nouns) -> None:
        self.tokens, self.rest, self.own, self.listed = tokens, rest, own, nouns.listed()

    def after(self, index: int) -> tuple[str, str]:
        """The gap after a word, and the next word."""
        if index + 1 == len(self.tokens):
            return self.rest, ""
        return self.tokens[index + 1].gap, self.tokens[index + 1].word


def split(string: str, spans: list[tuple[int, int]]) -> tuple[list[Token], str]:
    """The words of a title, what lies in the spans frozen, and what follows the last word."""
    tokens: list[Token] = []
    at = past = 0
    for match in nouns.WORD.finditer(string):
        start, end = match.span()
        while past < len(spans) and spans[past][1] <= start:
            past += 1
        tokens.append(Token(string[at:start], string[start:end], past < len(spans) and spans[past][0] < end))
        at = end
    return tokens, string[at:]


def opens(gap: str, before: str) -> int:
    """How the gap before a word opens a sentence: 2 after a colon, 1 after `? ! . —` (a capital may stay), else 0."""
    ends = set()
    end = ""
    for char in gap:
        if char.isspace():
            ends.add(end)
            end = ""
        elif char not in _CLOSING:
            end = char
    if ":" in ends:
        return 2
    dash = "—" in gap or (gap.strip() in {"-", "–", "--"} and gap[0].isspace() and gap[-1].isspace())
    if dash or not ends.isdisjoint("?!…"):
        return 1
    return int("." in ends and len(before) > 1 and before.lower() not in _NO_END)


def lower(word: str) -> str:
    low = word.lower()
    return low if len(low) == len(word) else "".join([c.lower() if len(c.lower()) == 1 else c for c in word])


def raised(word: str) -> str:
    first = word[0].upper()
    return first + word[1:] if len(first) == 1 else word


def mixed(word: str) -> bool:
    """Whether there is a capital after the first character (`LDPC`, `GaN`, `mmWave`)."""
    return word[1:] != lower(word[1:])
