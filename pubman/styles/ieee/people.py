"""Names: initials and family name, `and`, `et al.`, editors and translators (IEEE Reference Guide, "Style", names).

`et al.` never hides the owner of the list: names that are not the owner's are left out around the owner's, as in
`A. First et al.` becoming `A. First, …, M. Zhao, et al.`, and `A. First, …, and M. Zhao` when the owner is the last.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pubman.text import STRONG, Run
from pubman.wording import owner

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pubman.options import Options
    from pubman.text import Text
    from pubman.work import Name, Names

EDITED: tuple[Text, Text] = ((Run(", Ed."),), (Run(", Eds."),))
"""What stands after the name of an editor, and after those of several."""

_KEPT_SMALL = frozenset(
    "de del della di da dal dei do dos das du des la le los las lo van von vom zu zur der den ter ten te y e el al"
    " af av bin ibn und".split()
)
_NATIVE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
_NICKNAME = re.compile(r"\([^)]*\)|[“\"][^”\"]*[”\"]")
_RUN_TOGETHER = re.compile(r"[^\W\d_]{2,3}")
_LETTER = re.compile(r"[^\W\d_]")


def people(names: Names, wanted: Options) -> Text:
    """The names of one role, the owner's in bold; nothing for nobody."""
    persons, others = names
    if not persons:
        return ()
    mine = owner.found(persons, wanted.me) if wanted.me else ()
    most = wanted.max_authors
    if (most and len(persons) > most) or (others and most):
        return _shortened(persons, sorted({0, *mine}), mine, others=others)
    strings = [Run(person(name), STRONG if index in mine else 0) for index, name in enumerate(persons)]
    if others:
        return _listed([*strings, Run("et al.")], ", " if len(strings) > 1 else " ")
    return _listed(strings, " and " if len(strings) == 2 else ", and ")


def editors(names: Names, wanted: Options) -> Text:
    """The editors with `Ed.` or `Eds.` after them."""
    if not names.people:
        return ()
    one, several = EDITED
    return (*people(names, wanted), *(several if len(names.people) > 1 or names.others else one))


def translators(names: Names, wanted: Options) -> Text:
    """The translators after `trans.`."""
    return (Run("trans. "), *people(names, wanted)) if names.people else ()


@lru_cache(maxsize=16384)
def person(name: Name) -> str:
    """One name: `W. M. P. van der Aalst`, `W. P. Pratt Jr.`; an organisation, or a name in Chinese letters, in full."""
    if name.literal:
        return name.literal
    if _NATIVE.search(name.family):
        return name.family + name.given
    suffix = f"{name.suffix}." if name.suffix in ("Jr", "Sr") else name.suffix
    return " ".join(filter(None, (initials(name.given), name.particle, name.family, suffix)))


def initials(given: str) -> str:
    """The initials of given names, each with its period: `J.-L. M.` for Jean-Louis M., `J. K.` for JK and J.K."""
    if not given.isalnum():
        given = _NICKNAME.sub(" ", given).replace("‐", "-").replace("‑", "-").replace(".", ". ").replace(". -", ".-")
    words = given.split()
    if len(words) == 1 and words[0].isupper() and _RUN_TOGETHER.fullmatch(words[0]):
        words = list(words[0])
    return " ".join(filter(None, map(_initial, words)))


def _initial(word: str) -> str:
    if word in _KEPT_SMALL:
        return word
    letters = [found[0].upper()[0] for part in word.split("-") if (found := _LETTER.search(part))]
    return "-".join([f"{letter}." for letter in letters])


def _listed(strings: Sequence[Run], last: str) -> Text:
    runs = [strings[0]]
    for string in strings[1:-1]:
        runs += (Run(", "), string)
    if len(strings) > 1:
        runs += (Run(last), strings[-1])
    return tuple(runs)


def _shortened(persons: Sequence[Name], shown: Sequence[int], mine: Collection[int], *, others: bool) -> Text:
    """The first name and the owner's, with what is left out told: `…` before the owner, `et al.` at the end."""
    if len(shown) == 1:
        return (Run(person(persons[0]), STRONG if 0 in mine else 0), Run(" et al."))
    strings: list[Run] = []
    for before, index in zip([-1, *shown], shown, strict=False):
        if index > before + 1:
            strings.append(Run("…"))
        strings.append(Run(person(persons[index]), STRONG if index in mine else 0))
    if shown[-1] == len(persons) - 1 and not others:
        return _listed(strings, ", and ")
    return _listed([*strings, Run("et al.")], ", ")
