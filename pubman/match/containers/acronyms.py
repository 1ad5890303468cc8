"""Whether one name is the other's acronym."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.match.containers.names import ORGANISERS
from pubman.match.containers.shortening import within

if TYPE_CHECKING:
    from pubman.match.containers.names import Name


def is_acronym(short: Name, long: Name) -> bool:
    """Whether a name is but the other's acronym, its organiser aside: `PNAS`, `IEEE TPAMI`, `ApJ`."""
    said = [word for word in short.core or short.words if word not in ORGANISERS]
    if len(short.words) == 1 and _runs_into(short.words[0], long.said):
        return True
    if len(said) != 1 or len(said[0]) > 10:
        return False
    if len(short.pieces) > 1 and len(short.pieces) == len(long.words) and all(map(within, short.pieces, long.words)):
        return True
    return len(said[0]) > 2 and (said[0] in long.initials or said[0] in long.bracketed)


def _runs_into(word: str, words: tuple[str, ...]) -> bool:
    """Whether a word is a name written without blanks, whole or ending within a word of it (`athenead`)."""
    if len(words) < 2 or len(word) <= max(5, len(words[0])) or not "".join(words).startswith(word):
        return False
    return word == "".join(words) or all("".join(words[:size]) != word for size in range(1, len(words)))
