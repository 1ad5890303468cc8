"""Names of all kinds: made ready for abbreviating, and put together again from what is left of their words."""

from __future__ import annotations

import re

from pubman.wording.abbreviations.shortening import KEEP_THEIR_PERIOD, PERIOD_ENDED, short, shorten
from pubman.wording.tables import words

_DROPPED = words("the of on for in and & a an at by to with from its over between within through under")
_ACRONYMS = words(
    "ACM AAAI AI AIAA AIDS AIP APS ASME AT&T CIRP ETRI EURASIP IBM ICT IEE IEEE IEICE IEIE IET IFAC IFIP IMA "
    "INFORMS ISA ISPRS JOSA NTT OSA PLOS RAIRO SAE SIAM SPIE VLSI ZTE"
)


def clean(name: str) -> str:
    """The name without blanks and signs that say nothing, and with the capitals of `Ieee Access`."""
    if "eee" in name:
        name = re.sub(r"\b[Ii]eee\b", "IEEE", name)
    return " ".join(name.replace("®", "").replace("™", "").split())


def undotted(name: str) -> str:
    """Without the period after a full word (`Proceedings. 1991 IEEE ...`, `Nature.`)."""
    if "." not in name:
        return name
    return re.sub(PERIOD_ENDED, lambda match: match[0] if match[1].lower() in KEEP_THEIR_PERIOD else match[1], name)


def assemble(name: str, own: dict[str, str]) -> str:
    """Small words dropped, the others abbreviated."""
    return " ".join([shorten(token, own) for token in _calm(name.split()) if not drops(token)])


def drops(word: str) -> bool:
    """Whether a word drops out; `A` is a section's letter, `IN` and `ON` are acronyms."""
    return word.lower() in _DROPPED and not word.isupper()


def _calm(tokens: list[str]) -> list[str]:
    """The words of a name typed in capitals (`IEEE TRANSACTIONS ON CYBERNETICS`) or in sentence case, in title case."""
    letters = [token for token in tokens if token[:1].isalpha()]
    if len(letters) > 1 and all(token.isupper() for token in letters):
        if any(short(token.strip(",:.").lower()) for token in letters):
            return [token if _acronym(token) else _titled(token.lower()) for token in tokens]
        return tokens
    low = [token for token in letters if token.islower() and token not in _DROPPED]
    if len(low) > 1 and any(short(token.strip(",:.")) for token in low):
        return [_titled(token) for token in tokens]
    return tokens


def _titled(token: str) -> str:
    return token[0].upper() + token[1:] if token.islower() and token not in _DROPPED else token


def _acronym(token: str) -> bool:
    core = token.strip(",:.()[]")
    return not core.isalpha() or core in _ACRONYMS or not set(core) & set("AEIOUY") or token[0] in "(["
