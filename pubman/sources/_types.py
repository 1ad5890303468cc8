"""Crossref's and CSL's types of records, as CSL's types of works, and the kinds of reports, theses and preprints."""

from __future__ import annotations

import re

from pubman.bibtex.read import preprint

TYPES = {
    "journal-article": "article-journal", "article-journal": "article-journal", "review": "article-journal",
    "review-book": "article-journal", "article-magazine": "article-magazine", "magazine-article": "article-magazine",
    "article-newspaper": "article-newspaper", "newspaper-article": "article-newspaper",
    "proceedings-article": "paper-conference", "paper-conference": "paper-conference",
    "conference-paper": "paper-conference", "book-chapter": "chapter", "book-section": "chapter",
    "book-part": "chapter", "book-track": "chapter", "reference-entry": "chapter", "chapter": "chapter",
    "entry": "chapter", "entry-encyclopedia": "chapter", "entry-dictionary": "chapter", "book": "book",
    "monograph": "book", "edited-book": "book", "reference-book": "book", "book-set": "book", "book-series": "book",
    "proceedings": "book", "proceedings-series": "book", "report": "report", "report-component": "report",
    "report-series": "report", "working-paper": "report", "standard": "standard", "dissertation": "thesis",
    "thesis": "thesis", "posted-content": "article", "preprint": "article", "article": "article",
    "dataset": "dataset", "database": "dataset", "software": "software", "patent": "patent", "webpage": "webpage",
    "post": "webpage", "post-weblog": "post-weblog", "motion_picture": "motion_picture", "speech": "speech",
    "manuscript": "manuscript", "personal_communication": "personal_communication",
}  # fmt: skip
"""What is not here (journals, issues, components, reviews of manuscripts, grants) is a `document`."""

_SUBTYPES = {"blog": "post-weblog", "dissertation": "thesis", "report": "report", "other": "document"}
_PREFIXES = {"10.48550": "arXiv", "10.1101": "bioRxiv", "10.64898": "bioRxiv", **preprint.OF_PREFIX}
_DOCTOR = re.compile(r"\bph\.?\s?d|doctor|doutor|dott?orat|d\.?phil|promotion|habilitation|dr\.", re.IGNORECASE)
_MASTER = re.compile(
    r"\bm\.?\s?(?:sc?|a|eng|phil|res|arch)\b|master|mestr|mag[ií]st|maestr|diplom|licenci", re.IGNORECASE
)
_BACHELOR = re.compile(r"\bb\.?\s?(?:sc?|a|eng)\b|bachelor|bacharel", re.IGNORECASE)


def type_of(kind: str, subtype: str = "", *, host: bool = False) -> str:
    """CSL's type of a work; `host` tells that it names something it stands in."""
    if kind == "posted-content" and subtype in _SUBTYPES:
        return _SUBTYPES[subtype]
    if host and kind in ("reference-book", "other"):
        return "chapter"
    return TYPES.get(kind, "document")


def thesis(degree: str) -> str:
    """The kind of a thesis by the degree it was written for."""
    if _BACHELOR.search(degree) and not _DOCTOR.search(degree):
        return "B.S. thesis"
    if _MASTER.search(degree) and not _DOCTOR.search(degree):
        return "M.S. thesis"
    return "Ph.D. dissertation" if _DOCTOR.search(degree) else ""


def known_server(doi: str, *names: str) -> str:
    """The preprint server: one of the names that is known for one, else by the DOI's prefix, else nothing."""
    for name in names:
        if found := preprint.server(name):
            return found
    return _PREFIXES.get(doi.partition("/")[0], "")


def server(doi: str, *names: str) -> str:
    """The preprint server, known or not: then the first of the names."""
    return known_server(doi, *names) or next(filter(None, names), "")
