"""Whether links lead anywhere, asked of a site on loopback."""

from __future__ import annotations

import socket
from pathlib import Path

import casefile
import pytest
from scripted import Hand, Loopback

from pubman.edge import http
from pubman.edge.http import site


def door(server: Loopback, hand: Hand, **how: bool) -> http.Door:
    return http.Door("ann@example.org", server.addresses, clock=hand.clock, **how)


def became(here: http.Door, *urls: str) -> list[str]:
    return [f"{link.status} {link.said}".rstrip() for link in here.links(urls)]


@casefile.cases(Path(__file__).parent, "links.cases")
def test_link(case: casefile.Case, server: Loopback, hand: Hand) -> None:
    replies, wanted, requests = case.parts
    for line in replies.splitlines():
        path, _, reply = line.partition(" ")
        server.replies[path].append(reply)
    (shown,) = became(door(server, hand), f"{server.base}/a")
    if waited := [f"{seconds:g}" for seconds in hand.slept if seconds > 1]:
        shown += f", waited {' '.join(waited)}"
    assert shown == wanted, case.place
    assert "\n".join(f"{each.method} {each.path}" for each in server.asked) == requests, case.place
    server.asked.clear()
    (again,) = became(door(server, hand), f"{server.base}/a")
    assert again == wanted.partition(", waited")[0], case.place
    assert bool(server.asked) == again.startswith("unknown"), f"{case.place}: what is certain is kept, and nothing else"


def test_a_site_is_told_nothing_of_the_user(server: Loopback, hand: Hand) -> None:
    server.replies["*"] = ["200 |"]
    assert became(door(server, hand), f"{server.base}/a#part", f"{server.base}/a#part") == ["there"]
    (asked,) = server.asked
    assert asked.path == "/a"
    assert "example.org" not in str(asked.headers)
    assert asked.headers["user-agent"].startswith("pubman/")


def test_what_is_certain_is_asked_again_only_to_refresh(server: Loopback, hand: Hand) -> None:
    server.replies["*"] = ["404 |"]
    url = f"{server.base}/a"
    assert became(door(server, hand, offline=True), url) == ["unknown is not in the cache, and pubman is offline"]
    assert became(door(server, hand), url) == ["gone answered 404 (Not Found)"]
    assert became(door(server, hand, offline=True), url) == ["gone answered 404 (Not Found)"]
    server.replies["*"] = ["200 |"]
    assert became(door(server, hand), url) == ["gone answered 404 (Not Found)"]
    assert became(door(server, hand, refresh=True), url) == ["there"]
    assert became(door(server, hand), url) == ["there"]


def test_addresses_of_one_site_are_asked_one_after_the_other(server: Loopback, hand: Hand) -> None:
    server.replies["*"] = ["200 |"]
    urls = [f"{server.base}/{number}" for number in range(4)]
    assert became(door(server, hand), *urls) == ["there"] * 4
    assert [each.path for each in server.asked] == ["/0", "/1", "/2", "/3"]
    assert hand.slept == [site.PAUSE] * 3


def test_several_sites_are_asked_at_once(hand: Hand) -> None:
    """The one that hangs does not keep the others waiting."""
    servers = [Loopback() for _ in range(3)]
    for server in servers:
        server.replies["*"] = ["200 |"]
        server.start()
    servers[0].replies["*"] = ["hang |"]
    links = door(servers[0], hand).links([f"{server.base}/a" for server in servers])
    first = [next(links), next(links)]
    assert {link.url for link in first} == {f"{server.base}/a" for server in servers[1:]}
    links.close()
    for server in servers:
        server.stop()


def test_a_site_that_keeps_failing_is_left_alone(server: Loopback, hand: Hand) -> None:
    server.replies["*"] = ["403 |"]
    links = became(door(server, hand), *[f"{server.base}/{number}" for number in range(7)])
    assert links[4] == "unknown answered 403 (Forbidden)"
    assert links[5] == "unknown was not asked: the site failed 5 times in a row, last: answered 403 (Forbidden)"
    assert len(server.asked) == 10


def test_a_site_of_which_some_pages_are_refused_is_asked_for_the_others(server: Loopback, hand: Hand) -> None:
    server.replies["*"] = ["200 |"]
    for number in range(0, 40, 4):
        server.replies[f"/{number}"] = ["403 |"]
    links = became(door(server, hand), *[f"{server.base}/{number}" for number in range(40)])
    assert links.count("there") == 30
    assert links.count("unknown answered 403 (Forbidden)") == 10


def test_a_site_that_never_answers_head_is_asked_otherwise(
    server: Loopback, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "SECONDS", 1.0)
    server.replies["/a"] = ["hang |", "200 |"]
    assert became(door(server, hand), f"{server.base}/a") == ["there"]
    assert [each.method for each in server.asked] == ["HEAD", "GET"]


@pytest.mark.parametrize(
    ("host", "witness", "wanted"),
    [
        (socket.EAI_NONAME, 0, "gone cannot be found: there is no address of gone.example"),
        (socket.EAI_NONAME, socket.EAI_NONAME, "unknown cannot be found: there is no address of gone.example"),
        (socket.EAI_AGAIN, 0, "unknown cannot be found: there is no address of gone.example"),
    ],
)
def test_a_name_that_no_host_has(
    server: Loopback, hand: Hand, monkeypatch: pytest.MonkeyPatch, host: int, witness: int, wanted: str
) -> None:
    """The site is gone, unless no name can be looked up, or the answer may be another in a moment."""

    def look_up(name: str, *_: object, **__: object) -> list[object]:
        if error := host if name == "gone.example" else witness:
            raise socket.gaierror(error, "no")
        return [()]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert became(door(server, hand), "http://gone.example/a") == [wanted]


@pytest.mark.parametrize("url", ["ftp://example.org/a", "http://[/a", "http:///a", "https://a:b/c"])
def test_what_is_no_address_of_the_web(server: Loopback, hand: Hand, url: str) -> None:
    assert became(door(server, hand), url) == ["unknown is no address of the web"]


@pytest.mark.parametrize(
    "host",
    "169.254.169.254 [fe80::1] [::ffff:169.254.169.254] [64:ff9b::a9fe:a9fe] [2002:a9fe:a9fe::] [fd00:ec2::254] [::]"
    " 100.100.100.200 168.63.129.16".split(),
)
def test_where_clouds_tell_their_machines_secrets_nobody_asks(server: Loopback, hand: Hand, host: str) -> None:
    (said,) = became(door(server, hand), f"http://{host}/latest")
    assert said.endswith("which is in a private network")
