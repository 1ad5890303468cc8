"""Identifiers: an input a line, what is read from it (`-` for nothing) a line."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import casefile
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubman import identifiers

HERE = Path(__file__).parent
READERS = {
    name: getattr(identifiers, name) for name in ("doi", "short_doi", "arxiv", "doi_url", "safe_url", "orcid", "isbn")
}


@casefile.cases(HERE)
def test_read(case: casefile.Case) -> None:
    read = READERS[case.title.split()[0].rstrip(":")]
    given_, expected = (part.split("\n") for part in case.parts)
    for string, value in zip(given_, expected, strict=True):
        assert (read(string) or "-") == value, string
        if value != "-" and read is not identifiers.doi_url:
            assert read(value) == value


@pytest.mark.parametrize("control", ["\x00", "\t", "\n", "\x1b", "\x9b", "\u202e", "\u200b", "\u00a0", "\\"])
def test_no_address_with_what_browsers_drop(control: str) -> None:
    assert identifiers.safe_url(f"https://a.b/{control}c") == ""
    assert identifiers.safe_url(f"java{control}script:alert(1)") == ""
    assert identifiers.safe_url(f"https://a{control}.b/") == ""


def test_what_is_longer_than_an_address_is_none() -> None:
    assert identifiers.doi("10.1000/" + "a" * 3000) == ""
    assert identifiers.safe_url("https://a.b/" + "a" * 3000) == ""


@given(st.text())
def test_never_an_exception(string: str) -> None:
    for read in READERS.values():
        assert isinstance(read(string), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_link_to_a_doi_leads_to_the_doi(suffix: str) -> None:
    url = identifiers.doi_url(f"10.1000/{suffix}")
    assert unquote(url) == f"https://doi.org/10.1000/{suffix}"
    assert not set(url) & set(' ()<>"\\^`{|}#?')
    assert url.isascii()


@given(
    st.sampled_from(["http://", "https://", "HTTP://", "ftp://", "//", "javascript:", ""]),
    st.text(alphabet="ab.:/@?#[]<>\"'`{} \t\\%&-"),
)
def test_a_safe_address_is_safe(scheme: str, rest: str) -> None:
    url = identifiers.safe_url(scheme + rest)
    if url:
        parts = urlsplit(url)
        assert parts.scheme in ("http", "https")
        assert parts.hostname
        assert parts.username is None
        assert not set(url) & set(" \t\\<>\"'`{}")
