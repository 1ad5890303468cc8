"""Dates: fields on the left, `start .. end season "literal"` on the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import casefile
from hypothesis import given
from hypothesis import strategies as st

from pubman.bibtex import dates
from pubman.work import UNDATED, Day

if TYPE_CHECKING:
    from pubman.work import Date

HERE = Path(__file__).parent


def shown(date: Date) -> str:
    start, end = ("-".join(str(part) for part in day if part) if day else "" for day in date[:2])
    parts = (f"{start} .. {end}" if end else start, date.season, f'"{date.literal}"' if date.literal else "")
    return " ".join(part for part in parts if part)


def lines(case: casefile.Case) -> list[tuple[str, str]]:
    tex, expected = (part.split("\n") for part in case.parts)
    assert len(tex) == len(expected), case.title
    return list(zip(tex, expected, strict=True))


@casefile.cases(HERE, "value*.cases")
def test_one_value(case: casefile.Case) -> None:
    for tex, expected in lines(case):
        assert shown(dates.read_field(tex)) == expected, tex


@casefile.cases(HERE, "issued*.cases")
def test_fields(case: casefile.Case) -> None:
    for tex, expected in lines(case):
        fields = dict(field.split(" = ", 1) for field in tex.split("; "))
        assert shown(dates.read(fields)) == expected, tex


def test_nothing_is_no_date() -> None:
    assert dates.read({}) == dates.read({"year": "", "month": ""}) == dates.read_field(" ") == UNDATED


@given(st.text())
def test_never_an_exception(string: str) -> None:
    for date in (dates.read_field(string), dates.read({"year": string, "month": string, "day": string})):
        assert date == UNDATED or date.start or date.literal


@given(st.text(alphabet="0123456789-/., abcFebMay()~"))
def test_days_and_months_are_days_and_months(string: str) -> None:
    date = dates.read_field(string)
    for day in (date.start, date.end):
        if day:
            assert 0 <= day.month <= 12
            assert 0 <= day.day <= 31
            assert day.month or not day.day


@given(st.dates())
def test_iso_dates_are_read_back(date: object) -> None:
    year, month, day = (int(part) for part in str(date).split("-"))
    assert dates.read_field(str(date)).start == Day(year, month, day)
    assert dates.read({"date": str(date)}) == dates.read({"year": f"{year:04}", "month": str(month), "day": str(day)})


def test_slashes_without_end_are_no_date() -> None:
    for value in ("/" * 5000, "../" * 5000, "2001/" * 5000):
        assert dates.read_field(value).start is None
