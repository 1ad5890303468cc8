r"""Names by BibTeX's rules ("BibTeXing", section 4), and biblatex's `family=..., given=...` form.

A name is `First von Last`, `von Last, First` or `von Last, Jr, First`; `von` is what begins in lower case. More:

- a suffix is known wherever it stands (`Guy L. Steele Jr.`), and so is a capitalised particle (`Giovanni De Micheli`);
- `von` ends before the first capital, so surnames of several words stay whole (`Ramón y Cajal, Santiago`);
- an organisation is one without braces, too, when a word says so (`The ATLAS Collaboration`, `Department of Energy`);
- the number by which DBLP tells namesakes apart (`Jane Doe 0002`) is no part of the name;
- lists by commas or semicolons are read as lists, and the command that sets one name in bold is not part of it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from pubman.bibtex import latex
from pubman.work import Name, Names

_Words: TypeAlias = list[str]

_SEPARATOR = re.compile(
    r"\\.|[{}]|(?:(?<=\s)|^)and(?=\s|$)|&(?:[A-Za-z]\w{1,9}|#\w{1,7});|;", re.DOTALL | re.IGNORECASE
)
_PLAIN_AND = re.compile(r"(?:(?<=\s)|^)and(?=\s|$)", re.IGNORECASE)
_BREAK = re.compile(r"\\[A-Za-z]+\s*|\\ |\\.|[{},]|[\s~]+", re.DOTALL)
_SUFFIX = re.compile(r"\{?(?:[JS]r\.?|[JS]nr\.?|I{2,3}|IV|VI{1,3}|2nd|3rd|4th)\}?", re.IGNORECASE)
_CAPITAL_SUFFIX = re.compile(r"\{?(?:[JS][Rr]\.?|[JS]nr\.?|I{2,3}|IV|VI{1,3}|2nd|3rd|4th)\}?")
_ET_AL = re.compile(r"(?:^|[\s,~])(?:\\emph\s*)?\{?(?:\\(?:em|it)\s+)?et\.?[\s~]+al\.?\}?$", re.IGNORECASE)
_EXTENDED = re.compile(r"(?:^|,)\s*(?:family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)
_STYLED = re.compile(
    r"\\(?:textbf|textit|textsc|emph|underline|uline|textrm|mbox|textcolor\s*\{\w*\})\s*(?=\{)|\{\\(?:bf|bfseries|it|em|sc|bfit|underline)\b\s*"
)
_INITIAL = re.compile(r"\{?[^\W\d_a-z]\.")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[\s~-]*){1,4}")
_ORGANISATION = frozenset(
    "agency association authority collaboration commission committee consortium contributors corporation department"
    " developers foundation gmbh group inc inc. institute laboratories laboratory llc ltd ltd. ministry organisation"
    " organization society team university".split()
)
_NAMESAKE = re.compile(r"[\s~]0\d{3}")
_PARTICLES = frozenset(
    "De Del Della Dello Dei Degli Di Da Dal Dalla Dalle Das Dos Du Des Van Vande Vanden Vander Von Zu Den Der Ter"
    " Ten Le La Lo El Al Ben"
    " Bin Ibn Abu San Santa St. Ó Ní DE DEL DELLA DI DA VAN VON DEN DER LE LA DOS".split()
)
_VIETNAMESE = frozenset(
    "Nguyen Nguyễn Tran Trần Le Lê Pham Phạm Hoang Hoàng Vo Võ Dang Đặng Bui Bùi Do Đỗ Ho Hồ Ngo Ngô Duong Dương Ly"
    " Lý Vu Vũ Phan".split()
)
"""Family names beside which Van and Le are middle names."""


@lru_cache(maxsize=4096)
def split(tex: str) -> Names:
    """The people of an `author` or `editor` field, decoded; `others` when the list ends with it. Never an exception."""
    people: list[Name] = []
    others = False
    for one in _pieces(tex):
        one = one.strip(" \t\r\n~,")
        if one[-6:].lower() == "others" and len(one) == 6:
            others = True
            continue
        if one[-3:].lower().endswith(("al", "al.", "al}")) and (found := _ET_AL.search(one)):
            others, one = True, one[: found.start()].strip(" \t\r\n~,")
        people += filter(any, _read(one))
    return Names(tuple(people), others)


def _pieces(tex: str) -> list[str]:
    """The names between the `and`s and semicolons that stand outside braces."""
    if "{" not in tex and ";" not in tex and "\\" not in tex:
        return _PLAIN_AND.split(tex)
    pieces, start, depth = [], 0, 0
    for token in _SEPARATOR.finditer(tex):
        string = token[0]
        if string == "{":
            depth += 1
        elif string == "}":
            depth = max(depth - 1, 0)
        elif depth == 0 and string[0] not in "\\&":
            pieces.append(tex[start : token.start()])
            start = token.end()
    return [*pieces, tex[start:]]


@lru_cache(maxsize=16384)
def _read(tex: str) -> tuple[Name, ...]:
    """One name, or the names of a list by commas."""
    tex = tex.strip(" \t\r\n~,")
    if tex[-1:].isdigit() and _NAMESAKE.fullmatch(tex[-5:]):
        tex = tex[:-5].rstrip(" \t\r\n~")
    if "\\" in tex:
        tex = _unstyled(tex)
    if "=" in tex and _EXTENDED.search(tex):
        return (_extended(tex),)
    parts = [words for words in _parts(tex) if words]
    if not parts:
        return ()
    if len(parts) > 1:
        return _listed(parts) or (_inverted(parts),)
    (words,) = parts
    if len(words) == 1 and words[0].startswith("{") and words[0].endswith("}") and (tex[1:2] != "\\" or " " in tex):
        return (Name(literal=_plain(words)),)
    if len(words) > 1 and _is_organisation(words):
        return (Name(literal=_plain(words)),)
    return (_natural(words),)


def _is_organisation(words: _Words) -> bool:
    """Whether the last word, or the one before `of` or `for`, is what organisations are called."""
    lower = [word.lower() for word in words]
    if lower[-1] in _ORGANISATION:
        return True
    return any(word in _ORGANISATION for word, after in pairwise(lower) if after in ("of", "for"))


def _unstyled(tex: str) -> str:
    r"""The name inside `\textbf{...}` or `{\bf ...}`, when that is all there is."""
    while found := _STYLED.match(tex):
        inner = tex[found.end() + (not found[0].startswith("{")) : -1]
        if (
            not tex.endswith("}")
            or "{" in inner.partition("}")[0]
            or "}" in inner.replace("\\}", "").rpartition("{")[0]
        ):
            depth = 0
            for brace in re.finditer(r"\\.|[{}]", inner, re.DOTALL):
                depth += {"{": 1, "}": -1}.get(brace[0], 0)
                if depth < 0:
                    return tex
            if depth or not tex.endswith("}"):
                return tex
        tex = inner.strip()
    return tex


def _parts(tex: str) -> list[_Words]:
    """The words of each part between commas, both outside braces."""
    if "{" not in tex and "\\" not in tex and "~" not in tex:
        return [part.split() for part in tex.split(",")]
    parts: list[_Words] = [[]]
    start, depth = 0, 0
    for token in _BREAK.finditer(tex):
        string = token[0]
        if string == "{":
            depth += 1
        elif string == "}":
            depth = max(depth - 1, 0)
        elif depth == 0 and (string[0] != "\\" or string == "\\ "):
            if word := tex[start : token.start()]:
                parts[-1].append(word)
            start = token.end()
            if string == ",":
                parts.append([])
    if tex[start:]:
        parts[-1].append(tex[start:])
    return parts


def _natural(words: _Words) -> Name:
    """`First von Last`, with a suffix at the end."""
    suffix = ""
    if len(words) > 2 and _CAPITAL_SUFFIX.fullmatch(words[-1]):
        *words, suffix = words
    lower = [index for index, word in enumerate(words[:-1]) if _is_lower(word)]
    first = start = len(words) - 1
    if len(lower) == 1 and words[lower[0]] in ("y", "i"):
        first = start = max(lower[0] - 1, 0)
    elif lower:
        first, start = lower[0], lower[-1] + 1
    else:
        while first > 1 and _is_particle(words, first - 1):
            first = start = first - 1
    return _name(_plain(words[start:]), _plain(words[:first]), _plain(words[first:start]), _plain([suffix]))


def _is_particle(words: _Words, index: int) -> bool:
    """Whether a word before the last is a capitalised particle of the family name."""
    if _plain([words[index]]) not in _PARTICLES:
        return False
    return words[-1] not in _VIETNAMESE and words[index - 1] not in _VIETNAMESE


def _inverted(parts: list[_Words]) -> Name:
    """`von Last, First` and `von Last, Jr, First`, the suffix anywhere; more than that stays in the given name."""
    family, *rest = parts
    suffix: _Words = next((part for part in rest if len(part) == 1 and _SUFFIX.fullmatch(part[0])), [])
    if not suffix and len(rest) == 2:
        suffix = rest[0]
    if suffix:
        rest.remove(suffix)
        if not rest:
            return _natural(family)._replace(suffix=_plain(suffix))
    elif len(family) > 1 and _CAPITAL_SUFFIX.fullmatch(family[-1]):
        *family, last = family
        suffix = [last]
    if len(rest) == 1 and len(rest[0]) == 1 and rest[0][0].lower() in _ORGANISATION:
        return Name(literal=f"{_plain(family)}, {_plain(rest[0])}")
    cut = 0
    while cut < len(family) - 1 and _is_lower(family[cut]):
        cut += 1
    given = ", ".join([_plain(part) for part in rest])
    return _name(_plain(family[cut:]), given, _plain(family[:cut]), _plain(suffix))


def _name(family: str, given: str, particle: str, suffix: str) -> Name:
    """The name, whole where none of it is of the family; a suffix in braces (`{Osgood, Jr.}`) is one all the same."""
    if not family:
        return Name(literal=" ".join(filter(None, (particle, given, suffix))))
    if "," in family and not suffix:
        before, _, last = family.rpartition(", ")
        if before and _CAPITAL_SUFFIX.fullmatch(last):
            return Name(before, given, particle, last)
    return Name(family, given, particle, suffix)


def _listed(parts: list[_Words]) -> tuple[Name, ...]:
    """The people of `Smith, J., Doe, A.` or `J. Smith, A. Doe`; nobody when the commas are those of one name."""
    if any(len(part) == 1 and _SUFFIX.fullmatch(part[0]) for part in parts[1:]):
        return ()
    natural = all(len(part) > 1 for part in parts)
    if natural and (len(parts) > 2 or all(_INITIAL.match(part[0]) and not _is_initials(part[-1:]) for part in parts)):
        return tuple([_natural(part) for part in parts])
    if len(parts) < 3:
        return ()
    if all(_is_initials(part) for part in parts[1::2]) or (len(parts) > 3 and len(parts) % 2 == 0):
        pairs = [parts[at : at + 2] for at in range(0, len(parts), 2)]
        return tuple([_inverted(pair) if len(pair) == 2 else _natural(pair[0]) for pair in pairs])
    return tuple([_natural(part) for part in parts]) if len(parts) > 3 and _INITIAL.match(parts[0][0]) else ()


def _is_initials(words: _Words) -> bool:
    return bool(_INITIALS.fullmatch(" ".join(words)))


def _extended(tex: str) -> Name:
    """The extended name format (biblatex manual, section 3.4): `family=..., given=..., prefix=..., suffix=...`."""
    values: dict[str, str] = {}
    for words in _parts(tex):
        name, equals, value = " ".join(words).partition("=")
        if equals:
            values[name.strip().lower()] = _plain(value.strip().strip('"').split())
    family, given = values.get("family", ""), values.get("given", "") or values.get("given-i", "")
    prefix, suffix = values.get("prefix", ""), values.get("suffix", "")
    return _name(family, given, prefix, suffix)


def _is_lower(word: str) -> bool:
    """Whether BibTeX takes a word for a particle: its first letter outside plain braces is in lower case."""
    first = word[0]
    if first.isalpha():
        return first.islower()
    if first == "{" and word[1:2] != "\\":
        return False
    return next((c for c in latex.plain(word) if c.isalpha()), "").islower()


def _plain(words: _Words) -> str:
    """The words as a reader sees them, one blank between them."""
    string = " ".join(words)
    return string if string.isalnum() else " ".join(latex.plain(string).split())
