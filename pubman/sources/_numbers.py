"""Volume, issue, pages and article number of a record, without what only fills a place."""

from __future__ import annotations

import re
from typing import NamedTuple

from pubman.sources import _markup

_AHEAD = re.compile(
    r"(?:(?:e-?)?pub(?:lish(?:ed)?)?|online|articles?)?[\s-]*(?:ahead|in advance)[\s-]*of[\s-]*(?:print|publication)"
    r"|early access|online first|first online|in press|PP(?:\s?\(99\))?|advance access|just accepted|accepted",
    re.IGNORECASE,
)
_FIRST = "1-1"
"""The pages of what has no place yet, and of many a record that knows none."""
_NONE = frozenset([_FIRST, *"0 00 000 0-0 n/a-n/a na-na no-no xx-xx ???-??? -- - null-null 1-1-1 a-a".split()])
_DASH = re.compile(r"\s*[-−‐‑–—]+\s*")
_ONE_RANGE = re.compile(r"([A-Za-z]{0,3})(\d{1,12})([a-z]?)–([A-Za-z]{0,3})(\d{1,12})([a-z]?)", re.ASCII)
_TWICE = re.compile(r"(\w+-\w+)-\1")
"""What publishers give as a range from itself to itself, with a hyphen of its own: the number of an article."""
_ODD = re.compile(r"\w+-\w+-\w+")
_ARTICLE = re.compile(r"e\d{3,}|[a-zA-Z]?\d{6,}|0\d{4,}", re.ASCII)
_LEAD = re.compile(r"(?:vol(?:ume)?|no|nr|num(?:ber)?|issue|iss|pp?|pages?)\b[.:]?\s*(?=[A-Za-z]?\d)", re.IGNORECASE)


class Numbers(NamedTuple):
    """What places an article; `ahead` where the record says that it has no place yet."""

    volume: str = ""
    issue: str = ""
    page: str = ""
    article_number: str = ""
    ahead: bool = False
    warning: str = ""


def read(volume: str, issue: str, page: str, article_number: str) -> Numbers:
    """The four as they are printed: ranges in full with an en dash, a page that is an article number as one."""
    ahead = bool(_AHEAD.fullmatch(volume) or _AHEAD.fullmatch(issue) or _AHEAD.fullmatch(page))
    ahead = ahead or (not volume and _DASH.sub("-", page) == _FIRST)
    volume, issue = _counted(volume), _counted(issue)
    if ahead and issue == "99":
        issue = ""
    page = "" if _AHEAD.fullmatch(page) else page
    article_number = "" if article_number.lower() in _NONE else article_number
    if identifier := _TWICE.fullmatch(page):
        page, article_number = "", article_number or identifier[1]
    odd = bool(_ODD.fullmatch(page))
    page = pages(page)
    if not article_number and _ARTICLE.fullmatch(page):
        page, article_number = "", page
    if page == article_number:
        page = ""
    warning = f'the pages "{page}" are unclear, kept so' if odd and page else ""
    return Numbers(volume, issue, page, article_number, ahead, warning)


def _counted(string: str) -> str:
    if not string or _AHEAD.fullmatch(string) or string in ("0", "00", "-"):
        return ""
    if string.isalnum():
        return string
    string = _LEAD.sub("", string, count=1) if _LEAD.match(string) else string
    halves = _DASH.split(string)
    if len(halves) == 2 and all(half.isdigit() for half in halves):
        return halves[0] if halves[0] == halves[1] else "–".join(halves)
    return string


def pages(string: str) -> str:
    """Pages as printed: `776–779` for `776-9`, `346` for `346-346`, `8, 11` for `8-8, 11`; nothing for `1-1`."""
    if string.isdigit():
        return "" if string.strip("0") == "" else string
    string = _LEAD.sub("", string, count=1).strip(" .,;") if _LEAD.match(string) else string.strip(" .,;")
    if _DASH.sub("-", string).lower() in _NONE:
        return ""
    return ", ".join(filter(None, (_range(part) for part in re.split(r"\s*[,;]\s*", string))))


def _range(string: str) -> str:
    parts = _DASH.split(string.strip())
    if len(parts) == 1:
        return string.strip()
    if len(parts) % 2 == 0:
        half = len(parts) // 2
        first, last = "-".join(parts[:half]), "-".join(parts[half:])
        if first == last and half == 1:
            return first
        if all(parts):
            return _in_full(f"{first}–{last}") if half == 1 else f"{first}–{last}"
    return string.strip()


def _in_full(string: str) -> str:
    """A range whose end leaves out what it shares with its beginning, with all of it: `E550–6`, `E550–E556`."""
    found = _ONE_RANGE.fullmatch(string)
    if not found:
        return string
    prefix, first, behind, second_prefix, last, last_behind = found.groups()
    if second_prefix not in ("", prefix) or behind != last_behind:
        return string
    if len(last) < len(first) and int(first[-len(last) :]) < int(last):
        last = first[: -len(last)] + last
    elif len(last) < len(first):
        return string
    if first == last:
        return f"{prefix}{first}{behind}"
    return f"{prefix}{first}{behind}–{prefix}{last}{last_behind}"


def edition(string: str) -> str:
    """`1` for `1/e`, `1st` as it is; nothing for 0."""
    string = _markup.words(string)
    found = re.fullmatch(r"(\d{1,3})(?:/e|\.|e)?", string, re.IGNORECASE)
    return (found[1].lstrip("0") if found else string)[:100]
