"""What speaks for and against a candidate, and what follows for all candidates of an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.queries import Found


EQUAL = 0.95
"""From here on titles count as equal."""


class Evidence(NamedTuple):
    """How a candidate compares with an entry.

    `title` and `authors` are 0 to 1, 1 for what counts as equal; `year` is the record's less the entry's, by the date
    of the record that is nearest, None when either has none; `type` is whether the kinds of work can be the same;
    `container` is 0 to 1, None when either has none; `numbers` are those that both have (`volume`, `page`), and whether
    they agree. `vetoes` say why a candidate is refused however well the rest agrees, `lacks` which rules it does not
    meet, and `notes` say in words what was found (`title`, `the same but for small words`).
    """

    title: float
    authors: float
    year: int | None
    type: bool
    vetoes: tuple[str, ...] = ()
    container: float | None = None
    numbers: tuple[tuple[str, bool], ...] = ()
    lacks: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    exact: bool = True
    """Whether the titles are the same, and not one of them shorter."""
    open: bool = False
    """Whether nothing speaks against it, though too much is not said."""

    @property
    def passes(self) -> bool:
        """Whether the candidate is the entry's work as far as it can be told without looking at the others."""
        return not self.vetoes and not self.lacks

    @property
    def near(self) -> bool:
        """Whether a person should look at it: the title is the same, and one rule alone is not met, or it is open."""
        if self.vetoes or self.title < EQUAL:
            return False
        return self.open or (len(self.lacks) < 2 and self.authors > 0)

    def lines(self) -> list[str]:
        """The evidence for a reader, one line each: what is compared, how alike it is, and in words."""
        return [f"{name:<9} {said}".rstrip() for name, said in self._said()]

    def _said(self) -> Iterator[tuple[str, str]]:
        notes = dict(self.notes)
        yield "title", _line(f"{self.title:.2f}", notes.get("title", ""))
        yield "authors", _line(f"{self.authors:.2f}", notes.get("authors", ""))
        yield "year", _year(self.year)
        yield "type", _line("can be" if self.type else "differs", notes.get("type", ""))
        if self.container is not None:
            yield "container", _line(f"{self.container:.2f}", notes.get("container", ""))
        for name, agrees in self.numbers:
            yield name, "agrees" if agrees else "differs"
        for veto in self.vetoes:
            yield "veto", veto
        for lack in self.lacks:
            yield "but", lack

    def as_json(self) -> dict[str, Any]:
        """The evidence as `--json` prints it."""
        return {
            "title": self.title,
            "authors": self.authors,
            "year": self.year,
            "type": self.type,
            "container": self.container,
            "numbers": dict(self.numbers),
            "vetoes": [*self.vetoes],
            "lacks": [*self.lacks],
        }


class Verdict(NamedTuple):
    """What follows for an entry: `best` is the one candidate that matched; `judged` are all, the best first.

    - `matched`: exactly one candidate meets all rules
    - `ambiguous`: several do, or one that a person should look at misses a single rule
    - `no-match`: none comes near
    """

    status: Literal["matched", "ambiguous", "no-match"]
    best: Found | None = None
    judged: tuple[tuple[Found, Evidence], ...] = ()


def _line(value: str, note: str) -> str:
    return f"{value}  {note}" if note else value


def _year(years: int | None) -> str:
    if years is None:
        return "unknown"
    return "the same" if not years else f"{years:+d}"
