"""The names of what `check` and `audit` find, by which it is switched off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman import registry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

OF_READING = {
    "commented-entry": "An entry within a comment, which BibTeX would read all the same.",
    "control-character": "An invisible character that no list should hold.",
    "crossref-cycle": "Entries that take their fields from each other in a circle.",
    "duplicate-field": "A field that an entry has twice.",
    "encoding": "Bytes that are not UTF-8.",
    "missing-at": "What looks like an entry without its `@`, and is not read.",
    "missing-key": "An entry without a key.",
    "missing-parent": "A `crossref` or `xdata` to an entry that is not there.",
    "remark": "A remark within an entry, which BibTeX would stumble over.",
    "repeated-comma": "Commas in a row between fields.",
    "stray-at": "An `@` between entries that BibTeX would take for one.",
    "stray-brace": "A closing brace that closes nothing.",
    "stray-field": "A field outside of every entry, which is not read.",
    "undefined-macro": "A name without quotes that no `@string` defines.",
}
"""The warnings that reading the files gives."""

OF_THE_NET = {
    "corrected": "A work of which a correction was published.",
    "dead-link": "An address that leads nowhere.",
    "doi-alias": "A DOI that is another name of the one the record has.",
    "doi-not-found": "A DOI, or an arXiv identifier, that does not exist.",
    "doi-of-another-work": "A DOI whose record has another title and other authors.",
    "in-print": "A paper that waits for print in the store, and is printed.",
    "is-notice": "A record that is a notice about another work.",
    "published": "A preprint that was published.",
    "retracted": "A work that was retracted.",
}
"""What `pubman.audit` finds, and is asked for by `audit` and `check --online`."""

STALE = "stale-page"
"""The rule about pages, which is no rule about entries."""

ALL = "all"
"""Every name at once."""


def names() -> list[str]:
    """What can be switched off by name."""
    return sorted([*registry.names("rules"), *OF_READING, *OF_THE_NET, STALE])


def unknown(off: Collection[str]) -> str:
    """What is wrong with names that are switched off: the first that no rule has, or nothing."""
    known = [*names(), ALL]
    wrong = next((name for name in off if name not in known), None)
    return "" if wrong is None else said_of(wrong, known)


def said_of(name: str, known: Collection[str]) -> str:
    """What is wrong with a name that none of the known is; the nearest of them is suggested."""
    from pubman.options import did_you_mean

    if not name:
        return "this comment names no rule to switch off"
    return f'there is no rule "{name}" to switch off{did_you_mean(name, sorted(known))}'


def described() -> Iterator[tuple[str, str]]:
    """Every name that can be switched off, and what it is for."""
    for name in names():
        if name in OF_READING:
            yield name, OF_READING[name]
        elif name == STALE:
            yield name, "A page that is not what the .bib files give."
        elif name in OF_THE_NET:
            yield name, f"{OF_THE_NET[name]} (audit, check --online)"
        else:
            yield name, (registry.load("rules", name).__doc__ or "").strip().partition("\n")[0]
