"""Which of CSL's item types an entry is: BibTeX's type, then what `type`, `entrysubtype` and the fields tell.

Types: btxdoc, section 3.1; biblatex manual 3.19, section 2.1; IEEEtran's `electronic`, `patent`, `standard`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex.read import by_fields, event, preprint

if TYPE_CHECKING:
    from pubman.bibtex.read.fields import Fields

_TYPES = {
    "article-journal": "article periodical",
    "paper-conference": "inproceedings conference",
    "chapter": "incollection inbook inreference suppbook suppcollection bookinbook",
    "book": "book ebook mvbook booklet collection mvcollection reference mvreference proceedings mvproceedings manual",
    "thesis": "thesis phdthesis mastersthesis bachelorsthesis",
    "report": "techreport report",
    "standard": "standard",
    "patent": "patent",
    "dataset": "dataset data",
    "software": "software softwareversion softwaremodule code",
    "webpage": "online electronic www webpage website internet",
    "motion_picture": "video movie",
    "manuscript": "unpublished",
    "article": "preprint",
}
TYPES = {name: type_ for type_, names in _TYPES.items() for name in names.split()}
"""CSL's type by BibTeX's; an entry of any other type is a `document` until its fields tell more."""

_DECLARED = [
    (re.compile(pattern), type_)
    for pattern, type_ in (
        (r"\bnews", "article-newspaper"),
        (r"\bmagazine", "article-magazine"),
        (r"\bblog", "post-weblog"),
        (r"\bdata ?-?set|\bdatabase", "dataset"),
        (r"\bsoftware|\bcomputer program|\bsource code", "software"),
        (r"\blectures?\b|\bcourse\b|\bslides\b|\bclass notes", "speech"),
        (r"\bvideo|\bfilm\b|\bmovie", "motion_picture"),
        (r"\bstandard", "standard"),
        (r"\bpatent", "patent"),
        (r"\bpreprint", "article"),
        (r"\bmanual\b|\bhandbook\b|\bdata ?sheet|\buser'?s? guide", "book"),
        (r"thesis|dissertation", "thesis"),
        (r"\breport|\brep\.|\bwhite ?paper|\bworking paper", "report"),
        (r"\bweb ?-?(?:site|page)|\bonline\b", "webpage"),
        (r"\b(?:private|personal) communication", "personal_communication"),
    )
]
"""What an entry calls itself, and CSL's type for it; the first that is found."""

_ALL = frozenset(type_ for _, type_ in _DECLARED)
MAY_BE: dict[str, frozenset[str]] = {
    "document": _ALL,
    "webpage": _ALL - {"thesis", "report", "personal_communication", "webpage"},
    "manuscript": frozenset(["speech", "dataset", "software", "thesis", "report"]),
    "article-journal": frozenset(["article-newspaper", "article-magazine", "post-weblog", "article"]),
    "report": frozenset(["standard", "dataset", "software"]),
}
"""The types that BibTeX's type leaves open."""


def item_type(fields: Fields) -> str:
    """One of `Work.type`'s values; `document` where nothing tells more."""
    type_ = TYPES.get(fields.type, "document")
    if type_ in ("book", "thesis", "standard", "patent", "dataset", "software", "motion_picture"):
        return type_
    if type_ in MAY_BE and (declared := _declared(fields, MAY_BE[type_])):
        return declared
    if type_ == "chapter":
        return "book" if fields.type == "inbook" and not fields.tex("booktitle") else type_
    if type_ == "manuscript" and event.presented(fields):
        return "paper-conference"
    if type_ == "manuscript" and by_fields.is_communication(fields):
        return "personal_communication"
    if type_ == "article-journal" and (told := by_fields.article(fields)):
        return told
    if type_ in ("article-journal", "document", "webpage", "manuscript") and preprint.is_preprint(fields):
        return "article"
    if type_ == "report" and preprint.server(fields.string("institution")):
        return "article"
    if type_ == "document":
        return by_fields.document(fields)
    return by_fields.page(fields) if type_ == "webpage" else type_


def genre(fields: Fields, type_: str) -> str:
    """What tells works of one CSL type apart where a style does: a `manual` among books, a `course` among lectures."""
    if type_ == "book":
        return "manual" if fields.type == "manual" or TYPES.get(fields.type) not in ("book", "chapter") else ""
    if type_ == "speech":
        return "course" if "course" in fields.words("type", "entrysubtype") else "lecture"
    return fields.string("type") if type_ != "article-journal" else ""


def _declared(fields: Fields, possible: frozenset[str]) -> str:
    words = fields.words("entrysubtype", "type")
    if not words and fields.type not in TYPES:
        words = fields.type
    if not words:
        return ""
    return next((type_ for pattern, type_ in _DECLARED if type_ in possible and pattern.search(words)), "")
