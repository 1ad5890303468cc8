"""Names of journals, conferences, institutions and publishers as IEEE abbreviates them.

The order of authority is that of the IEEE Reference Guide (V 3.28.2025): IEEE's own titles (`ieee_titles.tsv`), the
guide's "Common Abbreviations of Words in References" with the families of its words (`guide_words.tsv`), then its
rules (-ology becomes -ol., -graphy -gr., a compound ends like its last part). An English word that none of these
covers is spelled out, as the guide wants it (`Linguistics`, `Notices`), not shortened by ISO 4, whose forms are not
the guide's (`Am.` for `Amer.`). A title in another language is outside the guide's list: its words are abbreviated by
ISO 4 (`ltwa.tsv`), read only when such a title is met.

A name that already has an abbreviated word is the user's own form and stays; so does a title of one word
(`Nature`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from pubman.wording import other_languages
from pubman.wording.ordinals import numeral
from pubman.wording.shortening import KEEP_THEIR_PERIOD, PERIOD_ENDED, is_abbreviated, short, shorten
from pubman.wording.tables import text, words

_DROPPED = words("the of on for in and & a an at by to with from its over between within through under")
_EVENT = words(
    "conference conferences symposium symposia workshop workshops congress meeting colloquium convention "
    "seminar school summit forum exposition exhibition"
)
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_ACRONYMS = words(
    "ACM AAAI AI AIAA AIDS AIP APS ASME AT&T CIRP ETRI EURASIP IBM ICT IEE IEEE IEICE IEIE IET IFAC IFIP IMA "
    "INFORMS ISA ISPRS JOSA NTT OSA PLOS RAIRO SAE SIAM SPIE VLSI ZTE"
)

_ONE_WORD = words(
    "algorithmica automatica biometrika brain carbon cell chaos chemosphere cognition ecology econometrica energies "
    "energy fuel geophysics icarus lancet machines mathematics metrologia micromachines nature neurocomputing neuron "
    "optica photonics polymer polymers psychometrika radiology sadhana science sensors sustainability technometrics"
)
"""Titles of one word, which exports have in capitals as well; any other in capitals may be an acronym (`PNAS`)."""

_IEEE_JOURNAL = {
    "automation": "Autom.",
    "ferroelectrics": "Ferroelectr.",
    "management": "Manag.",
    "security": "Security",
}
_CONFERENCE = {"design": "Design", "edition": "Edition", "volume": "Volume"}
_INSTITUTION = {
    "division": "Div.",
    **{
        word.lower(): word
        for word in words("Africa America Australia Design Hungary Israel Japan Mexico Record Singapore")
    },
}
"""What a kind of name does differently from the word list (`Design` in conferences, countries in universities)."""

_SECTION = (
    r"(?<=\S)(?:\s*[,:–—]|\s+-)?\s*\b(?:Part\s+([A-Z]|[IVX]+)\b\s*(?:[:,–—-]\s*|\(([^)]*)\)|$)|"
    r"(?:Part\s+)?(?<=[\s–—-])([A-Z]|[IVX]{1,3})\s*(?:[:–—]|\s-)\s*)"
)
"""The letter or numeral of a section: `I: Regular Papers`, `Part B (Cybernetics)`, `A: Physical`."""

_SUBTITLE = r"\s*:\s+|\s+[-–—]\s+"
_CATALOGUE = r"\s*[(\[](?:IEEE )?Cat\.? ?No[^)\]]*[)\]]\.?"
_BRACKETED = r"^\[(?:(?:19|20)\d\d\] |(Proceedings|Conference Record)\]\.?)"
_YEAR_AFTER = r"(?:, (?:19|20)\d\d)?\.$|, (?:19|20)\d\d$"
_IN = r"^[Ii]n:? (?=Proc|\d|\w+ Proc)"
_PROCEEDINGS_AFTER = r", (?:Revised (?:Selected )?Papers|Proceedings(?:, Part [IVXL]+)?)$"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_HELD = (
    r", (?:[A-Z][\w’'/+-]*(?: [A-Z][\w’'/+-]*){0,3}[ ’'](?:19|20)?\d\d, .*|"
    rf"[A-Z][^,()]*(?:, [A-Z][^,()]*){{0,2}}, (?:\d[\d ./–-]* )?{_MONTH} \d.*)$"
)
"""DBLP's end of a name: the acronym with the year, the place and the days. It stays as it is."""

_PUNCTUATION = ",.:;/()&-–—‐"

_COMPANY = {"corporation": "Corp.", "company": "Co.", "incorporated": "Inc.", "limited": "Ltd."}
_COMPANY_ENDS = words("inc ltd llc gmbh plc ag co corp")
_OF_INSTITUTIONS = words(
    "academy administration agency association bureau center centre college department division engineering faculty "
    "federal force institute institution laboratories laboratory ministry national observatory organisation "
    "organization polytechnic research school science sciences society university"
)
"""Words that make a name one of an institution; without any, it is a company's (`Texas Instruments`)."""
_AT = r"(\bUniversity of [^,]{1,40}?) at (?=[A-Z])"
"""The campus of a university, which the guide has after a comma: `Univ. California, Berkeley`."""
_FIRM = (
    r"(?:,?\s+(?:Inc|Incorporated|Ltd|Limited|LLC|L\.L\.C|GmbH|AG|B\.?V|Pty|(?:and|&) Co(?:mpany)?|"
    r"(?:Publishing |Book )?Co(?:mpany)?|Publishing Corp(?:oration)?)\.?)+$"
)
_CONJUNCTION = r",?\s+(?:and|&)$"
_AFTER_PRESS = r"(?<=Press)(?:\.|, U\.?S\.?A?\.?|, U\.?K\.?)$"
_UNIVERSITY = r"\bUniversity(?: of)?\b"
_THE = r"^[Tt]he (?=(?:\w+ )+Press$|Macmillan$)"
_PUBLISHERS = {
    "academic press": "Academic",
    "clarendon press": "Clarendon",
    "institute of electrical and electronics engineers": "IEEE",
    "institute of electrical and electronics engineers (ieee)": "IEEE",
    "association for computing machinery (acm)": "Association for Computing Machinery",
    "john wiley": "Wiley",
    "john wiley & sons": "Wiley",
    "john wiley and sons": "Wiley",
    "morgan kaufmann publishers": "Morgan Kaufmann",
    "pergamon press": "Pergamon",
    "plenum press": "Plenum",
    "wiley & sons": "Wiley",
}


@lru_cache(maxsize=4096)
def journal(name: str) -> str:
    """The abbreviated title of a journal or magazine: `IEEE Transactions on Cybernetics` becomes `IEEE Trans. Cybern.`.

    A title of one word, and a title with an abbreviated word, come back as they are.
    """
    name = _clean(name)
    if is_abbreviated(name):
        return name
    name = _undotted(name)
    if " " not in name:
        return name.capitalize() if name.islower() or name.lower() in _ONE_WORD else name
    title = _ieee_titles().get(_key(name).strip())
    if title is not None:
        return title
    if any(sign in name for sign in (":", "—", "–", " -", "Part ")):
        name = re.sub(_SUBTITLE, ", ", re.sub(_SECTION, _section, name).rstrip(", "))
    kept = [word for word in name.split() if not _drops(word)]
    if len(kept) < 2:
        return kept[0] if kept else name
    own = _IEEE_JOURNAL if name[:4].upper() == "IEEE" else {}
    return other_languages.periodical(name, short) or _assemble(name, own)


@lru_cache(maxsize=4096)
def conference(name: str) -> str:
    """The abbreviated name of a conference or its proceedings: `Proc. 4th Annu. Allerton Conf. Circuit Syst. Theory`.

    Ordinals before the event become numerals; years, acronyms in parentheses, `Workshop`, `Meeting` and `Design` stay.
    """
    name = _clean(name)
    if "Cat" in name:
        name = re.sub(_CATALOGUE, "", name)
    if name[:2] in ("In", "in"):
        name = re.sub(_IN, "", name)
    if is_abbreviated(name):
        return name
    name = _undotted(name)
    if name[:1] == "[":
        name = re.sub(_BRACKETED, r"\1", name)
    if name[-1:] == "." or name[-5:].strip().isdigit():
        name = re.sub(_YEAR_AFTER, "", name)
    head, tail = _event_and_rest(name) if ", " in name else (name, "")
    if " " not in head:
        return name
    brief = _assemble(_numerals(head), _CONFERENCE)
    if " " in brief and ("." in brief or any(word[0].isdigit() for word in brief.split())):
        return brief + tail
    # There was nothing to abbreviate: a title, whose small words belong to it.
    return name


def _event_and_rest(name: str) -> tuple[str, str]:
    name = re.sub(_PROCEEDINGS_AFTER, "", name)
    held = re.search(_HELD, name)
    return (name[: held.start()], name[held.start() :]) if held else (name, "")


@lru_cache(maxsize=2048)
def institution(name: str) -> str:
    """The abbreviated name of a university, department or agency; of a company only what a company is called.

    `Department of Electrical Engineering, Harvard University` becomes `Dept. Elect. Eng., Harvard Univ.`,
    `Digital Equipment Corporation` becomes `Digital Equipment Corp.`.
    """
    name = _clean(name)
    if is_abbreviated(name) or " " not in name:
        return name
    *first, last = name.rstrip(".").split()
    if last.lower() in _COMPANY_ENDS:
        return name
    if last.lower() in _COMPANY:
        return " ".join([*[word for word in first if word != "The"], _COMPANY[last.lower()]])
    if _OF_INSTITUTIONS.isdisjoint(name.lower().replace(",", "").split()):
        return name
    name = re.sub(_AT, r"\1, ", _undotted(name))
    return _assemble(name, _INSTITUTION).replace("Brit. Columbia", "British Columbia")


@lru_cache(maxsize=2048)
def publisher(name: str) -> str:
    """The short name of a book's publisher: without `Inc.`, `Publishing Co.` and the like, `Univ.` for University."""
    name = _clean(name)
    brief = re.sub(_CONJUNCTION, "", re.sub(_FIRM, "", re.sub(_AFTER_PRESS, "", name))) or name
    brief = f"{brief.removesuffix(' Corporation')} Corp." if brief.endswith(" Corporation") else brief
    brief = _PUBLISHERS.get(brief.lower(), brief)
    brief = re.sub(_THE, "", brief)
    return re.sub(_UNIVERSITY, "Univ.", brief) if " " in brief else brief


@lru_cache(maxsize=1)
def _ieee_titles() -> dict[str, str]:
    table = text("ieee_titles.tsv")
    rows = zip(_key(table).split("\n"), table.split("\n"), strict=True)
    return {key.partition("\t")[0]: row.partition("\t")[2] for key, row in rows}


def _key(title: str) -> str:
    """What makes two spellings of a title the same: its words, but not case, punctuation, `the`, `and`, `part`."""
    bare = title.lower()
    for sign in _PUNCTUATION:
        bare = bare.replace(sign, " ")
    for word in (" and ", " the ", " part ", "  ", "  "):
        bare = bare.replace(word, " ")
    return bare


def _clean(name: str) -> str:
    """The name without blanks and signs that say nothing, and with the capitals of `Ieee Access`."""
    if "eee" in name:
        name = re.sub(r"\b[Ii]eee\b", "IEEE", name)
    return " ".join(name.replace("®", "").replace("™", "").split())


def _undotted(name: str) -> str:
    """Without the period after a full word (`Proceedings. 1991 IEEE ...`, `Nature.`)."""
    if "." not in name:
        return name
    return re.sub(PERIOD_ENDED, lambda match: match[0] if match[1].lower() in KEEP_THEIR_PERIOD else match[1], name)


def _section(match: re.Match[str]) -> str:
    return f" {match[3]}, " if match[3] else f" {match[1]}, {match[2] or ''}"


def _numerals(name: str) -> str:
    """Ordinals as numerals, up to the word for the event: `Second Language` in its subject stays.

    The first word is not yet that for the event (`Conference Record of the Third ...`).
    """
    tokens = name.split()
    done: list[str] = []
    for index, token in enumerate(tokens):
        lower = token.lower()
        if index and lower.strip("(),:;.") in _EVENT:
            return " ".join([*done, *tokens[index:]])
        number = numeral(f"{done[-1]} {token}") if done and done[-1].lower() in _TENS else ""
        if number[:1].isdigit():
            done[-1] = number
        else:
            done.append(numeral(token))
    return " ".join(done)


def _assemble(name: str, own: dict[str, str]) -> str:
    """Small words dropped, the others abbreviated."""
    return " ".join([shorten(token, own) for token in _calm(name.split()) if not _drops(token)])


def _drops(word: str) -> bool:
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
