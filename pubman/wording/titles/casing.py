"""A title in sentence case, word by word and phrase by phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.wording.titles.kept import keeps_capital
from pubman.wording.titles.tokens import JOINTS, lower, opens, raised

if TYPE_CHECKING:
    from pubman.wording.titles.tokens import Title


def cased(title: Title) -> list[str]:
    """The words of a title in sentence case, each as long as it was."""
    done: list[str] = []
    tokens, firsts = title.tokens, title.listed.first_words
    while len(done) < len(tokens):
        index = len(done)
        token = tokens[index]
        gap = token.gap
        opening = 2 if not index else 0 if gap in JOINTS else opens(gap, tokens[index - 1].word)
        low = token.low
        if (low in firsts or low in title.own.first_words) and (phrase := _phrase(title, index)):
            if token.frozen:
                phrase[0] = token.word
            elif opening == 2 or (opening and not token.word[0].islower()):
                phrase[0] = raised(phrase[0])
            done += phrase
        elif token.frozen:
            done.append(token.word)
        else:
            done.append(_word(title, index, opening))
    return done


def _phrase(title: Title, index: int) -> list[str]:
    """The phrase of the lists that begins here, if its words follow with only blanks and hyphens between."""
    first = title.tokens[index].low
    for phrase in (*title.own.phrases(first), *title.listed.phrases(first)):
        tokens = title.tokens[index : index + len(phrase)]
        if (
            [token.low for token in tokens] == [form.lower() for form in phrase]
            and all(token.gap in JOINTS for token in tokens[1:])
            and all(token.word == form for token, form in zip(tokens, phrase, strict=True) if token.frozen)
            and any(not token.word.islower() for token in tokens)
        ):
            forms = zip(phrase, tokens, strict=True)
            return [form.replace("'", "’") if "’" in token.word else form for form, token in forms]
    return []


def _word(title: Title, index: int, opening: int) -> str:
    word = title.tokens[index].word
    if word.islower():
        return raised(word) if opening == 2 and word[0].isalpha() and _may_rise(title, index) else word
    if opening or not word[0].isupper() or keeps_capital(title, index):
        return word
    return title.own.spelling.get(word.lower()) or lower(word)


def _may_rise(title: Title, index: int) -> bool:
    """Whether a small first word is a plain word, no symbol (`t-SNE`) and no name (`scikit-learn`, `ns-3`)."""
    word = title.tokens[index].word
    if word in title.own.words or word in title.listed.words:
        return False
    gap, after = title.after(index)
    if gap == "-" and after[:1].isdigit():
        return False
    return len(word) > 1 or (word == "a" and gap == " ")
