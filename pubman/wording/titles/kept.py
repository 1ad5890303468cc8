"""Which words inside a sentence keep their capital: names, symbols, acronyms, and what their company makes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.wording import capitals
from pubman.wording.tables import words
from pubman.wording.titles.tokens import TIES, mixed

if TYPE_CHECKING:
    from pubman.wording.titles.tokens import Title

_SYMBOLS = words(
    "Ac Ag Ar Au Ba Br Ca Cd Ce Cl Cr Cs Cu Dy Er Eu Fe Ga Gd Ge Hf Hg Ir Kr Li Lu Mg Mn Mo Na Nb Nd Ne Ni Np Pa "
    "Pb Pd Pm Pr Pt Pu Ra Rb Rh Rn Ru Sb Sc Se Si Sm Sn Sr Ta Tb Tc Te Ti Tl Tm Xe Yb Zn Zr Bq Gb Gbit Gbps "
    "Gbyte Gy Hz Kb Kbit Kbps Mb Mbit Mbps Mbyte Sv Tbit Tbps Tbyte Wb"
)
"""Symbols of elements and units, but none that is an English word or prefix."""
_SYMBOLS_BESIDE_OTHERS = words("al as at be bi co he ho in la no os po re")
"""Symbols that are English words, prefixes or names as well: they count beside a symbol alone (`Pt/Co`, `Bi-Te`)."""

_BEFORE_A = words(
    "type class vitamin hepatitis part group category level appendix plan influenza protein grade phase "
    "schedule section series region zone model site case version scenario option mode band layer team factor "
    "point node user variant form annex profile stage cell coenzyme bisphenol cyclin graph matrix"
)
"""Nouns after which a lone A is a letter, not the article."""

_OF_PEOPLE = words("dr prof mr mrs ms st mt")
_FIRMS = words("inc ltd corp co")
_DOTTED = words("US UK EU UN AI PhD PHD DC MS BS")
_NUMBERED = words("may march")
_NAMED_AFTER = words("bay gulf isle kingdom republic strait university")
"""Nouns that are capitalised with a name after `of` (`Gulf of Aden`, `University of Oslo`)."""
_BEFORE_NAMES = words("lake mount")
_SMALL_LETTER = {
    "e": words(
        "commerce learning mail mails health government voting business book books waste science textile textiles "
        "cigarette cigarettes nose tongue mobility services"
    ),
    "m": words("commerce learning health banking government payment payments"),
    "p": words("value values"),
    "t": words("test tests"),
}
"""Single letters written small in such compounds: `e-commerce`, `p-value`. Others stay as given (`K-means`)."""


def keeps_capital(title: Title, index: int) -> bool:
    """Whether a capitalised word inside a sentence keeps its capital."""
    word = title.tokens[index].word
    bare = (word[:-2] if word[-2:] in {"'s", "’s"} else word).replace("’", "'")
    if len(bare) == 1:
        return _letter(title, index)
    if mixed(bare) or (not bare.isalpha() and any(c.isdigit() for c in bare)):
        return True
    known = bare in title.listed.words or bare in title.own.words or bare in _SYMBOLS
    return known or (bare[-2:] == "ns" and bare[:-1] in title.listed.words) or _by_company(title, index, bare.lower())


def _by_company(title: Title, index: int, low: str) -> bool:
    """Whether what stands beside a word makes it a name: a number, a title, an initial, another name or symbol."""
    gap, before = title.tokens[index].gap, title.tokens[index - 1].word
    after_gap, after = title.after(index)
    if low in _NUMBERED:
        return (after_gap == " " and after[:1].isdigit()) or (gap == " " and before.isdigit())
    if (low in _OF_PEOPLE or (low in _FIRMS and gap != ". ")) and after_gap[:1] == ".":
        return True
    if after == "et" and index + 2 < len(title.tokens) and title.tokens[index + 2].word == "al":
        return True
    if gap[:2] == ". " and (before.lower() in _OF_PEOPLE or _initial(title, index - 1)):
        return True
    if low == "part":
        counted = after.isdigit() or len(after) == 1 or after in capitals.ROMAN
        return counted and after_gap == " " and not gap.isspace()
    if low in _NAMED_AFTER and after == "of" and index + 2 < len(title.tokens):
        return title.tokens[index + 2].word in title.listed.words
    if low in _BEFORE_NAMES and after_gap == " ":
        return after in title.listed.words
    if low in _SYMBOLS_BESIDE_OTHERS:
        return (gap in TIES and before in _SYMBOLS) or (after_gap in TIES and after in _SYMBOLS)
    if low in {"net", "nets"} and gap == "-":
        return before[-1:].isupper() or mixed(before)
    return low == "ph" and after_gap == "." and after == "D"


def _initial(title: Title, index: int) -> bool:
    """Whether a word is an initial of a person's name, not the end of `U.S.` or `Ph.D.`."""
    gap, letter = title.tokens[index].gap, title.tokens[index].word
    if len(letter) > 1 or not letter.isupper():
        return False
    return not (index and gap == "." and title.tokens[index - 1].word + letter in _DOTTED)


def _letter(title: Title, index: int) -> bool:
    """Whether a single capital is a symbol: all are but the article, and those written small (`e-commerce`)."""
    gap, letter = title.tokens[index].gap, title.tokens[index].word
    after_gap, after = title.after(index)
    if letter == "A" and ((after_gap.isspace() and gap.isspace()) or gap == after_gap == "-"):
        return title.tokens[index - 1].word.lower() in _BEFORE_A
    return not (after_gap == "-" and after.lower() in _SMALL_LETTER.get(letter.lower(), ()) and not after.isupper())
