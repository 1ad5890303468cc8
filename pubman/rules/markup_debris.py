"""HTML tags, MathML or character entities in a text: what a web page or a publisher's record left behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.rules import Bibliography, Finding
from pubman.rules._text import PRINTED, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTITY = re.compile(r"\\?&(?:amp;)*(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(
    r"</?(?:(?:jats|mml|xhtml|m|inline-formula|tex-math|alternatives|math|mrow|msup|msub|mi|mo|mn)(?::[a-z-]+)?|i|em|italic|b|strong|bold|sub|sup|scp|sc|"
    r"span|p|br|div|a|u|tt|title|sec)(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)


def check(bib: Bibliography) -> Iterator[Finding]:
    """The fields a reader sees; the first piece of each."""
    for entry, name, value in bib.own(PRINTED):
        if "&" in value and ";" in value and (found := _entity(value)):
            yield Finding(entry, name, f"the entity {quoted(found)} of HTML")
        elif "<" in value and (tag := _TAG.search(value)) and not _in_math(value, tag.start()):
            yield Finding(entry, name, f"the tag {quoted(tag[0])} of HTML or XML")


def _entity(value: str) -> str:
    from html.entities import html5

    for found in _ENTITY.finditer(value):
        if found[1].startswith("#") or f"{found[1]};" in html5:
            return found[0]
    return ""


def _in_math(value: str, at: int) -> bool:
    """Whether a `<` is a relation: `$a<b>c$`."""
    return value.count("$", 0, at) % 2 == 1
