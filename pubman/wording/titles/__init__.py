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
from pubman.wording.titles.casing import cased
from pubman.wording.titles.tokens import Title, Token, lower, mixed, opens, split

_FROZEN = PROTECTED | MATH | CODE


def sentence_case(title: Text, words: frozenset[str] = frozenset()) -> Text:
    """The title in sentence case, run by run; `words` are the user's own proper nouns, printed as they are spelled.

    Protected, mathematical and code runs come back untouched. What is in sentence case already comes back unchanged.
    """
    string = "".join([run.string for run in title])
    spans = _frozen_spans(title)
    if spans == [(0, len(string))]:
        return title
    changed = _cased(string, spans, words)
    if changed == string:
        return title
    done: list[Run] = []
    offset = 0
    for run in title:
        end = offset + len(run.string)
        done.append(run if run.marks & _FROZEN else Run(changed[offset:end], run.marks, run.link))
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


def _cased(string: str, spans: list[tuple[int, int]], words: frozenset[str]) -> str:
    """The string in sentence case; it is as long as it was, so that the runs can be cut again."""
    tokens, rest = split(string, spans)
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
        tokens = [t if t.frozen else Token(t.gap, capitals.calm(t.word, own), False) for t in tokens]
    done = cased(Title(tokens, rest, own))
    return "".join([token.gap + word for token, word in zip(tokens, done, strict=True)]) + rest


def _romance(tokens: list[Token], own: nouns.Nouns) -> str:
    """A title in French, Spanish, Italian or Portuguese without the capitals that are no name's."""
    first, *others = tokens
    done = first.gap + first.word
    for token in others:
        noun = without_article(token.word)
        name = token.frozen or mixed(noun) or noun in own.words or noun in nouns.listed().words
        done += token.gap + (token.word if name or opens(token.gap, "") == 2 else lower(token.word))
    return done
