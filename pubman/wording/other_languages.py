"""What is not English: titles that keep their capitals, and periodicals that ISO 4 abbreviates."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from pubman.wording.tables import pairs, words

if TYPE_CHECKING:
    from collections.abc import Callable

_ENGLISH = words("the of and for with on to from by using via at as an is are")
_SURELY = words(
    "für über und zur zum eine einer eines das dem mit auf bei nach zwischen dans une avec entre una della "
    "delle degli nel nella sulla het een voor och att på av"
)
_OFTEN = words("de la le les des du et sur pour el los las del en con por para il di do da dos em der die ein im den")
"""Small words of other languages: one of the first, or two of the second, and a title without English ones is not
English."""

_DROPPED = words(
    "für fuer der die das und des zur de la le les du et di della dello dei delle degli del e y en los las el do da "
    "dos em of the and & for in on"
)
_OTHER = _DROPPED - words("of the and & for in on")
_ROMANCE = words(
    "au aux avec con da dans de degli dei del della delle des di do dos du e el em en et il la las le les los nel para "
    "par pour sur un una une y à"
)
"""Small words of the languages that have capitals in titles for names alone."""
_FIRST = words(
    "acta angewandte anais anales annalen annales annali archiv archivio archivos berichte boletim boletin "
    "bollettino cahiers commentarii commentationes comptes cuadernos giornale jahrbuch mathematische "
    "mitteilungen monatshefte nachrichten naturwissenschaften numerische physikalische quaderni rendiconti "
    "revista revue ricerca ricerche rivista scripta zeitschrift"
)
"""Words that periodicals in other languages begin with."""

_ELIDED = words("d l dell nell all")


def is_other(tokens: list[str]) -> bool:
    """Whether the words of a title are not English, judged by the small ones and by the script."""
    if not tokens or not _ENGLISH.isdisjoint(tokens):
        return False
    first = tokens[0].lower() if tokens[0].istitle() else tokens[0]
    tokens = [first, *tokens[1:]]
    if first in _ENGLISH:
        return False
    letters = "".join(tokens)
    if sum(char > "\u036f" for char in letters) * 2 > len(letters) or not _SURELY.isdisjoint(tokens):
        return True
    # The particle in `van der Pol` is no sign of Dutch or German.
    return sum(word in _OFTEN and before.lower() != "van" for before, word in pairwise(["", *tokens])) > 1


def is_capitalised(tokens: list[str]) -> bool:
    """Whether a title in French, Spanish, Italian or Portuguese has capitals throughout, as an English one has."""
    small = sum(token in _ROMANCE for token in tokens)
    long = [noun for noun in map(without_article, tokens[1:]) if len(noun) > 3 and noun not in _ROMANCE]
    return small > 1 and len(long) > 1 and all(noun[0].isupper() for noun in long)


def without_article(token: str) -> str:
    """A word without an elided article: `l'Université` is Université."""
    article, _, noun = token.replace("’", "'").partition("'")
    return noun if noun and article.lower() in _ELIDED else token


@lru_cache(maxsize=1)
def _ltwa() -> dict[str, str]:
    return pairs("ltwa.tsv")


def shorts() -> frozenset[str]:
    """Every abbreviation of the list."""
    return frozenset(_ltwa().values())


def _plain(word: str) -> str:
    return "".join([c for c in normalize("NFD", word.lower()) if not combining(c)])


def _short(word: str, english: str) -> str:
    """A word abbreviated with its own accents: Matemática becomes Mat., Médecine becomes Méd."""
    plain = _plain(word)
    short = _ltwa().get(plain) or english or word
    stem = short[:-1]
    if short[-1:] == "." and len(plain) == len(word) and plain.startswith(stem.lower()):
        return f"{word[:1].upper()}{word[1 : len(stem)]}."
    return short


def periodical(name: str, english: Callable[[str], str]) -> str:
    """The title of a periodical in another language with its words abbreviated, or nothing for an English title.

    `english` abbreviates words that the languages share (`Journal de Physique`).
    """
    tokens = name.split()
    if _plain(tokens[0]) not in _FIRST and _OTHER.isdisjoint(tokens[1:-1]):
        return ""
    done = []
    for token in tokens:
        if token.lower() not in _DROPPED:
            word = without_article(token)
            core = word.rstrip(",:;)")
            done.append(_short(core, english(core.lower())) + word[len(core) :] if core else word)
    return " ".join(done)
