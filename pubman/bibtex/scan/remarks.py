"""What stands between entries and should not: entries commented out, fields cut off, a lost `@`, merge conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman.bibtex.scan.faults import Fault
from pubman.bibtex.scan.grammar import NAME, compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = r"(?<![^\r\n])[ \t\ufeff]*+"
_KEY = r"[^\s,{}()=]++"
_TYPES = (
    "article|book|mvbook|inbook|booklet|collection|incollection|conference|proceedings|inproceedings|manual|mastersthesis|phdthesis|thesis|"
    "misc|online|electronic|www|patent|periodical|report|techreport|software|dataset|unpublished"
)

HIDDEN = rf"(?i)(?<![\w@])@\s*+(?!(?:string|preamble|comment)\b){NAME}\s*+[{{(]"
CONTROL = "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u061c\u200b\u2028-\u202e\u2060-\u2069\ufeff]"
MOST = 10_000
"""As many lines with control characters are looked for."""

LINE_END = r"[\r\n]"
CONFLICT = r"(?<![^\r\n])(?:<{7}|>{7})(?=[ \r\n]|\Z)"

CUT_OFF = rf"""([\s,}}]*+){NAME}\s*+=\s*+(?:["{{]|[0-9]++\s*+[,}}#]|{NAME}\s*+[,}}#])"""
STRAY_FIELD = rf"""{_LINE}{NAME}\s*+=\s*+["{{]"""
STRAY_BRACE = r"\s*+\}"
NO_AT = rf"{_LINE}([^\W\d]\w*+)\s*+\{{\s*+{_KEY}\s*+,\s*+{NAME}\s*+="
NO_TYPE = rf"{_LINE}@\s*+[{{(]\s*+{_KEY}\s*+,"
NO_OPENER = rf"(?i){_LINE}@\s*+({_TYPES})\s+{_KEY}\s*+,"


def hidden(text: str, start: int, end: int, where: str) -> Iterator[Fault]:
    """The entries within a comment: BibTeX, which has no comments, would print them."""
    for found in compiled(HIDDEN).finditer(text, start, end):
        head = " ".join(found[0].split())
        yield Fault(
            found.start(), "commented-entry", f"'{head}' is {where} and is not read; BibTeX would read it", "warning"
        )


def cut_off(text: str, start: int, end: int) -> int:
    """Where the text starts, if it goes on like the fields of the entry before it, else -1."""
    found = compiled(CUT_OFF).match(text, start, end)
    if not found:
        return -1
    lead = found[1]
    return start + len(lead) - len(lead.lstrip())


def only_punctuation(text: str, start: int, end: int) -> bool:
    """Whether there are but blanks and commas."""
    return not text[start:end].strip(", \t\r\n\f")


def stray(text: str, start: int, end: int) -> list[Fault]:
    """What in free text looks like a broken piece of BibTeX; of each kind the first is told."""
    faults = []
    if found := compiled(NO_TYPE).search(text, start, end):
        faults.append(Fault(text.index("@", found.start()), "syntax", "entry type expected after '@'"))
    if found := compiled(NO_OPENER).search(text, start, end):
        faults.append(Fault(text.index("@", found.start()), "syntax", f"'{{' expected after '@{found[1]}'"))
    if faults:
        return faults
    if found := compiled(NO_AT).search(text, start, end):
        message = f"'{found[1]}{{' looks like an entry without its '@'; it is not read"
        return [Fault(found.start(1), "missing-at", message, "warning")]
    if found := compiled(STRAY_FIELD).search(text, start, end):
        at = found.end() - len(found[0].lstrip())
        return [Fault(at, "stray-field", "text outside of every entry looks like a field; it is not read", "warning")]
    if found := compiled(STRAY_BRACE).match(text, start, end):
        return [Fault(found.end() - 1, "stray-brace", "a '}' that closes nothing", "warning")]
    return []


def controls(text: str) -> Iterator[Fault]:
    """Invisible characters that break a terminal, a page or the order of reading: the first of each line."""
    if text.isascii():
        data = text.encode("ascii")
        if len(data.translate(None, bytes([*range(9), 11, *range(14, 32), 127]))) == len(data):
            return
    at = 1 if text.startswith("\ufeff") else 0
    for _ in range(MOST):
        if not (found := compiled(CONTROL).search(text, at)):
            return
        message = f"control character U+{ord(found[0]):04X}; it is left out of lists"
        yield Fault(found.start(), "control-character", message, "warning")
        if not (end := compiled(LINE_END).search(text, found.end())):
            return
        at = end.start()


def conflicts(text: str) -> list[Fault]:
    """The markers that a merge left behind."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return []
    found = [*compiled(CONFLICT).finditer(text)]
    opening = [each for each in found if each[0] == "<<<<<<<"] or found
    message = "merge conflict marker; settle the conflict first"
    return [Fault(each.start(), "conflict", message) for each in opening]
