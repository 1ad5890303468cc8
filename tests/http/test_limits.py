"""Turns: no service is asked faster than it allows, whoever else is asking."""

from __future__ import annotations

import contextlib
import itertools
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted import Hand, Loopback

from pubman.edge.http import limits, shared
from pubman.edge.http.clock import Deadline
from pubman.edge.http.pace import Pace, State
from pubman.errors import ServiceError


def turns(hand: Hand, *, polite: bool = True) -> limits.Turns:
    return limits.Turns(polite=polite, clock=hand.clock)


def starts(hand: Hand, service: str, kind: str, count: int, *, polite: bool = True, takes: float = 0.0) -> list[float]:
    found = []
    for _ in range(count):
        with turns(hand, polite=polite).turn(service, kind, Deadline(45, hand.clock)):  # each as another process
            found.append(hand.at)
            hand.at += takes
    return found


def most(times: list[float], interval: float = 1.0) -> int:
    """The most requests within any interval."""
    return max(sum(1 for other in times if 0 <= other - each < interval) for each in times)


@pytest.mark.parametrize(
    ("service", "kind", "polite", "allowed", "interval", "at_least"),
    [
        ("crossref", "single", True, 8, 1.0, 7),
        ("crossref", "list", True, 3, 1.0, 2),
        ("crossref", "single", False, 4, 1.0, 3),
        ("crossref", "list", False, 1, 1.0, 1),
        ("datacite", "single", True, 100, 30.0, 80),
        ("datacite", "single", False, 50, 30.0, 40),
        ("arxiv", "single", True, 1, 3.0, 1),
        ("arxiv", "list", False, 1, 3.0, 1),
        ("orcid", "single", True, 8, 1.0, 7),
        ("doi", "single", True, 8, 1.0, 7),
    ],
)
def test_pace(hand: Hand, service: str, kind: str, polite: bool, allowed: int, interval: float, at_least: int) -> None:
    times = starts(hand, service, kind, min(3 * allowed + 9, allowed + 90), polite=polite)
    assert at_least <= most(times, interval) <= allowed


def test_the_first_request_waits_for_nothing(hand: Hand) -> None:
    starts(hand, "arxiv", "single", 1)
    assert not hand.slept


def test_lists_and_singles_are_counted_apart(hand: Hand) -> None:
    starts(hand, "crossref", "list", 1)
    starts(hand, "crossref", "single", 1)
    assert not hand.slept


def test_slow_answers_are_not_waited_for_twice(hand: Hand) -> None:
    times = starts(hand, "crossref", "single", 20, takes=0.5)
    assert times[-1] - times[0] == pytest.approx(19 * 0.5)


def test_one_at_a_time_has_a_breath_between(hand: Hand) -> None:
    times = starts(hand, "crossref", "single", 9, polite=False, takes=0.5)
    assert all(0.53 <= later - earlier < 0.6 for earlier, later in itertools.pairwise(times))


def heed(hand: Hand, status: int = 200, one: limits.Turns | None = None, **headers: str) -> None:
    with (one or turns(hand)).turn("crossref", "single", Deadline(45, hand.clock)) as turn:
        turn.heed(status, {name.replace("_", "-"): value for name, value in headers.items()})


def test_what_a_service_advertises_is_obeyed_by_all(hand: Hand) -> None:
    heed(hand, x_rate_limit_limit="2", x_rate_limit_interval="1s", x_concurrency_limit="1")
    assert most(starts(hand, "crossref", "single", 12)) == 2


@pytest.mark.parametrize(("advertised", "together"), [("1", False), ("3", True), ("none", True)])
def test_so_is_how_many_may_run_at_the_same_time(hand: Hand, advertised: str, together: bool) -> None:
    heed(hand, x_concurrency_limit=advertised)
    ran = False
    with (
        turns(hand).turn("crossref", "single", Deadline(45, hand.clock)),
        contextlib.suppress(ServiceError),
        turns(hand).turn("crossref", "single", Deadline(45, hand.clock)),
    ):
        ran = True
    assert ran == together


def test_even_by_the_minute(hand: Hand) -> None:
    heed(hand, x_rate_limit_limit="6", x_rate_limit_interval="60s")
    assert most(starts(hand, "crossref", "single", 20), 60.0) == 6


@pytest.mark.parametrize("limit", ["1000", "0", "-1", "lots", "", "1e9"])
def test_no_advertisement_makes_it_faster(hand: Hand, limit: str) -> None:
    heed(hand, x_rate_limit_limit=limit, x_rate_limit_interval="1s", x_concurrency_limit="99")
    assert 7 <= most(starts(hand, "crossref", "single", 30)) <= 8


def test_the_last_word_counts(hand: Hand) -> None:
    heed(hand, x_rate_limit_limit="1", x_rate_limit_interval="1s")
    heed(hand, x_rate_limit_limit="10", x_rate_limit_interval="1s")
    assert most(starts(hand, "crossref", "single", 30)) >= 7


def test_a_service_that_asks_less_is_asked_less(hand: Hand) -> None:
    mine = turns(hand)
    heed(hand, 429, one=mine)
    times = []
    for _ in range(20):
        with mine.turn("crossref", "single", Deadline(45, hand.clock)):
            times.append(hand.at)
    assert times[0] - hand.started >= 1
    assert most(times) <= 4  # half of eight, for the rest of this run
    assert most(starts(hand, "crossref", "single", 20)) >= 7  # the next run begins as ever


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"\x00\xff",
        b"{",
        b"[]",
        b"null",
        b'{"runs": [[1]]}',
        b'{"runs": "x", "limit": 1}',
        b"[" * 9999,
        b"9" * 9999,
    ],
)
def test_a_spoilt_file_is_an_empty_one(hand: Hand, cache: Path, spoilt: bytes) -> None:
    starts(hand, "arxiv", "single", 1)
    (cache / "limits/arxiv.json").write_bytes(spoilt)
    assert len(starts(hand, "arxiv", "single", 2)) == 2
    assert json.loads((cache / "limits/arxiv.json").read_bytes())["runs"]


def test_a_clock_that_was_set_back_holds_up_nobody(hand: Hand) -> None:
    starts(hand, "arxiv", "single", 1)
    heed(hand, 429)
    hand.at -= 365 * 86400
    before = hand.at
    starts(hand, "arxiv", "single", 1)
    starts(hand, "crossref", "single", 1)
    assert hand.at == before


def test_one_that_was_killed_holds_up_nobody(hand: Hand, cache: Path) -> None:
    state = State(runs=[(hand.at - 3.1 + n / 1000, 0.0) for n in range(9)])
    (cache / "limits").mkdir(parents=True)
    (cache / "limits/arxiv.json").write_bytes(state.written())
    starts(hand, "arxiv", "single", 1)
    assert hand.at - hand.started < 1


def test_without_a_cache_folder_the_limits_hold_for_the_run(hand: Hand, cache: Path) -> None:
    cache.write_text("a file where the folder would be")
    mine = turns(hand)
    times = []
    for _ in range(20):
        with mine.turn("crossref", "single", Deadline(45, hand.clock)):
            times.append(hand.at)
    assert 7 <= most(times) <= 8


def test_on_a_full_disk_the_limits_hold_for_the_run(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.write", full)
    mine = turns(hand)
    times = []
    for _ in range(20):
        with mine.turn("crossref", "single", Deadline(45, hand.clock)):
            times.append(hand.at)
    assert 7 <= most(times) <= 8


def test_a_process_that_was_stopped_holds_up_nobody_for_ever(hand: Hand) -> None:
    starts(hand, "orcid", "single", 1)
    descriptor = shared.opened("orcid.json")
    assert descriptor is not None
    assert not shared.is_taken(descriptor)
    starts(hand, "orcid", "single", 1)
    assert 0 < hand.at - hand.started < 60


def test_no_more_at_the_same_time_than_allowed(hand: Hand) -> None:
    one, other = turns(hand), turns(hand)
    with (
        one.turn("arxiv", "single", Deadline(45, hand.clock)),
        pytest.raises(ServiceError, match="no turn to ask within"),
        other.turn("arxiv", "single", Deadline(45, hand.clock)),
    ):
        pytest.fail("two at once")
    with other.turn("arxiv", "single", Deadline(45, hand.clock)):
        assert hand.at - hand.started > limits.WAIT - 5


PROCESS = """
import sys
from pubman.edge import http
from pubman.edge.http import services
door = http.Door("ann@example.org", dict.fromkeys(services.SERVICES, sys.argv[1]))
for number in range(3):
    door.get("crossref", f"/works/{sys.argv[2]}-{number}")
"""


def test_processes_share_their_turns(server: Loopback) -> None:
    server.replies["*"] = ["200 | {}"]
    begun = [
        subprocess.Popen([sys.executable, "-c", PROCESS, server.base, str(number)], stderr=subprocess.PIPE)
        for number in range(4)
    ]
    for process in begun:
        assert (process.communicate(timeout=60)[1], process.returncode) == (b"", 0)
    times = sorted(asked.at for asked in server.asked)
    assert len(times) == 12
    assert most(times) <= 10  # what Crossref allows; pubman aims at eight


seconds = st.floats(0, 3, allow_nan=False)


@settings(max_examples=200, deadline=None)
@given(
    delays=st.lists(st.tuples(seconds, seconds, st.floats(0, 1)), min_size=2, max_size=40),
    limit=st.integers(1, 5),
    slots=st.integers(1, 3),
)
def test_a_limit_holds_wherever_between_start_and_end_a_request_arrives(
    delays: list[tuple[float, float, float]], limit: int, slots: int
) -> None:
    pace, state, now, arrived = Pace(0.01, limit, 1.0, slots), State(), 0.0, []
    now = 1000.0
    for pause, takes, share in delays:
        now = max(now + pause, state.allowed(pace, now + pause))
        started = state.start(now)
        arrived.append(now + takes * share)
        now += takes
        state.end(started, now)
    assert most(arrived, 0.999) <= limit


@given(data=st.binary(max_size=80) | st.from_type(dict).map(lambda value: repr(value).encode()))
def test_any_bytes_are_a_state(data: bytes) -> None:
    state = State.read(data, time.time())
    assert State.read(state.written(), time.time()) == state
