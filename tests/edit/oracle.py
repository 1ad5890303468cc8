"""Random .bib files in many habits, and pybtex's reading of them, which knows nothing of pubman."""

from __future__ import annotations

from typing import TypeAlias

from hypothesis import strategies as st
from pybtex.database.input.bibtex import LowLevelParser

File: TypeAlias = tuple[str, list[str]]
Read: TypeAlias = list[tuple[str, str, list[tuple[str, str]]]]

WORDS = "alpha Beta {Gamma} \\'e $x_1$ 10 A&B 50\\% {\\\"o}".split()
values = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
MONTHS = {"jan": "January"}


@st.composite
def _entry(draw: st.DrawFn, key: str, eol: str) -> str:
    names = draw(st.lists(st.sampled_from(["author", "title", "year", "note", "journal"]), unique=True, max_size=4))
    opener, closer = draw(st.sampled_from(["{}", "()"])) if names else "{}"
    lines = draw(st.sampled_from(["each", "one", "first"]))
    indent = draw(st.sampled_from(["", "  ", "\t", "      "]))
    equals = draw(st.sampled_from(["=", " = ", " =", "= ", "\t=\t"]))
    aligned = draw(st.booleans()) and equals == " = "
    written = []
    for name in names:
        value = draw(values)
        forms = [f"{{{value}}}", f'"{value}"', f'{{{value}}} # "x"', "jan"]
        padded = name.ljust(8) if aligned else name
        written.append(padded + equals + (draw(st.sampled_from(forms)) if name != "year" else "2020"))
    separator = {"each": f",{eol}{indent}", "one": ", ", "first": f"{eol}{indent}, "}[lines]
    trailing = draw(st.sampled_from(["", ",", " ", " , "])) if lines != "first" and written else ""
    end = eol if lines != "one" else ""
    return f"@misc{opener}{key}" + "".join(separator + each for each in written) + trailing + end + closer


@st.composite
def files(draw: st.DrawFn) -> File:
    """A file and the keys of its entries."""
    keys = [f"key{number}" for number in range(draw(st.integers(1, 4)))]
    eol = draw(st.sampled_from(["\n", "\r\n"]))
    between = st.sampled_from([eol, eol * 2, f"{eol}free text{eol}", f"{eol}@string{{x = {{y}}}}{eol}", " "])
    parts = [draw(st.sampled_from(["", eol, f"words{eol}"]))]
    for key in keys:
        parts += draw(_entry(key, eol)), draw(between)
    parts[-1] = draw(st.sampled_from(["", eol, eol * 2]))
    return "".join(parts), keys


def read(text: str) -> Read:
    """The entries as pybtex's low-level parser reads them."""
    found = []
    for type_, content in LowLevelParser(text.removeprefix("\ufeff"), macros=dict(MONTHS)):
        if type_ not in ("string", "preamble"):
            key, fields = content
            found.append((type_, key, [(name, "".join(parts)) for name, parts in fields]))
    return found


def with_field(before: Read, key: str, name: str, value: str) -> Read:
    """The same reading with one field set."""
    wanted = []
    for type_, each, fields in before:
        if each == key and name in dict(fields):
            fields = [(one, value if one == name else old) for one, old in fields]
        elif each == key:
            fields = [*fields, (name, value)]
        wanted.append((type_, each, fields))
    return wanted


def difference(old: str, new: str) -> tuple[int, int]:
    """The stretch of the old text that is another in the new one."""
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    same = 0
    while same < min(len(old), len(new)) - start and old[-1 - same] == new[-1 - same]:
        same += 1
    return start, len(old) - same
