"""The cache of answers: what it gives back is what was put in, or nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scripted import Hand

from pubman import cli
from pubman.edge.http import answers

DAY = 86400
KEY = "crossref\nworks/10.1%2Fx\n\napplication/json"
BODY = '{"title": "Müller\\n"}\n\n'.encode()


@pytest.fixture
def store(hand: Hand) -> answers.Store:
    return answers.Store(hand.clock)


def only() -> Path:
    (path,) = answers.folder().iterdir()
    return path


def test_an_answer_comes_back_as_it_was(store: answers.Store, hand: Hand) -> None:
    assert store.find(KEY) is None
    store.keep(KEY, 200, "https://api.crossref.org/works/10.1%2Fx", BODY)
    kept = answers.Store(hand.clock).find(KEY)
    assert kept == answers.Kept(200, "https://api.crossref.org/works/10.1%2Fx", hand.at, BODY)
    assert store.find(KEY + "z") is None
    store.keep(KEY, 200, "u", b"{}")
    assert (found := store.find(KEY))
    assert found.body == b"{}"
    assert answers.info().answers == 1


@pytest.mark.parametrize(("status", "days"), [(200, 30), (404, 1)])
def test_it_is_good_for_a_time(store: answers.Store, hand: Hand, status: int, days: int) -> None:
    store.keep(KEY, status, "u", b"")
    hand.at += days * DAY
    assert store.find(KEY)
    hand.at += 1
    assert store.find(KEY) is None
    assert not list(answers.folder().iterdir())


def test_one_of_the_future_is_removed(store: answers.Store, hand: Hand) -> None:
    store.keep(KEY, 200, "u", BODY)
    hand.at -= 10
    assert store.find(KEY) is None
    assert not list(answers.folder().iterdir())


@pytest.mark.parametrize("status", [204, 400, 403, 500, 503, 302])
def test_no_error_is_kept(store: answers.Store, status: int) -> None:
    store.keep(KEY, status, "u", BODY)
    assert not answers.folder().exists()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda _: b"\x80\x04garbage\x00" * 9,
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data + b" ",
        lambda data: data.replace(b"title", b"TITLE"),
        lambda data: data.replace(b": 200", b": 404"),
        lambda data: data.replace(b'"at": 1', b'"at": 2'),
        lambda _: b"{" * 100_000,
    ],
)
def test_a_spoilt_one_is_noticed_and_removed(store: answers.Store, spoil: object) -> None:
    store.keep(KEY, 200, "u", BODY)
    path = only()
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    assert store.find(KEY) is None
    assert not path.exists()
    store.keep(KEY, 200, "u", BODY)
    assert store.find(KEY)


@pytest.mark.parametrize(
    "head",
    [
        {},
        [],
        None,
        7,
        {"pubman": 0},
        {"key": "another"},
        {"status": 500},
        {"status": "200"},
        {"status": []},
        {"at": "yesterday"},
        {"at": None},
        {"at": float("nan")},
        {"at": 1e999},
    ],
)
def test_a_foreign_one_with_a_right_digest_is_removed(store: answers.Store, hand: Hand, head: object) -> None:
    from hashlib import sha256

    store.keep(KEY, 200, "u", BODY)
    path = only()
    right = {"pubman": answers.SCHEMA, "key": KEY, "status": 200, "url": "u", "at": hand.at}
    head = right | head if isinstance(head, dict) and head else head
    content = json.dumps(head).encode() + b"\n" + BODY
    path.write_bytes(sha256(content).hexdigest().encode() + b"\n" + content)
    assert store.find(KEY) is None
    assert not path.exists()


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.integers(0, 10_000), value=st.integers(0, 255))
def test_no_changed_byte_goes_unnoticed(store: answers.Store, place: int, value: int) -> None:
    store.keep(KEY, 200, "u", BODY)
    path = only()
    data = bytearray(path.read_bytes())
    data[place % len(data)] = value
    same = data == path.read_bytes()
    path.write_bytes(data)
    assert (store.find(KEY) is not None) == same


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(body=st.binary(max_size=200), key=st.text(max_size=50))
def test_any_body_under_any_key(store: answers.Store, body: bytes, key: str) -> None:
    store.keep(key, 200, "u", body)
    kept = store.find(key)
    assert kept is not None
    assert kept.body == body


@pytest.mark.skipif(os.name == "nt", reason="no modes there")
def test_the_folder_is_for_its_owner_alone(store: answers.Store, hand: Hand) -> None:
    store.keep(KEY, 200, "u", BODY)
    assert answers.folder().stat().st_mode & 0o777 == 0o700
    answers.folder().chmod(0o777)
    assert answers.Store(hand.clock).find(KEY)
    assert answers.folder().stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name == "nt", reason="no owners there")
def test_a_folder_of_another_is_not_used(store: answers.Store, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    store.keep(KEY, 200, "u", BODY)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    stranger = answers.Store(hand.clock)
    assert stranger.find(KEY) is None
    stranger.keep(KEY + "2", 200, "u", BODY)
    assert answers.info().answers == 1


def test_a_cache_that_cannot_be_written_is_no_failure(hand: Hand, cache: Path) -> None:
    cache.write_text("a file where the folder would be")
    store = answers.Store(hand.clock)
    store.keep(KEY, 200, "u", BODY)
    assert store.find(KEY) is None
    assert answers.info()[1:] == (0, 0)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_what_stands_in_the_place_of_an_answer_is_removed(store: answers.Store, tmp_path: Path) -> None:
    store.keep(KEY, 200, "u", BODY)
    path = only()
    path.unlink()
    os.mkfifo(path)
    assert store.find(KEY) is None
    store.keep(KEY, 200, "u", BODY)
    assert store.find(KEY)


def test_what_is_too_old_for_any_use_is_swept_out(store: answers.Store, hand: Hand) -> None:
    store.keep(KEY, 200, "u", BODY)
    os.utime(only(), (hand.at - 31 * DAY,) * 2)
    answers.Store(hand.clock).keep(KEY + "2", 200, "u", BODY)
    assert answers.info().answers == 1


def test_clearing_removes_answers_and_nothing_else(store: answers.Store, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(3):
        store.keep(f"{KEY}{number}", 200, "u", BODY)
    path = next(answers.folder().iterdir())
    path.with_name(f".{path.name}.77.pubman.tmp").write_bytes(b"left by a killed process")
    (answers.folder() / "thesis.json").write_text("{}")
    size = sum(each.stat().st_size for each in answers.folder().iterdir()) - 2
    assert answers.info() == (answers.folder(), 4, size)
    assert cli.run(["cache", "info"]) == 0
    assert capsys.readouterr().out == f"{answers.folder()}\n4 answers, {size / 1000:.1f} kB\n" if size > 999 else True
    assert cli.run(["cache", "clear"]) == 0
    assert capsys.readouterr().err.endswith("4 answers removed\n")
    assert [path.name for path in answers.folder().iterdir()] == ["thesis.json"]
    assert cli.run(["cache", "clear"]) == 0
    assert capsys.readouterr().err == "0 answers removed\n"
