"""What stands in an entry only until the real value is known: `PP`, `99`, `1-1`, `Early access`, `in press`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubman.bibtex import latex
from pubman.enrich.changes import Change

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pubman.work import Work

_WAITING = (
    r"(?:now |currently |published |available |article |is |in )*"
    r"(?:early access(?: article)?|(?:e-?pub(?:lished)? )?ahead of print|online first|first online|advance access"
    r"|in ?press|to appear|forthcoming|to be published|accepted(?: for publication| manuscript)?|prepublished|in print)"
)
_NOTE = re.compile(rf"[\s(\[.,;]*{_WAITING}[\s)\].,;]*", re.IGNORECASE)
_NUMBERS = {
    "volume": re.compile(rf"PP(?:\s*\(\s*99\s*\))?|tb[acd]|n/?a|\?+|-+|null|none|{_WAITING}", re.IGNORECASE),
    "number": re.compile(rf"99|PP|tb[acd]|n/?a|\?+|-+|null|none|{_WAITING}", re.IGNORECASE),
    "pages": re.compile(
        rf"1\s*[-–]+\s*1|0(?:[-–]+0)?|tb[acd]|n/?a|\?+(?:[-–]+\?+)?|-+|null|none|{_WAITING}", re.IGNORECASE
    ),
}
SAYING = ("note", "pubstate", "status", "addendum")


def is_one(name: str, value: str, fields: Mapping[str, str]) -> bool:
    """Whether the value of a field only fills its place; an issue `99` does so beside a volume that does."""
    string = latex.plain(value).strip()
    if not string:
        return True
    if name == "number" and string == "99":
        return is_one("volume", fields.get("volume", ""), fields)
    return name in _NUMBERS and _NUMBERS[name].fullmatch(string) is not None


def left_over(fields: Mapping[str, str], filled: Mapping[str, str]) -> list[Change]:
    """The placeholders that go once the place is known: those of the record's missing numbers, and the notes."""
    gone = [
        name
        for name in ("volume", "number", "pages")
        if name in fields and name not in filled and is_one(name, fields[name], fields)
    ]
    gone += [name for name in SAYING if name in fields and _NOTE.fullmatch(latex.plain(fields[name]))]
    return [Change(name, fields[name], "", "placeholder") for name in gone]


def in_print(record: Work) -> bool:
    """Whether a record tells where its work is printed."""
    if record.status:
        return False
    where = record.page or record.article_number
    return bool(where and (record.volume or record.type not in ("article-journal", "article-magazine")))
