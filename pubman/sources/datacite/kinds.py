"""What kind of work a record is of, as CSL has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pubman.sources._records import Record
    from pubman.sources.datacite.host import Host

GENERAL = {
    "Dataset": "dataset", "Collection": "dataset", "Software": "software", "ComputationalNotebook": "software",
    "JournalArticle": "article-journal", "DataPaper": "article-journal", "ConferencePaper": "paper-conference",
    "ConferenceProceeding": "book", "Book": "book", "BookChapter": "chapter", "Dissertation": "thesis",
    "Preprint": "article", "Report": "report", "Standard": "standard", "Audiovisual": "motion_picture",
}  # fmt: skip
"""`resourceTypeGeneral` and CSL's type; the others (Text, Image, Workflow, ...) go by what they are called besides."""
_SAID = (
    (re.compile(r"thesis|dissertation|tesis|tese\b|habilitation", re.IGNORECASE), "thesis"),
    (re.compile(r"conference ?(?:paper|proceeding|contribution|article)|proceedings|inproceedings", re.IGNORECASE),
     "paper-conference"),
    (re.compile(r"journal ?article|article-journal", re.IGNORECASE), "article-journal"),
    (re.compile(r"chapter", re.IGNORECASE), "chapter"),
    (re.compile(r"monograph|\bbook\b|livre|libro", re.IGNORECASE), "book"),
    (re.compile(r"pre-?print", re.IGNORECASE), "article"),
    (re.compile(r"report|working ?paper|deliverable|white ?paper", re.IGNORECASE), "report"),
)  # fmt: skip


def type_of(types: Record, host: Host) -> str:
    """CSL's type; what must stand in something is a document where that is not known."""
    general = types.text("resourceTypeGeneral")
    type_ = GENERAL.get(general, "")
    if not type_:
        said = types.text("resourceType")
        bibtex = {"phdthesis": "thesis", "book": "book", "inbook": "chapter", "inproceedings": "paper-conference"}
        type_ = next((found for pattern, found in _SAID if pattern.search(said)), "") or bibtex.get(
            types.text("bibtex"), ""
        )
    if not type_ and host.title and host.kind == "Journal":
        type_ = "article-journal"
    if type_ in ("article-journal", "paper-conference", "chapter") and not host.title:
        return "document"
    return type_ or "document"
