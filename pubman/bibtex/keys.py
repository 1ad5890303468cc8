"""Citation keys: made of a work by a pattern, ASCII, and unique in the store ignoring case.

A pattern is literal text with placeholders:

- `{author}` the first author's family name (of a work without authors the editor's, else its publisher's first word)
- `{year}` the year of issue with four digits, `{yy}` its last two
- `{word}` the first word of the title that is no stop word
- `{type}` the entry's BibTeX type

All are in lower case; `{Author}`, `{Word}`, `{Type}` begin with a capital. What a work lacks is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import name as name_of
from unicodedata import normalize

from pubman.bibtex import write
from pubman.options.fault import OptionError, did_you_mean
from pubman.text import plain

if TYPE_CHECKING:
    from collections.abc import Collection

    from pubman.work import Work

PATTERN = "{author}{year}{word}"
"""The default: `zhao2020quantizing`."""

PLACEHOLDERS = ("Author", "author", "year", "yy", "Word", "word", "Type", "type")

_PART = re.compile(r"\{([^{}]*)\}")
_LITERAL = re.compile(r"[A-Za-z0-9:_.+/-]*")
_LEGAL = re.compile(r"""[^\s\x00-\x20\x7f-\x9f,{}()"#%'=\\~@]+""")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOP = frozenset(
    "a an the on in of for to from by with at and or as is are be its via using toward towards into over under do does"
    " can how what why when where who which der die das ein eine und von zu zur zum im am la le les un une des du de et"
    " l d en el los las una y del il lo gli i".split()
)
_LETTERS = dict(zip("øđðłħıŧßæœþŋ", "o d d l h i t ss ae oe th ng".split(), strict=True))
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g w".replace(
            "_", "-"
        ).split(),
        strict=True,
    )
)
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(), strict=True)
)
_SOUNDS = _LETTERS | _CYRILLIC | _GREEK
_SYLLABLE = re.compile(r"(?:HANGUL SYLLABLE|HIRAGANA LETTER|KATAKANA LETTER)(?: SMALL)? (\w+)")
MOST = 40
"""As long as one word of a key gets."""


def generate(work: Work, taken: Collection[str] = (), pattern: str = PATTERN) -> str:
    """A key for the work by the pattern, with `a`, `b`, ... behind it where it is taken (ignoring case)."""
    values = _values(work)
    made = _PART.sub(lambda part: values.get(part[1], ""), pattern)
    made = re.sub(r"[^A-Za-z0-9:_.+/-]", "", made).strip(":_.+/-")
    return unique(made or values["word"] or "work", taken)


def unique(key: str, taken: Collection[str]) -> str:
    """The key, or the key with the first suffix of `a`, `b`, ..., `z`, `aa`, ... that makes it one of its own."""
    known = {each.casefold() for each in taken}
    number, candidate = 0, key
    while candidate.casefold() in known:
        number += 1
        candidate = key + _suffix(number)
    return candidate


def check(pattern: str) -> str:
    """The pattern, when it can be used. Raises OptionError, with a "did you mean", when it cannot."""
    if not isinstance(pattern, str):
        raise OptionError("is a string")
    for part in _PART.findall(pattern):
        if part not in PLACEHOLDERS:
            raise OptionError(f'has no placeholder "{{{part}}}"{did_you_mean(part, PLACEHOLDERS)}')
    literal = _PART.sub("", pattern)
    if not _LITERAL.fullmatch(literal):
        raise OptionError("is made of placeholders, letters, digits and : _ . + / -")
    if literal == pattern:
        raise OptionError(f"needs a placeholder (known: {', '.join(f'{{{each}}}' for each in PLACEHOLDERS)})")
    return pattern


def is_key(key: str) -> bool:
    """Whether BibTeX, biber and TeX can all read an entry under this key."""
    return _LEGAL.fullmatch(key) is not None


def ascii_word(string: str) -> str:
    """A word in lower-case ASCII letters and digits: accents gone, Cyrillic, Greek, Hangul and kana by their sounds."""
    folded = []
    for character in string.casefold():
        sound = _SOUNDS.get(character)
        if sound is None:
            bare = normalize("NFKD", character)
            sound = bare if character.isascii() else _SOUNDS.get(bare[:1], bare)
            if not bare.isascii() and (syllable := _SYLLABLE.match(name_of(character, ""))):
                sound = syllable[1].lower()
        folded.append(sound)
    return re.sub(r"[^a-z0-9]", "", "".join(folded))[:MOST]


def _values(work: Work) -> dict[str, str]:
    date = work.issued.start
    year = f"{date.year:04}" if date else "".join(re.findall(r"\b\d{4}\b", work.issued.literal)[:1])
    values = {
        "author": _author(work),
        "year": year,
        "yy": year[-2:],
        "word": _title_word(work),
        "type": write.type_of(work),
    }
    return values | {name.capitalize(): values[name].capitalize() for name in ("author", "word", "type")}


def _author(work: Work) -> str:
    people = work.author.people or work.editor.people or work.translator.people
    if people:
        first = people[0]
        candidates = [first.family, first.given] if first.family else [_first(first.literal)]
        if found := next(filter(None, map(ascii_word, candidates)), ""):
            return found
    return "" if people else ascii_word(_first(work.publisher))


def _first(name: str) -> str:
    words = _WORD.findall(name)
    return next((word for word in words if word.casefold() not in _STOP), "".join(words[:1]))


def _title_word(work: Work) -> str:
    words = _WORD.findall(plain(work.title))
    folded = [(word, ascii_word(word)) for word in words]
    chosen = [key for word, key in folded if key and word.casefold() not in _STOP]
    return next(iter(chosen), "") or next((key for _, key in folded if key), "")


def _suffix(number: int) -> str:
    """1 is `a`, 26 `z`, 27 `aa`."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters
