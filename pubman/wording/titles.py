"""Sentence case for titles, as IEEE sets the titles of papers (IEEE Reference Guide; IEEE conference template).

Capitals stay on the first word, after a colon, a question mark, an exclamation mark, a period or a dash that opens
a subtitle, in acronyms and words with inner capitals (`GaN`, `5G`), single letters used as symbols
(`fractional-N`), element symbols and units, and in proper nouns (`proper_nouns.txt` and the user's words). All
other capitals are lowered; the first word, and the word after a colon, get one. Quotation marks change nothing.
Protected, mathematical and code runs stay as they are. A title in another language than English comes back as it
is, but for one in a Romance language that was typed in English title case. A title wholly in capitals is treated as
if it had been typed in title case, with well-known acronyms kept.

Words that are names in one title and common nouns in the next are decided by their company (May and March beside a
number, phrases of the list such as `Hall effect`) or not capitalised at all (Reading, Nice, Mobile, Rust, Oracle):
the user's words, or braces, settle those. China, Turkey, Java and Polish are taken as names.
"""

from __future__ import annotations

from pubman.text import CODE, MATH, PROTECTED, Run, Text
from pubman.wording import capitals, nouns
from pubman.wording.other_languages import is_capitalised, is_other, without_article
from pubman.wording.tables import words as _set

_FROZEN = PROTECTED | MATH | CODE
_JOINTS = frozenset((" ", "-", "–", "‐", "‑", "\u00a0", "/"))
_TIES = frozenset(("-", "–", "‐", "‑", "/"))
_CLOSING = "'’\"”)]"

_SYMBOLS = _set(
    "Ac Ag Ar Au Ba Br Ca Cd Ce Cl Cr Cs Cu Dy Er Eu Fe Ga Gd Ge Hf Hg Ir Kr Li Lu Mg Mn Mo Na Nb Nd Ne Ni Np Pa "
    "Pb Pd Pm Pr Pt Pu Ra Rb Rh Rn Ru Sb Sc Se Si Sm Sn Sr Ta Tb Tc Te Ti Tl Tm Xe Yb Zn Zr Bq Gb Gbit Gbps "
    "Gbyte Gy Hz Kb Kbit Kbps Mb Mbit Mbps Mbyte Sv Tbit Tbps Tbyte Wb"
)
"""Symbols of elements and units, but none that is an English word or prefix."""
_SYMBOLS_BESIDE_OTHERS = _set("al as at be bi co he ho in la no os po re")
"""Symbols that are English words, prefixes or names as well: they count beside a symbol alone (`Pt/Co`, `Bi-Te`)."""

_BEFORE_A = _set(
    "type class vitamin hepatitis part group category level appendix plan influenza protein grade phase "
    "schedule section series region zone model site case version scenario option mode band layer team factor "
    "point node user variant form annex profile stage cell coenzyme bisphenol cyclin graph matrix"
)
"""Nouns after which a lone A is a letter, not the article."""

_NO_END = _set("vs v eg ie cf approx resp dr prof mr mrs ms st mt no nos vol fig figs eq al et inc ltd co jr sr ph")
_OF_PEOPLE = _set("dr prof mr mrs ms st mt")
_DOTTED = _set("US UK EU UN AI PhD PHD DC MS BS")
_NUMBERED = _set("may march")
_NAMED_AFTER = _set("bay gulf isle kingdom republic strait university")
"""Nouns that are capitalised with a name after `of` (`Gulf of Aden`, `University of Oslo`)."""
_BEFORE_NAMES = _set("lake mount")
_SMALL_LETTER = {
    "e": _set(
        "commerce learning mail mails health government voting business book books waste science textile textiles "
        "cigarette cigarettes nose tongue mobility services"
    ),
    "m": _set("commerce learning health banking government payment payments"),
    "p": _set("value values"),
    "t": _set("test tests"),
}
"""Single letters written small in such compounds: `e-commerce`, `p-value`. Others stay as given (`K-means`)."""


class _Token:
    """A word, its lower-case form, and the gap before it; `frozen` when any of it is protected."""

    __slots__ = ("frozen", "gap", "low", "word")

    def __init__(self, gap: str, word: str, frozen: bool) -> None:
        self.gap, self.word, self.frozen = gap, word, frozen
        self.low = word.lower().replace("’", "'")


def sentence_case(title: Text, words: frozenset[str] = frozenset()) -> Text:
    """The title in sentence case, run by run; `words` are the user's own proper nouns, printed as they are spelled.

    Protected, mathematical and code runs come back untouched. What is in sentence case already comes back unchanged.
    """
    string = "".join([run.string for run in title])
    spans = _frozen_spans(title)
    if spans == [(0, len(string))]:
        return title
    cased = _cased(string, spans, words)
    if cased == string:
        return title
    done: list[Run] = []
    offset = 0
    for run in title:
        end = offset + len(run.string)
        done.append(run if run.marks & _FROZEN else Run(cased[offset:end], run.marks, run.link))
        offset = end
    return tuple(done)


def _frozen_spans(title: Text) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    offset = 0
    for run in title:
        end = offset + len(run.string)
        if run.marks & _FROZEN and run.string:
            start = spans.pop()[0] if spans and spans[-1][1] == offset else offset
            spans.append((start, end))
        offset = end
    return spans


def _tokens(string: str, spans: list[tuple[int, int]]) -> tuple[list[_Token], str]:
    """The words, and what follows the last."""
    tokens: list[_Token] = []
    at = past = 0
    for match in nouns.WORD.finditer(string):
        start, end = match.span()
        while past < len(spans) and spans[past][1] <= start:
            past += 1
        tokens.append(_Token(string[at:start], string[start:end], past < len(spans) and spans[past][0] < end))
        at = end
    return tokens, string[at:]


def _cased(string: str, spans: list[tuple[int, int]], words: frozenset[str]) -> str:
    """The string in sentence case; it is as long as it was, so that the runs can be cut again."""
    tokens, rest = _tokens(string, spans)
    if not tokens:
        return string
    first, *others = tokens
    if (
        ":" not in string
        and (first.frozen or not first.word.islower())
        and all(t.frozen or t.word.islower() for t in others)
    ):
        return string
    free = [token.word for token in tokens if not token.frozen]
    own = nouns.own(words)
    if is_other(free):
        return _romance(tokens, own) + rest if is_capitalised(free) else string
    if capitals.shouted(free):
        tokens = [t if t.frozen else _Token(t.gap, capitals.calm(t.word, own), False) for t in tokens]
    title = _Title(tokens, rest, own)
    return "".join([token.gap + word for token, word in zip(tokens, title.cased(), strict=True)]) + rest


def _romance(tokens: list[_Token], own: nouns.Nouns) -> str:
    """A title in French, Spanish, Italian or Portuguese without the capitals that are no name's."""
    first, *others = tokens
    done = first.gap + first.word
    for token in others:
        noun = without_article(token.word)
        name = token.frozen or _mixed(noun) or noun in own.words or noun in nouns.listed().words
        done += token.gap + (token.word if name or _opening(token.gap, "") == 2 else _lower(token.word))
    return done


def _lower(word: str) -> str:
    low = word.lower()
    return low if len(low) == len(word) else "".join([c.lower() if len(c.lower()) == 1 else c for c in word])


def _raised(word: str) -> str:
    first = word[0].upper()
    return first + word[1:] if len(first) == 1 else word


def _mixed(word: str) -> bool:
    """Whether there is a capital after the first character (`LDPC`, `GaN`, `mmWave`)."""
    return word[1:] != _lower(word[1:])


def _opening(gap: str, before: str) -> int:
    """How the gap before a word opens a sentence: 2 after a colon, 1 after `? ! . —` (a capital may stay), else 0."""
    ends = set()
    end = ""
    for char in gap:
        if char.isspace():
            ends.add(end)
            end = ""
        elif char not in _CLOSING:
            end = char
    if ":" in ends:
        return 2
    dash = "—" in gap or (gap.strip() in {"-", "–", "--"} and gap[0].isspace() and gap[-1].isspace())
    if dash or not ends.isdisjoint("?!…"):
        return 1
    return int("." in ends and len(before) > 1 and before.lower() not in _NO_END)


class _Title:
    """One title at work: its words, and what is around each."""

    def __init__(self, tokens: list[_Token], rest: str, own: nouns.Nouns) -> None:
        self.tokens, self.rest, self.own, self.listed = tokens, rest, own, nouns.listed()

    def cased(self) -> list[str]:
        done: list[str] = []
        tokens, firsts = self.tokens, self.listed.first_words
        while len(done) < len(tokens):
            index = len(done)
            token = tokens[index]
            gap = token.gap
            opening = 2 if not index else 0 if gap in _JOINTS else _opening(gap, tokens[index - 1].word)
            low = token.low
            if token.frozen:
                done.append(token.word)
            elif (low in firsts or low in self.own.first_words) and (phrase := self._phrase(index)):
                if opening == 2 or (opening and not token.word[0].islower()):
                    phrase[0] = _raised(phrase[0])
                done += phrase
            else:
                done.append(self._word(index, opening))
        return done

    def _phrase(self, index: int) -> list[str]:
        """The phrase of the lists that begins here, if its words follow with only blanks and hyphens between."""
        first = self.tokens[index].low
        for phrase in (*self.own.phrases(first), *self.listed.phrases(first)):
            tokens = self.tokens[index : index + len(phrase)]
            if (
                [token.low for token in tokens] == [form.lower() for form in phrase]
                and all(token.gap in _JOINTS and not token.frozen for token in tokens[1:])
                and any(not token.word.islower() for token in tokens)
            ):
                forms = zip(phrase, tokens, strict=True)
                return [form.replace("'", "’") if "’" in token.word else form for form, token in forms]
        return []

    def _after(self, index: int) -> tuple[str, str]:
        """The gap after a word, and the next word."""
        if index + 1 == len(self.tokens):
            return self.rest, ""
        return self.tokens[index + 1].gap, self.tokens[index + 1].word

    def _word(self, index: int, opening: int) -> str:
        word = self.tokens[index].word
        if word.islower():
            return _raised(word) if opening == 2 and word[0].isalpha() and self._may_rise(index) else word
        if opening or not word[0].isupper() or self._kept(index):
            return word
        return self.own.spelling.get(word.lower()) or _lower(word)

    def _may_rise(self, index: int) -> bool:
        """Whether a small first word is a plain word, no symbol (`t-SNE`) and no name (`scikit-learn`, `ns-3`)."""
        word = self.tokens[index].word
        if word in self.own.words or word in self.listed.words:
            return False
        gap, after = self._after(index)
        if gap == "-" and after[:1].isdigit():
            return False
        return len(word) > 1 or (word == "a" and gap == " ")

    def _kept(self, index: int) -> bool:
        """Whether a capitalised word inside a sentence keeps its capital."""
        word = self.tokens[index].word
        bare = word[:-2] if word[-2:] in {"'s", "’s"} else word
        if len(bare) == 1:
            return self._letter(index)
        if _mixed(bare) or (not bare.isalpha() and any(c.isdigit() for c in bare)):
            return True
        known = bare in self.listed.words or bare in self.own.words or bare in _SYMBOLS
        return known or (bare[-2:] == "ns" and bare[:-1] in self.listed.words) or self._by_company(index, bare.lower())

    def _by_company(self, index: int, low: str) -> bool:
        """Whether what stands beside a word makes it a name: a number, a title, an initial, another name or symbol."""
        gap, before = self.tokens[index].gap, self.tokens[index - 1].word
        after_gap, after = self._after(index)
        if low in _NUMBERED:
            return (after_gap == " " and after[:1].isdigit()) or (gap == " " and before.isdigit())
        if low in _OF_PEOPLE and after_gap[:1] == ".":
            return True
        if gap[:2] == ". " and (before.lower() in _OF_PEOPLE or self._initial(index - 1)):
            return True
        if low == "part":
            counted = after.isdigit() or len(after) == 1 or after in capitals.ROMAN
            return counted and after_gap == " " and not gap.isspace()
        if low in _NAMED_AFTER and after == "of" and index + 2 < len(self.tokens):
            return self.tokens[index + 2].word in self.listed.words
        if low in _BEFORE_NAMES and after_gap == " ":
            return after in self.listed.words
        if low in _SYMBOLS_BESIDE_OTHERS:
            return (gap in _TIES and before in _SYMBOLS) or (after_gap in _TIES and after in _SYMBOLS)
        if low in {"net", "nets"} and gap == "-":
            return before[-1:].isupper() or _mixed(before)
        return low == "ph" and after_gap == "." and after == "D"

    def _initial(self, index: int) -> bool:
        """Whether a word is an initial of a person's name, not the end of `U.S.` or `Ph.D.`."""
        gap, letter = self.tokens[index].gap, self.tokens[index].word
        if len(letter) > 1 or not letter.isupper():
            return False
        return not (index and gap == "." and self.tokens[index - 1].word + letter in _DOTTED)

    def _letter(self, index: int) -> bool:
        """Whether a single capital is a symbol: all are but the article, and those written small (`e-commerce`)."""
        gap, letter = self.tokens[index].gap, self.tokens[index].word
        after_gap, after = self._after(index)
        if letter == "A" and ((after_gap.isspace() and gap.isspace()) or gap == after_gap == "-"):
            return self.tokens[index - 1].word.lower() in _BEFORE_A
        return not (after_gap == "-" and after.lower() in _SMALL_LETTER.get(letter.lower(), ()) and not after.isupper())
