"""The blocks of a page, or everything that is wrong with its markers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from pubman import options
from pubman.errors import InputError, Problem
from pubman.page.lines import lines
from pubman.page.markers import Marker, MarkerError, Token, marker, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pubman.page.lines import Line


class Block(NamedTuple):
    """A block of a page: `options` by the fields of `Options`; spans are places in the text of the page."""

    name: str
    options: Mapping[str, Any]
    line: int
    form: str
    """`comment` or, for `[//]: # (...)`, `definition`."""
    marker: tuple[int, int]
    """The start marker, without its line's ending."""
    body: tuple[int, int]
    """What stands between the two marker lines."""


def blocks(text: str, file: str) -> list[Block]:
    """The blocks of a page, in order.

    Raises InputError with a problem for every faulty marker and option at once, or when the page has no block.
    """
    reading = Reading(text, file)
    found = reading.blocks()
    if reading.problems:
        count = len(reading.problems)
        faults = "a fault" if count == 1 else f"{count} faults"
        raise InputError(
            f"{file}: {faults} in the markers; the page was left as it is",
            hint="mend the lines named above",
            problems=reading.problems,
        )
    if not found:
        within = f" (the markers in the {reading.within} are text)" if reading.within else ""
        raise InputError(
            f"{file}: no block for a list{within}",
            hint=f"<!-- pubman:start --> and <!-- pubman:end -->, each on its own line, or: pubman init --page {file}",
            problems=[Problem(file, 0, 0, "marker", "error", f"no pubman:start and pubman:end{within}")],
        )
    return found


class Reading:
    """One reading of a page: `blocks` returns those that are whole, `problems` are what is wrong.

    `within` tells where the first markers stand that are text.
    """

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.problems: list[Problem] = []
        self.within = ""

    def blocks(self) -> list[Block]:
        """The outermost pairs of markers."""
        found: list[Block] = []
        started: list[Marker] = []
        strays: list[Marker] = []
        for each in self._markers():
            if each.kind == "start":
                if started:
                    self._fault(each.line, each.start, f"a block inside the block of line {started[-1].line.number}")
                started.append(each)
            elif not started:
                strays.append(each)
            else:
                opening = started.pop()
                if not started:
                    found.append(self._block(opening, each))
        for each in strays:
            after = next((start for start in started if start.line.number > each.line.number), None)
            place = f"; the one in line {after.line.number} comes after it" if after else ""
            self._fault(each.line, each.start, f"pubman:end without a pubman:start before it{place}")
        for each in started:
            self._fault(each.line, each.start, "pubman:start without a pubman:end after it")
        self.problems.sort(key=lambda problem: (problem.line, problem.column))
        return found

    def _markers(self) -> Iterator[Marker]:
        for line in lines(self.text, "pubman"):
            try:
                found = marker(line)
                if found and line.within:
                    self.within = self.within or line.within
                elif found:
                    yield found
            except MarkerError as error:
                if not line.within:
                    self._fault(line, error.place, str(error))

    def _block(self, opening: Marker, closing: Marker) -> Block:
        if closing.words.strip():
            self._fault(closing.line, closing.start, f'pubman:end takes nothing, not "{closing.words.strip()}"')
        name, read = "", dict[str, Any]()
        try:
            for token in tokens(opening):
                if token.value is None and not name and not read and token.name not in options.OF_BLOCK:
                    name = token.name
                else:
                    self._option(token, opening.line, read)
        except MarkerError as error:
            self._fault(opening.line, error.place, str(error))
        start = opening.end + len(re.compile(r"[ \t]*(?:\r\n?|\n)").match(self.text, opening.end)[0])  # type: ignore[index]
        body = (start, closing.line.start)
        return Block(name, read, opening.line.number, opening.form, (opening.start, opening.end), body)

    def _option(self, token: Token, line: Line, read: dict[str, Any]) -> None:
        if token.value is None:
            said = (
                f'"{token.name}" is no option=value: a value with blanks is quoted, and a name of the block comes first'
            )
            self._fault(line, token.start, said)
            return
        try:
            field, value = options.read(token.name, token.value, options.OF_BLOCK)
        except options.OptionError as error:
            self._fault(line, token.start, str(error), "option")
            return
        if field in read:
            self._fault(line, token.start, f'option "{token.name}" is given twice', "option")
        read[field] = value

    def _fault(self, line: Line, place: int, message: str, rule: str = "marker") -> None:
        column = place - line.start + 1
        self.problems.append(Problem(self.file, line.number, column, rule, "error", message, line.text))
