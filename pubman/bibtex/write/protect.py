"""Which words of a title need braces, so that no style lowers them: acronyms, mixed-case words, symbols."""

from __future__ import annotations

import re

from pubman.text import CODE, MATH, PROTECTED, Run, Text

_FROZEN = PROTECTED | MATH | CODE
_WORD = re.compile(r"[\w\u0300-\u036f]+(?:[.'’/&+][\w\u0300-\u036f]+)*\+*")
_LETTERS = re.compile(r"[^\W\d_]+")


def capitals(runs: Text) -> Text:
    """The title with its acronyms, mixed-case words (`GaN`, `5G`, `fMRI`) and lone capitals in protected runs.

    In a title wholly in capitals nothing is: it was typed so, not spelled so.
    """
    if _shouted("".join(run.string for run in runs)):
        return runs
    found: list[Run] = []
    for run in runs:
        found += (run,) if run.marks & _FROZEN else _split(run, first=not found)
    return tuple(found)


def _split(run: Run, *, first: bool) -> list[Run]:
    """A run in pieces, those that need it protected; the first word of a title keeps its capital in any case."""
    pieces, start = [], 0
    for word in _WORD.finditer(run.string):
        initial = first and not run.string[: word.start()].strip()
        if _is_mixed(word[0]) or (not initial and _is_symbol(word[0], run.string[word.end() : word.end() + 1])):
            pieces += [run._replace(string=run.string[start : word.start()])] if word.start() > start else []
            pieces.append(run._replace(string=word[0], marks=run.marks | PROTECTED))
            start = word.end()
    return [*pieces, run._replace(string=run.string[start:])] if start < len(run.string) else pieces


def _is_mixed(word: str) -> bool:
    """Whether lowering all but the first letter of a word would spell it wrongly."""
    return any(character.isupper() for character in word[1:])


def _is_symbol(word: str, behind: str) -> bool:
    """Whether a word is a capital that stands for something (`X-ray`, `vitamin C`), no article or pronoun."""
    return len(word) == 1 and word.isupper() and (behind == "-" or word not in "AI")


def _shouted(title: str) -> bool:
    words = [word for word in _LETTERS.findall(title) if len(word) > 3 and word.lower() != word.upper()]
    return len(words) > 1 and all(word.isupper() for word in words)
