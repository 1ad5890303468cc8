"""The markers: `<!-- pubman:start [name] [option=value ...] -->` and `<!-- pubman:end -->`, or in `[//]: # (...)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.page.lines import Line

_LIKE = re.compile(
    r"""[ ]{0,3}(?:(?P<comment><!--+)|\[//\]:[ \t]*\#[ \t]*(?P<quote>[("']))
    [ \t]*(?P<word>pubman[ \t]*(?P<colon>[:_-]?)[ \t]*(?P<what>\w+))(?P<rest>.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_AMID = r"(?i)(?:<!--+|\[//\]:[ \t]*#[ \t]*[(\"'])[ \t]*pubman:(?:start|end)\b"
_TOKEN = re.compile(r"""\s*([^\s="']*)(=?)("[^"]*"|'[^']*'|[^\s"']\S*|)(?=\s|$)""")
_KINDS = {"start", "begin", "end", "stop", "finish", "close"}


class Token(NamedTuple):
    """A word of a marker, or an option with its value; `start` and `end` are places in the page."""

    name: str
    value: str | None
    start: int
    end: int


class Marker(NamedTuple):
    """A marker line: which one, in which form, where, and where the words after `pubman:start` are."""

    kind: str
    form: str
    line: Line
    start: int
    end: int
    words: str
    words_start: int


class MarkerError(ValueError):
    """A marker line that cannot be read: what is wrong with it, and the place in the page."""

    def __init__(self, message: str, place: int) -> None:
        super().__init__(message)
        self.place = place


def marker(line: Line) -> Marker | None:
    """The marker that a line is, or nothing; raises MarkerError for one that is almost a marker."""
    found = _LIKE.match(line.text)
    if found is None:
        amid = re.search(_AMID, line.text) if "pubman:" in line.text.lower() else None
        if amid and not line.text.startswith(("    ", "\t")) and not _is_code(line.text, amid.start()):
            raise MarkerError("a marker stands alone on its line", line.start + amid.start())
        return None
    place = line.start + found.start("word")
    _refuse_misspelt(found, place)
    if found["what"] not in ("start", "end"):
        return None
    if found["comment"] not in (None, "<!--") or found["quote"] not in (None, "("):
        raise MarkerError(f'write it as "<!-- {found["word"]} -->" or "[//]: # ({found["word"]})"', place)
    rest = found["rest"].rstrip()
    form, closing = ("comment", "-->") if found["comment"] else ("definition", ")")
    before, closed, after = rest.partition(closing) if form == "comment" else rest.rpartition(closing)
    if not closed:
        raise MarkerError(f'a marker ends on its own line, with "{closing}"', place)
    if after:
        raise MarkerError("a marker stands alone on its line", place)
    if form == "definition" and (sign := re.search(r"[()\\]", before)):
        raise MarkerError(f'"{sign[0]}" cannot stand in [//]: # (...): write it as <!-- {found["word"]} ... -->', place)
    start = line.start + len(line.text) - len(line.text.lstrip(" "))
    end = line.start + found.start("rest") + len(before) + len(closing)
    return Marker(found["what"], form, line, start, end, before, line.start + found.start("rest"))


def _is_code(row: str, place: int) -> bool:
    """Whether a place of a row is escaped or in a code span (CommonMark 0.31.2, section 6.1)."""
    if row[:place].endswith("\\"):
        return True
    runs = [(run.start(), len(run[0])) for run in re.finditer("`+", row)]
    last = {length: start for start, length in runs}
    open_run = 0
    for start, length in runs:
        if start > place:
            break
        if not open_run and last[length] > start:
            open_run = length
        elif length == open_run:
            open_run = 0
    return open_run > 0


def _refuse_misspelt(found: re.Match[str], place: int) -> None:
    word, what = found["word"], found["what"]
    if word in ("pubman:start", "pubman:end"):
        return
    kind = what.lower()
    if found["colon"] == ":" or kind in _KINDS:
        near = "pubman:end" if kind in ("stop", "finish", "close") or kind.startswith("e") else "pubman:start"
        raise MarkerError(f'there is no marker "{word}" (did you mean "{near}"?)', place)


def tokens(marker: Marker) -> Iterator[Token]:
    """The words and options of a start marker; raises MarkerError where they cannot be told apart."""
    text, at = marker.words.rstrip(), 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found or (found[3] and not found[2]):
            rest = text[at:].lstrip()
            place = marker.words_start + len(text) - len(rest)
            raise MarkerError(f'cannot read "{rest[:40]}": a quote is open, or touches the next word', place)
        place, at = marker.words_start + found.start(1), found.end()
        name, equals, value = found.groups()
        if not equals:
            yield Token(name, None, place, marker.words_start + at)
        else:
            quoted = value[:1] in ("'", '"') and value
            yield Token(name, value[1:-1] if quoted else value, place, marker.words_start + at)
