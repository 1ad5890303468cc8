"""Titles that many works have, which say nothing without a volume and a page."""

from __future__ import annotations

import re
from functools import lru_cache

_BEFORE = (
    "guest|the|an?|special|issue|brief|short|general|editors?|opening|closing|concluding|final|welcome|book|author|subject"
    "|front|back|table|title|program|programme|organizing|poster|invited|call|meeting|list|of|for|in this"
)
_NOUN = (
    "introduction|editorials?|preface|foreword|conclusions?|comments?|commentary|discussion|reply|response|rejoinder"
    "|abstracts?|summary|news|notes?|letters?|remarks?|overview|contents|index|appendix|errat(?:um|a)|corrigend(?:um|a)"
    "|correction|obituary|announcements?|acknowledge?ments?|bibliography|references|prologue|epilogue|afterword"
    "|perspectives?|viewpoint|opinion|matter|frontmatter|backmatter|cover|masthead|reviews?|information|board|reviewers"
    "|message|about|contributors|committees?|untitled|no title|page|papers|calendar|report|session|panel|keynotes?|talk"
    "|einleitung|vorwort|einfuhrung|avant propos|prologo|introduccion|presentacion|editoriale|premessa"
)
_BEHIND = (
    "to|from|by|on|of|for|and|the|this|special|issue|section|editors?|guest|volume|board|notes?|page|information|chairs?"
    "|president|authors?"
)


@lru_cache(1)
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_BEFORE}) )*(?:{_NOUN})(?: (?:{_BEHIND}))*")


def is_generic(words: str) -> bool:
    """Whether a title, folded and of single blanks, is one of those."""
    return len(words) < 80 and _pattern().fullmatch(words) is not None
