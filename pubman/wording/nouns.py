"""The proper nouns that sentence case keeps: the list in `proper_nouns.txt`, and the user's own words."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from pubman.wording.tables import text

WORD = re.compile(r"\w+(?:['’]\w+)*")
"""A word of a title: letters, digits and inner apostrophes; a hyphen ends it."""


class Nouns:
    """Single words, and phrases by their first word in lower case."""

    def __init__(self, words: list[str], phrases: list[str]) -> None:
        self._listed, self._phrases = words, phrases
        self.words = frozenset(words)
        self.first_words = frozenset([phrase.partition(" ")[0].lower() for phrase in phrases])
        self._found: dict[str, list[list[str]]] = {}

    @cached_property
    def spelling(self) -> dict[str, str]:
        """The words by their lower-case form; the last spelling counts where two differ."""
        return {word.lower(): word for word in self._listed}

    def phrases(self, first: str) -> list[list[str]]:
        """The words of each phrase that begins with this word in lower case, the longest phrase first."""
        if first not in self.first_words:
            return []
        if first not in self._found:
            found = [phrase.split(" ") for phrase in self._phrases if phrase.partition(" ")[0].lower() == first]
            self._found[first] = sorted(found, key=len, reverse=True)
        return self._found[first]


@lru_cache(maxsize=1)
def listed() -> Nouns:
    """The list that comes with pubman."""
    singles, _, phrases = text("proper_nouns.txt").partition("\n=\n")
    # The headings of the groups stay among the words: no word of a title has their signs.
    return Nouns(singles.split(), phrases.splitlines())


@lru_cache(maxsize=8)
def own(words: frozenset[str]) -> Nouns:
    """The user's words and phrases, spelled as they are to be printed."""
    entries = [WORD.findall(word.replace("’", "'")) for word in sorted(words)]
    return Nouns(
        [entry[0] for entry in entries if len(entry) == 1],
        [" ".join(entry) for entry in entries if len(entry) > 1],
    )
