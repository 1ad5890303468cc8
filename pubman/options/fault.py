"""A wrong option as an exception, and what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

NEAR = 0.6
"""How alike two words are (difflib's ratio) when one is taken for a slip of the other."""


SHOWN = 20
"""As many known words are named when none is near."""


class OptionError(ValueError):
    """An option or a value that is not known; the caller adds the place and the exit code."""


def did_you_mean(word: str, known: Collection[str]) -> str:
    """` (did you mean "x"?)` when one of the known words is near, else the known words."""
    near = nearest(word, known, NEAR)
    if near:
        return f' (did you mean "{near}"?)'
    return f" (known: {', '.join(known)})" if 0 < len(known) <= SHOWN else ""


def nearest(word: str, known: Collection[str], alike: float) -> str:
    """The known word that is at least so much `alike`, or nothing; case does not count."""
    from difflib import get_close_matches

    cases = {each.casefold(): each for each in known}
    near = get_close_matches(word.casefold()[:100], cases, 1, alike)
    return cases[near[0]] if near else ""
