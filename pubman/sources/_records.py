"""Strict typed access to JSON that somebody else wrote: a value of the wrong type counts as absent.

What cannot be a record at all, or is larger than any record is, ends in a ServiceError that says so.
"""

from __future__ import annotations

import json
import re
from typing import NoReturn

from pubman.errors import ServiceError

LONGEST_FIELD = 65_536
LONGEST_TITLE = 2_000
MOST_PEOPLE = 5_000

_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff"
    r"\U000e0000-\U000e007f]"
)
"""Control and direction characters, and halves of surrogate pairs; the joiners some scripts need are not among them."""
_BLANKS = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_PLACEHOLDERS = frozenset(
    [
        "null",
        "none",
        "n/a",
        "na",
        "nan",
        "undefined",
        "-",
        "–",
        "—",
        "?",
        "&na;",
        "(:unav)",
        "(:unkn)",
        "(:none)",
        "(:tba)",
    ]
)
"""What exports print for a value that is missing; those in parentheses are DataCite's."""


_CODE = re.compile(r"(?::?[(\[{]:?|:)(?:unav|unkn|unac|unal|unap|unas|none|null|tba)[)\]}]?", re.IGNORECASE)
"""DataCite's codes for unknown values (its schema's appendix 3), with the slips that records have."""


class Record:
    """One JSON object. What is asked for by name has the type asked for, or is empty."""

    __slots__ = ("values",)

    def __init__(self, values: dict[str, object]) -> None:
        self.values = values

    def raw(self, *names: str) -> str:
        """The first string or number of these names, or of a list there, as it came: blanks and markup included."""
        for name in names:
            for value in self.raws(name):
                return value
        return ""

    def raws(self, name: str) -> list[str]:
        """All strings and numbers of a name that are not blank, from a list or alone."""
        value = self.values.get(name)
        items = value if isinstance(value, list) else [value]
        strings = [_string(item, name) for item in items]
        return [string for string in strings if string.strip() and not string.isspace()]

    def text(self, *names: str) -> str:
        """The first of these names that says something, on one line; placeholders such as `null` say nothing."""
        for name in names:
            for value in self.raws(name):
                string = line(value)
                if string and string.lower() not in _PLACEHOLDERS:
                    return string
        return ""

    def texts(self, name: str) -> list[str]:
        """All values of a name, each on one line, without placeholders."""
        strings = [line(value) for value in self.raws(name)]
        return [string for string in strings if string and string.lower() not in _PLACEHOLDERS]

    def record(self, name: str) -> Record:
        """The object of a name, or the first of a list of them; an empty one for anything else."""
        return next(iter(self.records(name)), Record({}))

    def records(self, name: str) -> list[Record]:
        """The objects of a name, from a list or alone. Raises ServiceError for more than anybody counts."""
        value = self.values.get(name)
        items = value if isinstance(value, list) else [value]
        found = [Record(item) for item in items if isinstance(item, dict)]
        if len(found) > MOST_PEOPLE:
            refuse(f"{len(found):,} entries under '{name}', more than {MOST_PEOPLE:,}")
        return found

    def number(self, name: str) -> float:
        """A number, 0 for none and for what no calculation can use."""
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return 0.0
        return float(value) if abs(value) < 1e15 else 0.0


def load(body: bytes, service: str) -> Record:
    """The JSON object an answer is. Raises ServiceError for any other: not UTF-8, cut off, nested without end."""
    value = _value(body, service)
    if not isinstance(value, dict):
        refuse(f"a {type(value).__name__} instead of an object", service)
    return Record(value)


def load_list(body: bytes, service: str) -> list[Record]:
    """The objects of the JSON list an answer is. Raises ServiceError as `load` does."""
    value = _value(body, service)
    if not isinstance(value, list):
        refuse(f"a {type(value).__name__} instead of a list", service)
    return Record({"list": value}).records("list")


def _value(body: bytes, service: str) -> object:
    try:
        value: object = json.loads(body.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        refuse(_first_line(error), service)
    return value


def refuse(why: str, service: str = "the service") -> NoReturn:
    """Raise the error for what is no record."""
    raise ServiceError(f"{service} answered, but not with a valid record: {why}", hint="try again later")


def line(string: str) -> str:
    """A string on one line, without the characters that print nothing."""
    if string.isalnum():
        return string
    return _BLANKS.sub(" ", _INVISIBLE.sub("", string)).strip()


def without_code(string: str) -> str:
    """A string without the code that stands for an unknown value; that alone leaves nothing."""
    found = _CODE.match(string)
    return string[found.end() :].strip() if found else string


def visible(string: str) -> str:
    """A string without the characters that print nothing; its line breaks stay."""
    return string if string.isalnum() else _INVISIBLE.sub("", string)


def _string(value: object, name: str) -> str:
    if isinstance(value, str):
        if len(value) > LONGEST_FIELD:
            refuse(f"'{name}' has {len(value):,} characters, more than {LONGEST_FIELD:,}")
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float)) or abs(value) >= 1e15:
        return ""
    return str(int(value)) if value == int(value) else str(value)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _first_line(error: BaseException) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is not UTF-8"
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' starting at')} at character {error.pos}"
    return str(error).partition("\n")[0][:200]
