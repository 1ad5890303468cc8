"""A value between what it says and how it stands in a file: delimiters, macros, the characters the file can hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex.entry import MACROS
from pubman.bibtex.scan import grammar
from pubman.bibtex.write import escape
from pubman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pubman.bibtex.edit.habits import Habits
    from pubman.bibtex.scan.source import Field, Source

_FOREIGN = re.compile("[\udc80-\udcff]")
_BRACE = re.compile(r"[{}]")


def written(layout: Habits, name: str, value: str, was: str, macros: Mapping[str, str]) -> str:
    """The value with the delimiters it had (`was`, a kind of `Field`), else those of the fields around.

    It is a macro where it was one and names one of `macros`, or is the name of a month in `month`.
    """
    if was in ("brace", "concatenation"):
        return f"{{{value}}}"
    if was == "quote":
        return layout._replace(quote=True, bare=False).delimited(value)
    if was == "number":
        return layout._replace(bare=True).delimited(value)
    month = name.lower() == "month" and value.lower() in MACROS
    return value if month or (was == "macro" and value.lower() in macros) else layout.delimited(value)


def meaning(source: Source, field: Field, macros: Mapping[str, str]) -> str:
    """A value without delimiters, its macros expanded; one that is not defined is its name."""
    strings = []
    for kind, start, end in field.parts:
        string = source.text[start:end]
        known = macros.get(string.lower(), string) if kind == "macro" else string
        strings.append(string[1:-1] if kind in ("brace", "quote") else known)
    return "".join(strings)


def encodable(source: Source, value: str) -> str:
    """The value in the characters the file can hold: in one that is not UTF-8, TeX's names for others than ASCII.

    Raises InputError for a character that has no such name.
    """
    if value.isascii() or not is_foreign(source):
        return value
    try:
        return escape.ascii_tex(value)
    except InputError as error:
        raise unfit(source, error) from None


def unfit(source: Source, error: InputError) -> InputError:
    """What to raise for a character without a TeX name in a file that is not UTF-8."""
    message = f"{source.file}: {error.message}, and the file is not UTF-8; nothing was written"
    return InputError(message, hint="save the file as UTF-8 first")


def is_foreign(source: Source) -> bool:
    """Whether the file holds bytes that are not UTF-8."""
    return not source.text.isascii() and _FOREIGN.search(source.text) is not None


def balanced(value: str) -> bool:
    r"""Whether every brace has its partner; for BibTeX `\{` is a brace like any other."""
    depth = 0
    for brace in _BRACE.findall(value):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def is_name(name: str) -> bool:
    """Whether a field can be called so."""
    return re.fullmatch(grammar.NAME, name) is not None
