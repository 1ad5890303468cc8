"""What an entry is by its fields, where BibTeX's type tells little: `@misc`, and articles that are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex.read import event, online, patent

if TYPE_CHECKING:
    from pubman.bibtex.read.fields import Fields

_ARCHIVES = frozenset(
    ["dryad", "figshare", "pangaea", "icpsr", "mendeley data", "harvard dataverse", "ieee dataport", "physionet"]
)
"""Publishers of data sets and little else."""

_COUNTED = frozenset(["volume", "number", "issue", "pages", "eid"])
"""Without any of these, the journal of a `@misc` with an address is what Zotero calls a site."""

_FORGES = frozenset(["github", "github repository", "gitlab", "gitlab repository", "bitbucket", "sourceforge"])
"""Publishers of software; of some, users make a journal."""

_NEWSPAPERS = frozenset(
    "associated press|bbc news|cbs news|chicago tribune|cnn|financial times|guardian|independent|los angeles times"
    "|nbc news|new york times|reuters|usa today|wall street journal|washington post".split("|")
)
_BLOG = re.compile(r"blog\b", re.IGNORECASE)
_MEDIUM = re.compile(
    r"[\[(]?(?:(?P<speech>(?:power ?point |lecture |course )?slides|(?:lecture|class|course) notes)"
    r"|(?P<motion_picture>(?:online |youtube )?video|youtube|vimeo))[\])]?\W*(?:youtube|vimeo)?\W*",
    re.IGNORECASE,
)
"""What `howpublished` or `note` alone may say of a `@misc`."""

_COMMUNICATION = re.compile(r"\W*(?:private|personal) communication\W*(?:(?:with|to|from)\b.*)?")

RFC = re.compile(r"RFC ?(\d+)")
STANDARD = re.compile(r"[A-Z]+(?:/[A-Z]+)* (?:(?:Std\.?|Standard) )?P?[A-Z]?\d[\w.:/-]*(?= ?\(|$)")
"""The number of a standard, which IEEE Xplore exports as the journal of an article, and what it revises after it."""
_YEAR = re.compile(r" (?:19|20)\d\d$")
"""Behind an acronym alone the year of a conference: `ICML 2009`."""


def article(fields: Fields) -> str:
    """What an article without a declared kind is, where it has no journal or its journal's name is no journal's."""
    values = fields.values
    name = fields.string("journal", "journaltitle")
    if not name and "booktitle" in values:
        return "paper-conference"
    if "volume" in values or "number" in values:
        return ""
    if (number := STANDARD.match(name)) and ("Std" in number[0] or ("author" not in values and not _YEAR.search(name))):
        return "standard"
    return "article-newspaper" if name.lower().removeprefix("the ") in _NEWSPAPERS else ""


def is_communication(fields: Fields) -> bool:
    """Whether an entry is a letter or a talk: it says so in its title, or has no title."""
    if "title" in fields.values:
        return _COMMUNICATION.fullmatch(fields.string("title").lower()) is not None
    return _COMMUNICATION.match(fields.words("howpublished", "note")) is not None


def page(fields: Fields) -> str:
    """What a page on the net is by the name of its site."""
    site = fields.string("organization", "journaltitle", "journal", "publisher")
    return "post-weblog" if _BLOG.search(site or online.beside_address(fields.tex("howpublished"))) else "webpage"


def document(fields: Fields) -> str:
    """The type of a `@misc`, or of an entry of a type that is not known; `document` where nothing tells more."""
    told = _told(fields)
    if told:
        return told
    if fields.tex("booktitle", "eventtitle"):
        return "paper-conference"
    words = fields.words("howpublished", "note", "year")
    if re.search(r"to appear|to be published|in press|submitted|accepted", words) and fields.tex("howpublished"):
        return "article-journal"
    if fields.string("publisher").lower() in _ARCHIVES:
        return "dataset"
    return page(fields) if online.url(fields) and not online.doi(fields) else "document"


def _told(fields: Fields) -> str:
    """The type that the words of one field tell."""
    if patent.noted(fields):
        return "patent"
    if is_communication(fields):
        return "personal_communication"
    if fields.string("journal", "publisher").lower() in _FORGES:
        return "software"
    if fields.tex("journal", "journaltitle"):
        on_net = _COUNTED.isdisjoint(fields.values) and online.url(fields) and not online.doi(fields)
        return page(fields) if on_net else "article-journal"
    if event.presented(fields):
        return "paper-conference"
    if RFC.fullmatch(fields.string("howpublished")):
        return "report"
    said = (_MEDIUM.fullmatch(online.beside_address(fields.tex(name))) for name in ("howpublished", "note"))
    return next((found.lastgroup or "" for found in said if found), "")
