"""What is read in its own way by the type of the work, after what all have in common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from pubman.bibtex import dates
from pubman.bibtex.dates.words import SEASONS
from pubman.bibtex.read import event, online, preprint, status
from pubman.bibtex.read.by_fields import RFC, STANDARD
from pubman.bibtex.read.patent import patent
from pubman.bibtex.read.status import venue
from pubman.text import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from pubman.bibtex.read.fields import Fields

Values: TypeAlias = dict[str, Any]
"""The variables of a `Work` in the making."""


_THESES = {
    "phdthesis": "Ph.D. dissertation",
    "mastersthesis": "M.S. thesis",
    "bachelorsthesis": "B.S. thesis",
    "thesis": "thesis",
    "mathesis": "M.S. thesis",
    "bathesis": "B.S. thesis",
    "candthesis": "Cand. thesis",
    "phd": "Ph.D. dissertation",
    "phd dissertation": "Ph.D. dissertation",
    "ph. d. dissertation": "Ph.D. dissertation",
    "phd thesis": "Ph.D. thesis",
    "ph. d. thesis": "Ph.D. thesis",
    "msc thesis": "M.Sc. thesis",
    "ms thesis": "M.S. thesis",
    "meng thesis": "M.Eng. thesis",
    "bsc thesis": "B.Sc. thesis",
    "bs thesis": "B.S. thesis",
}
"""Kinds of theses under BibTeX's, biblatex's and users' names."""


def _journal_article(fields: Fields, values: Values) -> None:
    if fields.type == "periodical" and not values["container_title"]:
        values["container_title"], values["title"] = values["title"], fields.text("issuetitle")
    if not values["container_title"] and fields.type not in ("article", "periodical"):
        values["container_title"] = text(venue(online.beside_address(fields.tex("howpublished"))))
    number = values.get("article_number")
    if number and values["page"].startswith(("1–", f"{number}:")):
        values["page"] = ""
    issue = values.get("issue", "")
    if issue.isalpha() and not issue.isupper() and "month" not in fields.values:
        date = dates.read({**fields.values, "month": issue})
        # Other words (`Supplement`) count the issue.
        is_date = (date.start and date.start.month) or issue.lower() in SEASONS or "quarter" in issue.lower()
        if is_date and date != values["issued"]:
            values["issue"], values["issued"] = "", date


_PAPER_NUMBER = re.compile(r"(?=.*\d)[A-Z]{2,}[ -][\w./-]+", re.ASCII)
"""What societies number papers with (`AIAA-2016-1234`, `SPE 174802`); no issue of a volume looks like that."""


def _conference_paper(fields: Fields, values: Values) -> None:
    given = fields.values
    told = event.told(fields) if not values["container_title"] and "eventtitle" not in given else event.Event()
    values["event_title"] = fields.text("eventtitle") or told.title
    if values["container_title"]:
        told = event.in_name(values["container_title"])
        values["container_title"] = told.title
    values["event_place"] = event.place(fields) or told.place
    values["event_date"] = dates.read_field(given["eventdate"]) if "eventdate" in given else told.date
    if fields.string("intype").lower().startswith("presented"):
        values["event_title"], values["container_title"] = values["container_title"] or values["event_title"], ()
    if not values["container_title"] and not values["event_title"]:
        values["container_title"] = fields.text("series")
        values["collection_title"] = ()
    values["number"] = fields.string("paper")
    if not values["number"] and not values.get("volume") and _PAPER_NUMBER.fullmatch(values.get("issue", "")):
        values["number"] = values.pop("issue")
    if values.get("page", "")[:6].lower() == "paper ":
        values["number"], values["page"] = values["page"][6:], ""
    if values.get("collection_title"):
        values["collection_number"] = values.pop("issue", "")


def _part_of_series(_: Fields, values: Values) -> None:
    if values.get("collection_title"):
        values["collection_number"] = values.pop("issue", "")


def _numbered(fields: Fields, values: Values) -> None:
    values.pop("issue", "")
    values["number"] = fields.string("number")


def _report(fields: Fields, values: Values) -> None:
    """A report; an RFC has its number in `howpublished` in the RFC Editor's own export."""
    _numbered(fields, values)
    if not values["genre"] and (found := RFC.fullmatch(fields.string("howpublished"))):
        values["genre"], values["number"] = "RFC", found[1]


def _thesis(fields: Fields, values: Values) -> None:
    genre = values["genre"]
    kind = fields.type if genre.lower() in ("", "thesis") else genre.lower()
    values["genre"] = _THESES.get(kind) or re.sub(r"(?<= )(?:Thesis|Dissertation)$", lambda end: end[0].lower(), genre)


def _patent(fields: Fields, values: Values) -> None:
    values["jurisdiction"], values["number"], values["genre"] = patent(fields)
    if not values["issued"].start:
        given = fields.values
        filed = {part: given[f"{part}filed"] for part in ("year", "month", "day") if f"{part}filed" in given}
        values["issued"] = dates.read(filed)


def _standard(fields: Fields, values: Values) -> None:
    _numbered(fields, values)
    if name := STANDARD.match(fields.string("journal", "journaltitle")):
        values["number"] = values["number"] or name[0]
    author = values.pop("author", None)
    if author and author.people and not values["publisher"]:
        values["publisher"] = author.people[0].literal or author.people[0].family


def _preprint(fields: Fields, values: Values) -> None:
    values["archive"], values["archive_id"] = preprint.deposit(fields)
    if not values["archive"]:
        values["archive"] = fields.string("publisher", "institution", "organization") or online.beside_address(
            fields.tex("howpublished")
        )
    values |= {"volume": "", "issue": "", "page": "", "article_number": ""}
    if values["archive"] == "arXiv":
        values["DOI"] = ""


def _lecture(fields: Fields, values: Values) -> None:
    values["medium"] = online.beside_address(fields.tex("howpublished"))


def _web(fields: Fields, values: Values) -> None:
    """A page's site, and beside it what `howpublished` says; a blog's name stands in `howpublished` as well."""
    beside = online.beside_address(fields.tex("howpublished"))
    if not values["container_title"]:
        values["container_title"], beside = text(beside), ""
    values["medium"] = beside


def _document(fields: Fields, values: Values) -> None:
    _numbered(fields, values)
    beside = online.beside_address(fields.tex("howpublished"))
    told = status.said(beside)
    values["medium"] = "" if told and told == values["status"] else beside


def _from_repository(fields: Fields, values: Values) -> None:
    beside = online.beside_address(fields.tex("howpublished"))
    values["publisher"] = values["publisher"] or beside or fields.string("journal", "journaltitle")
    values["genre"] = ""


def _book(fields: Fields, values: Values) -> None:
    if values["genre"] == "manual":
        values["publisher"] = fields.string("organization", "publisher", "institution")
        values["medium"] = online.beside_address(fields.tex("howpublished"))
    _part_of_series(fields, values)


READINGS: dict[str, Callable[[Fields, Values], None]] = {
    "article-journal": _journal_article,
    "article-magazine": _journal_article,
    "paper-conference": _conference_paper,
    "book": _book,
    "chapter": _part_of_series,
    "thesis": _thesis,
    "report": _report,
    "standard": _standard,
    "patent": _patent,
    "article": _preprint,
    "speech": _lecture,
    "article-newspaper": _web,
    "webpage": _web,
    "post-weblog": _web,
    "document": _document,
    "dataset": _from_repository,
    "software": _from_repository,
}
