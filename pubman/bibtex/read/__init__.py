"""From an entry to the work it means, read once into CSL's variables.

All idioms end here: those of BibTeX, biblatex and IEEEtran, of the exports of Crossref, IEEE Xplore, ACM, DBLP, arXiv
and Google Scholar, and of users. Nothing that only fills a place gets through.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex import dates, names
from pubman.bibtex.read import event, online, preprint
from pubman.bibtex.read.by_type import READINGS
from pubman.bibtex.read.counted import PAGES, counted, noted_article_number, pages
from pubman.bibtex.read.fields import Fields
from pubman.bibtex.read.item_type import genre, item_type
from pubman.bibtex.read.status import drop_placeholders, status
from pubman.text import Run
from pubman.wording import languages
from pubman.work import UNDATED, Date, Work

if TYPE_CHECKING:
    from pubman.bibtex.entry import Entry
    from pubman.bibtex.read.by_type import Values
    from pubman.text import Text

__all__ = ["work"]

PUBLISHER = {
    "thesis": ("school", "institution", "university", "publisher", "organization"),
    "report": ("institution", "organization", "school", "publisher"),
    "standard": ("organization", "institution", "publisher"),
    "speech": ("institution", "organization", "school", "publisher"),
    "book": ("publisher", "organization", "institution", "school", "howpublished"),
    "document": ("organization", "institution", "publisher", "school"),
    "article-journal": ("publisher",),
    "paper-conference": ("publisher",),
}
"""The fields that name who published a work, by its type."""

CONTAINER = {
    "paper-conference": ("booktitle", "journal", "journaltitle"),
    "chapter": ("booktitle", "maintitle", "journal", "journaltitle"),
    "webpage": ("organization", "journaltitle", "journal", "publisher", "institution", "school"),
    "post-weblog": ("journaltitle", "journal", "organization", "publisher", "institution"),
    "article-newspaper": ("journaltitle", "journal", "organization", "publisher"),
}
"""The fields that name what a work stands in, by its type; of the others, articles alone have any."""

_NAMELESS = frozenset(["anonymous", "anon"])

_IN_BOOKS = frozenset(["book", "inbook", "incollection", "inreference"])
"""The types of which `section` counts something within the book; elsewhere it is the section of a newspaper."""

_SAME = (("edition", "edition"), ("version", "version"), ("isbn", "ISBN"), ("issn", "ISSN"))
_ABBREVIATION = re.compile(r"(?:\b\w\.\w\.|\.\.\.|\b(?:etc|al|Inc|Jr|Sr|Ltd|Co|Corp|vs)\.)$")
_TRANSLATED = re.compile(
    r"(?:translated|transl?\.|translation)(?: from(?: the)? [A-Z][a-z]+)? by ((?-i:[A-Z])[^,;()]*[^,;().\s])\.?$",
    re.IGNORECASE,
)
"""A note that names the translators and says no more."""
_LANGUAGE_NOTE = re.compile(r"[\s(\[]*[Ii]n ([A-Z][a-z]+)[)\].\s]*")


def work(entry: Entry) -> Work:
    """The work an entry means; never an exception, whatever the fields hold."""
    fields = Fields(entry.type, entry.fields)
    values: Values = {"status": status(fields)}
    drop_placeholders(fields)
    type_ = item_type(fields)
    values["key"], values["type"], values["genre"] = entry.key, type_, genre(fields, type_)
    _people(fields, values)
    _titles(fields, type_, values)
    _numbers(fields, values)
    _issuer(fields, type_, values)
    _net(fields, values)
    values["issued"] = _issued(fields, values["status"])
    if reading := READINGS.get(type_):
        reading(fields, values)
    return Work(**values)


def _people(fields: Fields, values: Values) -> None:
    for role in ("author", "editor", "translator"):
        tex = fields.values.get(role, "")
        if tex and tex.strip("{}. ").lower() not in _NAMELESS:
            values[role] = names.split(tex)
    if "translator" not in values and (found := _TRANSLATED.match(fields.values.get("note", ""))):
        values["translator"] = names.split(found[1])


def _titles(fields: Fields, type_: str, values: Values) -> None:
    values["title"] = _title(fields)
    if "shorttitle" in fields.values:
        values["title_short"] = fields.text("shorttitle")
    main = _joined(fields, "maintitle", "mainsubtitle") if "maintitle" in fields.values else ()
    if main and type_ == "book":
        values["title"], values["volume_title"] = main, values["title"]
    if source := CONTAINER.get(type_):
        found = next((name for name in source if name in fields.values), "")
        values["container_title"] = _joined(fields, found, found.replace("title", "subtitle")) if found else ()
        if main and type_ == "chapter" and found == "booktitle":
            values["container_title"], values["volume_title"] = main, values["container_title"]
    elif type_ in ("article-journal", "article-magazine"):
        name = "journal" if "journal" in fields.values else "journaltitle"
        values["container_title"] = _joined(fields, name, "journalsubtitle")
    if "series" in fields.values:
        values["collection_title"] = event.series(fields)


def _title(fields: Fields) -> Text:
    """The title without the period some exports end it with."""
    title = _joined(fields, "title", "subtitle")
    if title and title[-1].string.endswith(".") and not _ABBREVIATION.search(title[-1].string):
        rest = title[-1].string[:-1]
        return (*title[:-1], title[-1]._replace(string=rest)) if rest else title[:-1]
    return title


def _joined(fields: Fields, name: str, subname: str) -> Text:
    """A title with its subtitle after a colon, and with em dashes closed up."""
    title = fields.text(name)
    if subname != name and subname in fields.values and title:
        joint = " " if title[-1].string[-1:] in ":?!.—" else ": "
        title = (*title, Run(joint), *fields.text(subname))
    if len(title) > 1 or (title and "—" in title[0].string):
        return tuple([run._replace(string=_closed_up(run.string)) if "—" in run.string else run for run in title])
    return title


def _closed_up(string: str) -> str:
    return string.replace(" — ", "—")


def _numbers(fields: Fields, values: Values) -> None:
    given = fields.values
    if "volume" in given:
        values["volume"] = counted(fields.string("volume"))
    if "number" in given or "issue" in given:
        values["issue"] = counted(fields.string("number", "issue"))
    if not PAGES.isdisjoint(given):
        values["page"], values["article_number"] = pages(fields)
    elif "note" in given:
        values["page"], values["article_number"] = "", noted_article_number(fields)
    for name, variable in _SAME:
        if name in given:
            values[variable] = fields.string(name)
    if "chapter" in given:
        section = re.match(r"sec", fields.string("type"), re.IGNORECASE)
        values["section" if section else "chapter_number"] = fields.string("chapter")
    if "section" in given and fields.type in _IN_BOOKS:
        values["section"] = fields.string("section")


def _issuer(fields: Fields, type_: str, values: Values) -> None:
    publisher = fields.string(*PUBLISHER.get(type_, ("publisher", "organization", "institution", "school")))
    if type_ == "thesis" and "department" in fields.values:
        publisher = ", ".join(filter(None, (fields.string("department"), publisher)))
    values["publisher"] = publisher
    values["publisher_place"] = fields.string("address", "location", "venue")


def _net(fields: Fields, values: Values) -> None:
    values["DOI"], values["URL"], values["accessed"] = online.doi(fields), online.url(fields), online.accessed(fields)
    given = fields.values
    if "eprint" in given and (deposit := preprint.deposit(fields)).archive == "arXiv":
        values["archive"], values["archive_id"] = deposit
    if "language" in given or "langid" in given:
        values["language"] = languages.code(fields.string("language", "langid"))
    elif "note" in given and (found := _LANGUAGE_NOTE.fullmatch(fields.string("note"))):
        values["language"] = languages.code(found[1])
    if "note" in given:
        values["note"] = fields.string("note")
    if "keywords" in given:
        values["keyword"] = tuple(filter(None, (word.strip() for word in re.split(r"[,;]", fields.string("keywords")))))


def _issued(fields: Fields, status: str) -> Date:
    """The date of issue; words in `year` that say how far the work has come are no date.

    A season is kept beside two years (`Winter 2018/2019`), and the day in `note = {early access, Jul. 8, 2024}`.
    """
    given = fields.values
    date = dates.read(given)
    if date.start and date.end and not date.start.month and "month" in given:
        date = date._replace(season=dates.read({"year": str(date.start.year), "month": given["month"]}).season)
    if status == "early access" and "note" in given and not (date.start and date.start.day):
        told = dates.read_field(fields.string("note").lower().partition("early access")[2].strip(" ,:;.()"))
        if told.start and told.start.month:
            return told
    return date if date.start or date.season or date.literal[:1].isdigit() else UNDATED
