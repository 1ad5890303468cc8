"""The language of a record by ISO 639-1's code, whichever code or name the record has."""

from __future__ import annotations

from pubman.wording import languages

_THREE_LETTERS = dict(
    pair.split(":")
    for pair in (
        "ara:ar bul:bg cat:ca ces:cs cze:cs dan:da deu:de dut:nl ell:el eng:en est:et fas:fa fin:fi fra:fr fre:fr"
        " ger:de gre:el heb:he hin:hi hrv:hr hun:hu ind:id isl:is ita:it jpn:ja kor:ko lat:la lav:lv lit:lt nld:nl"
        " nor:no per:fa pol:pl por:pt ron:ro rum:ro rus:ru slk:sk slo:sk slv:sl spa:es srp:sr swe:sv tha:th tur:tr"
        " ukr:uk vie:vi zho:zh chi:zh"
    ).split()
)
"""ISO 639-2's codes, of both kinds, by ISO 639-1's."""


def code(name: str) -> str:
    """The ISO 639-1 code of a language by its name or one of its codes; empty for one that is not known."""
    if len(name) > 40:
        return ""
    found = _THREE_LETTERS.get(name[:3].lower(), "") if len(name) == 3 or name[3:4] == "-" else languages.code(name)
    return found if found in languages.NAMES else ""
