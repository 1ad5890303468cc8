"""Languages: the codes of ISO 639-1 by all the names that entries use, and the English name a reference prints."""

from __future__ import annotations

import re

_LANGUAGES = """
ar arabic; bg bulgarian; bn bengali; ca catalan; cs czech; da danish; el greek; et estonian; eu basque; fi finnish;
de german ngerman deutsch austrian naustrian swissgerman nswissgerman; es spanish espanol español castilian;
fa persian farsi; fr french francais français frenchb acadian; gl galician; he hebrew; hi hindi; hr croatian;
hu hungarian magyar; id indonesian; is icelandic; it italian italiano; ja japanese; ko korean; la latin;
lt lithuanian; lv latvian; ms malay; nl dutch nederlands; no norwegian norsk nynorsk bokmal bokmål;
pl polish polski; pt portuguese portuges brazilian brazil brasileiro português; ro romanian; ru russian; sk slovak;
sl slovenian slovene; sr serbian; sv swedish svenska; th thai; tr turkish türkçe; uk ukrainian; ur urdu;
vi vietnamese; zh chinese mandarin;
en english american british canadian australian newzealand usenglish ukenglish
"""
IN_OTHER_LETTERS = frozenset("ar bg bn el fa he hi ja ko ru sr th uk ur zh".split())
CODES: dict[str, str] = {}
NAMES: dict[str, str] = {}
for _entry in _LANGUAGES.split(";"):
    _code, *_names = _entry.split()
    CODES |= dict.fromkeys((_code, *_names), _code)
    NAMES[_code] = _names[0].capitalize()


def code(name: str) -> str:
    """The code of a language by its name, babel's option or its tag (`ngerman`, `de-AT`), else the name itself."""
    lower = name.strip().lower()
    return CODES.get(lower) or CODES.get(re.split(r"[-_, ]", lower)[0]) or name.strip()


def name(code: str) -> str:
    """The English name of a language by its code; what is no code comes back with a capital."""
    return NAMES.get(code) or code[:1].upper() + code[1:]
