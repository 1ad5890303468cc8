"""Volumes, numbers and pages as they are printed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pubman.bibtex import latex

if TYPE_CHECKING:
    from pubman.bibtex.read.fields import Fields

ARTICLE_NUMBER = ("eid", "articleno", "article-number", "articlenumber", "article_number")
PAGES = frozenset(["pages", "page", *ARTICLE_NUMBER])

_LEAD = re.compile(r"^(?:vol(?:ume)?|no|num(?:ber)?|iss(?:ue)?|pages?|pp?)\b\.?\s*", re.IGNORECASE)
_OF_VOLUME = re.compile(r" vol\. ?\d+$|^\d+\s*(?:pp?\.|pages\b)[\s.–-]*$", re.IGNORECASE)
"""What older exports of IEEE Xplore have beside the pages (`1-5 vol.2`), or instead of them (`5 pp.`)."""
_RANGE = re.compile(r"(\d+)(?:-{1,3}|–)(\d+)")
_DASH = re.compile(r"\s*[-−‐‑]+\s*")
_LONG_DASH = re.compile(r"\s*(?:[–—]+|--+)\s*")
"""Where the dashes of a range are long, a hyphen is part of a page number (`II-12--II-15`)."""
_TWO_NUMBERS = re.compile(r"\d+\s*[-–—]+\s*\d+")
_SHORTENED = re.compile(r"(?<![\d:.])([A-Z]?)(\d{1,12})–(\d{1,12})(?![\d:.])")
_LIKE_ARTICLE_NUMBER = re.compile(
    r"e\d{3,}|[a-z]?\d{6,}|[a-z]{4}\d{3,4}|\d{5,6}[a-z]|0\d{4,}|art(?:icle|\.)?\s*(?:no\.?|number|id)?\s*([a-z]?\d+)",
    re.IGNORECASE,
)
_OF_ARTICLE = re.compile(r"[\s(\[]*art(?:icle|\.)? ?(?:no\.?|number|id):? ?([A-Z]*\d[\w.–-]*?)[)\].\s]*", re.IGNORECASE)
_EXTENT = re.compile(r" \(\d+ ?(?:pages?|pp\.?)\)$", re.IGNORECASE)
"""How long an article is, beside its number: `021105 (3 pages)`."""
_NO_PAGE = frozenset(["n/a", "na", "-", "–", "n/a–n/a", "", "1–1", "0", "0–0", "?", "??", "xx–xx", "null–null"])


@lru_cache(maxsize=4096)
def counted(string: str) -> str:
    """A volume or an issue as given, an en dash between two numbers: `5-6` becomes `5–6`, `ED-11` stays."""
    if string.isalnum():
        return string
    string = _LEAD.sub("", string.strip())
    return _LONG_DASH.sub("–", _DASH.sub("–", string)) if _TWO_NUMBERS.fullmatch(string) else string


def pages(fields: Fields) -> tuple[str, str]:
    """The pages and the article number; a single `page` that can only be an article number is one."""
    tex = fields.tex("pages", "page")
    found = _RANGE.fullmatch(tex)
    if found and len(found[1]) <= len(found[2]) and found[1] != found[2]:
        page = f"{found[1]}–{found[2]}"
    else:
        page = _pages(latex.plain(tex))
    number = fields.string(*ARTICLE_NUMBER)
    if number and (found := _OF_ARTICLE.fullmatch(number)):
        number = found[1]
    if not number and page[:1] in "Aa" and (found := _OF_ARTICLE.fullmatch(page)):
        return "", found[1]
    if not number and page[-1:] == ")" and (extent := _EXTENT.search(page)):
        page = page[: extent.start()]
        return (page, "") if "–" in page else ("", page)
    if not number and (found := _LIKE_ARTICLE_NUMBER.fullmatch(page)):
        return "", found[1] or page
    return "" if page == number else page, number


def noted_article_number(fields: Fields) -> str:
    """The article number of `note = {Art. no. 1234}`, or nothing."""
    found = _OF_ARTICLE.fullmatch(fields.string("note"))
    return found[1] if found else ""


def _pages(string: str) -> str:
    """Ranges with an en dash and in full, parts with a comma; nothing for a placeholder."""
    if " " in string:
        string = _OF_VOLUME.sub("", string)
    string = _LEAD.sub("", string.strip(" ,;."))
    string = (_LONG_DASH if "–" in string or "--" in string or "—" in string else _DASH).sub("–", string)
    if string.lower() in _NO_PAGE:
        return ""
    string = _SHORTENED.sub(_in_full, string)
    return re.sub(r"\s*[,;]\s*", ", ", string)


def _in_full(match: re.Match[str]) -> str:
    """A range whose end leaves out leading digits (`115–7`, `E115–7`) with all of them."""
    letter, first, last = match.groups()
    if first == last:
        return letter + first
    if len(last) < len(first) and int(first[-len(last) :]) < int(last):
        last = letter + first[: -len(last)] + last
    return f"{letter}{first}–{last}"
