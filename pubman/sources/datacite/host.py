"""What a work was published in: a journal, a conference's book, a book."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.sources import _titles

if TYPE_CHECKING:
    from pubman.sources._records import Record

_ACRONYM_YEAR = re.compile(r"[A-Za-z]{3,}[ -]?(?:19|20)\d\d")


class Host:
    """What the work was published in: `container`, made of an older field, or a related item."""

    def __init__(self, attributes: Record) -> None:
        found = attributes.record("container")
        self.kind = found.text("type")
        self.title = _titles.container(found.raw("title"))
        if not self.title:
            for each in attributes.records("relatedItems"):
                if each.text("relationType") in ("IsPublishedIn", "IsPartOf"):
                    found = each
                    self.title = _titles.container(each.record("titles").raw("title"))
                    break
        first, last = found.text("firstPage"), found.text("lastPage")
        volume = found.text("volume")
        self.volume = "" if _ACRONYM_YEAR.fullmatch(volume) else volume
        self.issue = found.text("issue")
        self.page = "-".join(filter(None, (first, last))) if re.search(r"\d", first) else ""
