"""How a reference ends: date, DOI or address, final period (IEEE Reference Guide, "Style": DOI, online sources).

A DOI is printed alone. An address ends the reference without a period, with the day it was looked at before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pubman import identifiers
from pubman.styles.ieee import dates
from pubman.styles.ieee.punctuation import NO_DATE, Part, commas, sentences, spaced, stopped
from pubman.text import Run
from pubman.work import UNDATED

if TYPE_CHECKING:
    from collections.abc import Callable

    from pubman.text import Text
    from pubman.work import Date, Work


def in_commas(work: Work, *parts: Part) -> Text:
    """A whole paper-like reference."""
    if work.DOI:
        return (*commas(*parts, doi(work)), Run("."))
    body = commas(*parts)
    return spaced(stopped(body), address(work)) if work.URL else stopped(body)


def in_sentences(work: Work, *parts: Part, medium: str = "[Online]") -> Text:
    """A whole web-like reference."""
    if work.URL and not work.DOI:
        return spaced(stopped(sentences(*parts)), address(work, medium))
    return stopped(sentences(*parts, doi(work)))


def doi(work: Work) -> Text:
    """`doi: 10.1109/…`, the DOI a link."""
    return (Run("doi: "), Run(work.DOI, 0, identifiers.doi_url(work.DOI))) if work.DOI else ()


def address(work: Work, medium: str = "[Online]") -> Text:
    """`Accessed: Jun. 5, 2020. [Online]. Available: https://…`, the address a link."""
    seen = f"Accessed: {dates.full(work.accessed)}. " if work.accessed != UNDATED else ""
    shown = f"{medium}. " if medium else ""
    return (Run(f"{seen}{shown}Available: "), Run(work.URL, 0, identifiers.safe_url(work.URL)))


def dated(work: Work, form: Callable[[Date], str]) -> Part:
    """The date of issue in a form of `dates`; `(n.d.)` for a work that shows neither this nor when it was looked at."""
    return form(work.issued) or ("" if is_seen(work) else NO_DATE)


def in_parentheses(date: Part) -> Part:
    """`(2011)`; `(n.d.)` has its parentheses already."""
    return f"({date})" if isinstance(date, str) and date else date


def is_seen(work: Work) -> bool:
    """Whether the reference tells when the work was looked at."""
    return work.accessed != UNDATED and bool(work.URL) and not work.DOI
