"""One escaping for every host: a character that means something to Markdown, HTML or a template is an entity.

Decimal references read alike in CommonMark and GFM, kramdown, goldmark, Python-Markdown and pandoc, and hide their
character from Liquid, Jinja and Hugo's shortcodes.
"""

from __future__ import annotations

import re

_ALWAYS = "!\"#$%&'*<>@\\[\\\\\\]^_`{|}~"
_active = re.compile(f"[{_ALWAYS}]").search
_SIGN = r"(?i)\((?:c|r|p|tm)\)"
_ACTIVE = (
    f"[{_ALWAYS}]"
    # Typographers make dashes, an ellipsis and signs of these; `++` and `==` mark text in some dialects.
    r"|(?<=[-+])-|(?<=\+)\+|(?<==)=|(?<=\.)\.|(?<=,),|(?<=\?)\?|\((?=(?i:c|r|p|tm)\))"
    # A bare address becomes a link, `:word:` an emoji.
    r"|:(?=//)|(?<=(?i:www))\.|:(?=[\w+-]+:)"
)
_STARTS = frozenset("-+:=0123456789")
_BLOCK = r"(?:[-+:=]|[0-9]+[.)])(?= |$)"


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def escape(string: str) -> str:
    """The string as Markdown or HTML that shows just these characters, anywhere but at the start of a block."""
    if (
        _active(string)
        or "--" in string
        or "+-" in string
        or "++" in string
        or "==" in string
        or ".." in string
        or ",," in string
        or "??" in string
        or "://" in string
        or "www." in string
        or "WWW." in string
        or string.count(":") > 1
        or ("(" in string and re.search(_SIGN, string))
    ):
        return re.sub(_ACTIVE, _entity, string)
    return string


def start(escaped: str) -> str:
    """An escaped text that may begin a block: it begins no list, heading, definition or rule."""
    if escaped[:1] in _STARTS and (found := re.match(_BLOCK, escaped)):
        last = found.end() - 1
        return f"{escaped[:last]}&#{ord(escaped[last])};{escaped[last + 1 :]}"
    return escaped
