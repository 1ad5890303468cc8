"""The door to the network against a server on loopback that misbehaves as real ones do."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import casefile
import pytest
from scripted import Hand, Loopback

from pubman import __version__
from pubman.edge import http
from pubman.edge.config import Config
from pubman.edge.http import bodies, retries, services
from pubman.edge.http.clock import Deadline
from pubman.errors import ServiceError, UsageError

HERE = Path(__file__).parent
WORK = "/works/10.1%2Fx"
GOOD = '200 | {"a": 1}'


def door(server: Loopback, hand: Hand | None = None, **how: object) -> http.Door:
    clock = {"clock": hand.clock} if hand else {}
    return http.Door("ann@example.org", server.addresses, **clock, **how)  # type: ignore[arg-type]


def outcome(here: http.Door) -> list[str]:
    try:
        answer = here.get("crossref", WORK, about="10.1/x")
    except ServiceError as error:
        return [f"error: {error.message}", f"hint: {error.hint}"]
    return [f"{answer.status} {answer.body.decode()}".rstrip()]


@casefile.cases(HERE, "replies.cases")
def test_reply(case: casefile.Case, server: Loopback, hand: Hand) -> None:
    server.replies["*"] = case.parts[0].splitlines()
    here = door(server, hand)
    said = outcome(here)
    facts = [f"asked {len(server.asked)}"]
    if waited := [f"{seconds:g}" for seconds in hand.slept if seconds >= 0.9]:
        facts.append("waited " + " ".join(waited))
    count = len(server.asked)
    server.replies["*"] = ["500 |"]
    if outcome(door(server, hand)) == said and len(server.asked) == count:
        facts.append("kept")
    shown = "\n".join([*said, ", ".join(facts)]).replace(server.base, "BASE")
    assert shown == case.parts[1], case.place


@casefile.cases(HERE, "redirects.cases")
def test_redirect(case: casefile.Case) -> None:
    url, location = case.parts[0].splitlines()
    known = {
        "crossref": "http://127.0.0.1:8000/crossref",
        "doi": "https://doi.org",
        "datacite": "https://mirror.example.org:8443/dc",
    }
    assert (services.redirected(url, location, known) or "nowhere") == case.parts[1], case.place


@casefile.cases(HERE, "retry-after.cases")
def test_retry_after(case: casefile.Case, hand: Hand) -> None:
    assert f"{retries.after(case.parts[0], hand.clock):.10g}" == case.parts[1], case.place


@casefile.cases(HERE, "bodies.cases")
def test_body(case: casefile.Case) -> None:
    accept, _, body = case.parts[0].partition("\n")
    said = bodies.fault(body.replace("LONG", "1" * 6000).encode(), accept)
    assert (said or "nothing") == case.parts[1], case.place


def test_who_asks_is_named_and_nothing_else_is_told(
    server: Loopback, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login ann password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HOME", str(tmp_path))
    server.replies["*"] = ['200 Set-Cookie: tracked=yes | {"a": 1}']
    here = door(server)
    for path in ("/works/1", "/works/2"):
        here.get("crossref", path)
    for asked in server.asked:
        assert asked.headers.pop("user-agent") == f"pubman/{__version__} (mailto:ann@example.org)"
        assert asked.headers.pop("host") == server.base.removeprefix("http://")
        assert asked.headers == {"accept": "application/json", "accept-encoding": "gzip"}
        assert "mailto" not in asked.path


def test_nobody_is_named_who_gave_no_name(server: Loopback) -> None:
    server.replies["*"] = [GOOD]
    http.Door("", server.addresses).get("crossref", WORK)
    assert "(" not in server.asked[0].headers["user-agent"]


@pytest.mark.parametrize(
    ("path", "query", "sent"),
    [
        (
            "/works/10.5555%2F%28sici%291%3A2%3C3%3A%3Aaid%3E4%23-5%3F6%252F7",
            {},
            "/crossref/works/10.5555%2F%28sici%291%3A2%3C3%3A%3Aaid%3E4%23-5%3F6%252F7",
        ),
        ("/works", {"filter": "doi:10.1/a,doi:10.2/b+c"}, "/crossref/works?filter=doi%3A10.1%2Fa%2Cdoi%3A10.2%2Fb%2Bc"),
        ("/works", {"query": "a b&c=ü"}, "/crossref/works?query=a%20b%26c%3D%C3%BC"),
    ],
)
def test_what_is_asked_arrives(server: Loopback, path: str, query: dict[str, str], sent: str) -> None:
    server.replies["*"] = [GOOD]
    door(server).get("crossref", path, query=query)
    assert server.asked[0].path.replace("%28", "(").replace("%29", ")") == sent.replace("%28", "(").replace("%29", ")")


@pytest.mark.parametrize(
    "path",
    [
        "/works/../members",
        "/works/%2e%2E/x",
        "/works/./x",
        "/a?b",
        "/a#b",
        "/a b",
        "/a\nb",
        "/ü",
        "/a\\b",
        "/" + "x" * 9000,
    ],
)
def test_another_path_than_it_seems_is_refused(server: Loopback, path: str) -> None:
    server.replies["*"] = [GOOD]
    with pytest.raises(UsageError):
        door(server).get("crossref", path)
    assert not server.asked


@pytest.mark.parametrize("line", ["hang", "trickle 200 | " + "x" * 200, "trickle-head"])
def test_a_look_up_ends_at_its_deadline(server: Loopback, line: str) -> None:
    server.replies["*"] = [line]
    begun = time.monotonic()
    with pytest.raises(ServiceError, match=r"did not answer in full.*a look-up has 0\.4 s"):
        door(server).get("crossref", WORK, deadline=Deadline(0.4))
    assert time.monotonic() - begun < 5  # the server would take ten
    server.released.set()
    server.replies["*"] = [GOOD]
    assert door(server).get("crossref", WORK).body == b'{"a": 1}'


def test_the_requests_of_a_look_up_share_its_time(server: Loopback, hand: Hand) -> None:
    server.replies["*"] = ["503 Retry-After: 30 |", GOOD]
    here = door(server, hand)
    deadline = here.deadline()
    here.get("crossref", WORK, deadline=deadline)
    server.replies["*"] = ["503 Retry-After: 30 |", GOOD]
    with pytest.raises(ServiceError, match="asks to wait 30 s"):
        here.get("datacite", "/dois/10.1%2Fx", deadline=deadline)
    server.replies["*"] = ["503 Retry-After: 30 |", GOOD]
    assert here.get("datacite", "/dois/10.1%2Fx").fresh


def test_waiting_for_a_turn_costs_the_look_up_nothing(server: Loopback, hand: Hand) -> None:
    server.replies["*"] = ["200 Content-Type: application/atom+xml | <feed/>"]
    here = door(server, hand)
    for number in range(30):
        here.get(
            "arxiv",
            "/api/query",
            query={"id_list": str(number)},
            accept="application/atom+xml",
            deadline=(shared := here.deadline()),
        )
        assert shared.left() == pytest.approx(45)
    assert hand.at - hand.started >= 29 * 3


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "\\r\\n\\r\\n",
        "junk",
        "HTTP/1.1",
        "HTTP/1.1 abc OK\\r\\n\\r\\n",
        "HTTP/9.9 200 OK\\r\\n\\r\\n{}",
        "HTTP/1.1 200 OK\\r\\nno colon\\r\\n\\r\\n",
        "HTTP/1.1 200 OK\\r\\nContent-Length: -5\\r\\n\\r\\n{",
        "HTTP/1.1 200 OK\\r\\nContent-Length: lots\\r\\n\\r\\n{",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 2, 9\\r\\n\\r\\n{}",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nZZ\\r\\n{}",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n-2\\r\\n{}",
        "HTTP/1.1 200 OK\\r\\nX: " + "x" * 70000,
        "HTTP/1.1 200 OK\\r\\n" + "X: y\\r\\n" * 200 + "\\r\\n",
        "HTTP/1.1 302 Found\\r\\nConnection: close\\r\\nLocation: \\xff\\xfe\\r\\nContent-Length: 0\\r\\n\\r\\n",
        "HTTP/1.1 302 Found\\r\\nConnection: close\\r\\nLocation: http://[\\r\\nContent-Length: 0\\r\\n\\r\\n",
        "HTTP/1.1 999 Odd\\r\\nContent-Length: 0\\r\\n\\r\\n",
        "HTTP/1.1 101 Switching\\r\\n\\r\\n",
    ],
)
def test_what_is_no_http_is_a_service_error(server: Loopback, hand: Hand, reply: str) -> None:
    server.replies["*"] = [f"raw | {reply}"]
    with pytest.raises(ServiceError):
        door(server, hand).get("crossref", WORK)
    assert len(server.asked) <= 2 * retries.TRIES
    server.replies["*"] = [GOOD]
    assert door(server, hand).get("crossref", WORK).fresh


@pytest.mark.parametrize("proxy", ["socks9://127.0.0.1:9", "http://", "http://[", "127.0.0.1:port"])
def test_a_proxy_that_is_none(server: Loopback, hand: Hand, monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    with pytest.raises(ServiceError) as caught:
        door(server, hand).get("crossref", WORK)
    assert "HTTPS_PROXY" in caught.value.hint


def test_certificates_that_cannot_be_read(server: Loopback, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/no/such/file.pem")
    addresses = dict.fromkeys(services.SERVICES, server.base.replace("http:", "https:"))
    with pytest.raises(ServiceError, match="the file of certificates cannot be read") as caught:
        http.Door("", addresses, clock=hand.clock).get("crossref", WORK)
    assert "REQUESTS_CA_BUNDLE" in caught.value.hint


def test_nobody_listens(hand: Hand, server: Loopback) -> None:
    server.stop()
    with pytest.raises(ServiceError) as caught:
        door(server, hand).get("crossref", WORK, about="10.1/x")
    assert "cannot be reached: nobody answers at 127.0.0.1, 4 times" in caught.value.message
    assert caught.value.exit_code == 5


def test_a_host_without_address(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def unknown(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    here = http.Door("", dict.fromkeys(services.SERVICES, "https://no.such.host.invalid"), clock=hand.clock)
    with pytest.raises(ServiceError, match=r"there is no address of no\.such\.host\.invalid, 4 times") as caught:
        here.get("crossref", WORK)
    assert "--offline" in caught.value.hint


def test_a_proxy_is_used_and_its_password_is_not_told(
    server: Loopback, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.replies["*"] = [GOOD]
    addresses = dict.fromkeys(services.SERVICES, "http://crossref.invalid")
    proxy = server.base.removeprefix("http://")
    monkeypatch.setenv("http_proxy", f"http://ann:secret@{proxy}")
    assert http.Door("", addresses, clock=hand.clock).get("crossref", WORK).status == 200
    assert server.asked[0].path == f"http://crossref.invalid{WORK}"
    monkeypatch.setenv("http_proxy", "http://ann:secret@127.0.0.1:9")
    with pytest.raises(ServiceError, match="through the proxy") as caught:
        http.Door("", addresses, refresh=True, clock=hand.clock).get("crossref", WORK)
    assert "secret" not in caught.value.message + caught.value.hint


def test_a_certificate_that_cannot_be_trusted(server: Loopback, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    import ssl

    import urllib3

    def untrusted(*_: object, **__: object) -> None:
        raise urllib3.exceptions.SSLError(ssl.SSLCertVerificationError(1, "self-signed certificate"))

    monkeypatch.setattr(urllib3.connectionpool.HTTPConnectionPool, "_make_request", untrusted)
    with pytest.raises(ServiceError, match=r"no certificate at 127\.0\.0\.1 that can be trusted") as caught:
        door(server, hand).get("crossref", WORK)
    assert "REQUESTS_CA_BUNDLE" in caught.value.hint
    assert not hand.slept


def test_a_redirect_is_followed_on_the_server_of_a_service(server: Loopback) -> None:
    server.replies["/doi/10.1%2Fx"] = ["302 Location: HERE/crosscite/10.1 |"]
    server.replies["/crosscite/10.1"] = ["303 Location: /end |"]
    server.replies["/end"] = [GOOD]
    answer = door(server).get("doi", "/10.1%2Fx")
    assert (answer.body, answer.url) == (b'{"a": 1}', f"{server.base}/end")


@pytest.mark.parametrize("location", ["http://127.0.0.2:9/", "http://169.254.169.254/", "file:///etc/passwd", ""])
def test_a_redirect_elsewhere_is_not(server: Loopback, location: str) -> None:
    server.replies["*"] = [f"302 Location: {location} |"]
    with pytest.raises(ServiceError, match="where pubman does not follow"):
        door(server).get("doi", "/10.1%2Fx")
    assert len(server.asked) == 1


def test_a_redirect_into_a_private_network_is_not(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    look_up = socket.getaddrinfo

    def rebound(host: str, *more: object, **named: object) -> object:
        return look_up("10.0.0.1" if host == "data.crosscite.org" else host, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    server.replies["*"] = ["302 Location: https://data.crosscite.org/10.1 |"]
    with pytest.raises(ServiceError, match=r"leads to data\.crosscite\.org, which is in a private network"):
        door(server).get("doi", "/10.1%2Fx")


@pytest.mark.parametrize("status", ["302 Location: HERE/end", "404"])
def test_a_body_that_nobody_needs_is_not_read_to_its_end(server: Loopback, status: str) -> None:
    server.replies["*"] = [f"endless {status} |"]
    server.replies["/end"] = ["404 |"]
    assert door(server).get("doi", "/10.1%2Fx", deadline=Deadline(20)).status == 404


def test_redirects_end(server: Loopback) -> None:
    for number in range(9):
        server.replies[f"/{number}"] = [f"302 Location: HERE/{number + 1} |"]
    server.replies["*"] = ["302 Location: HERE/0 |"]
    with pytest.raises(ServiceError, match="redirects more than 5 times"):
        door(server).get("doi", "/10.1%2Fx")
    assert len(server.asked) == 6


def test_redirects_in_a_circle_end_sooner(server: Loopback) -> None:
    server.replies["*"] = ["302 Location: HERE/doi/10.1%2Fx |"]
    with pytest.raises(ServiceError, match="redirects in a circle"):
        door(server).get("doi", "/10.1%2Fx")
    assert len(server.asked) == 1


def test_a_service_that_keeps_failing_is_left_alone(server: Loopback, hand: Hand) -> None:
    server.replies["*"] = ["500 |"]
    here = door(server, hand)
    for number in range(4):
        with pytest.raises(ServiceError) as caught:
            here.get("crossref", f"/works/{number}")
    assert len(server.asked) == 5
    assert "is not asked any more: it failed 5 times in a row, last: answered 500" in caught.value.message
    server.replies["*"] = [GOOD]
    assert here.get("datacite", "/dois/1").fresh  # the others are asked
    assert door(server, hand).get("crossref", WORK).fresh  # and in the next run it is, too


def test_a_service_that_fails_now_and_then_is_left_alone_at_a_tenth(server: Loopback, hand: Hand) -> None:
    here = door(server, hand)
    for number in range(18):
        server.replies["*"] = ["503 |", GOOD] if number == 3 else [GOOD]
        assert here.get("crossref", f"/works/{number}").fresh
    server.replies["*"] = ["503 |", GOOD]
    with pytest.raises(ServiceError):
        here.get("crossref", "/works/last")
    with pytest.raises(ServiceError, match="failed 2 times in 20"):
        here.get("crossref", "/works/more")


def test_who_blocks_us_is_asked_nothing_more(server: Loopback, hand: Hand) -> None:
    server.replies["*"] = ["403 |"]
    here = door(server, hand)
    for number in range(3):
        with pytest.raises(ServiceError):
            here.get("crossref", f"/works/{number}")
    assert len(server.asked) == 1


def test_what_the_caller_refuses_is_not_kept(server: Loopback) -> None:
    server.replies["*"] = [GOOD]

    def refuse(_: http.Answer) -> None:
        raise ServiceError("another record")

    with pytest.raises(ServiceError, match="another record"):
        door(server).get("crossref", WORK, check=refuse)
    door(server).get("crossref", WORK)
    assert len(server.asked) == 2
    with pytest.raises(ServiceError, match="another record"):
        door(server).get("crossref", WORK, check=refuse)  # it was kept before: asked again, and forgotten
    assert len(server.asked) == 3
    assert door(server).known("crossref", WORK) is None


def test_what_the_caller_does_not_trust_is_not_kept(server: Loopback) -> None:
    server.replies["*"] = [GOOD]
    assert door(server).get("crossref", WORK, check=lambda _: False).body
    assert door(server).known("crossref", WORK) is None
    assert door(server).get("crossref", WORK, check=lambda _: None).fresh
    assert door(server).known("crossref", WORK)


def test_offline_answers_from_the_cache_or_not_at_all(server: Loopback) -> None:
    server.replies["*"] = [GOOD]
    with pytest.raises(ServiceError, match=r"10\.1/x: not in the cache.*Crossref was not asked") as caught:
        door(server, offline=True).get("crossref", WORK, about="10.1/x")
    assert caught.value.exit_code == 5
    first = door(server).get("crossref", WORK)
    again = door(server, offline=True).get("crossref", WORK)
    assert (first.fresh, again.fresh, again[:3]) == (True, False, first[:3])
    assert len(server.asked) == 1


def test_refresh_asks_again(server: Loopback) -> None:
    server.replies["*"] = [GOOD, '200 | {"a": 2}']
    door(server).get("crossref", WORK)
    assert door(server, refresh=True).get("crossref", WORK).body == b'{"a": 2}'
    assert door(server).get("crossref", WORK)[1:] == (b'{"a": 2}', f"{server.base}/crossref{WORK}", False)


def test_what_is_known_from_elsewhere(server: Loopback) -> None:
    here = door(server)
    assert here.known("crossref", WORK) is None
    here.keep("crossref", WORK, b"{}")
    here.keep("crossref", "/works/none", b"", status=404)
    assert (answer := here.known("crossref", WORK))
    assert (answer.status, answer.body) == (200, b"{}")
    assert here.get("crossref", "/works/none").status == 404
    assert here.known("crossref", WORK, accept="text/plain") is None
    assert here.known("crossref", WORK, query={"a": "1"}) is None
    here.forget("crossref", WORK)
    assert here.known("crossref", WORK) is None
    assert not server.asked


def test_each_request_is_told_without_the_contact(server: Loopback, hand: Hand) -> None:
    server.replies["*"] = ["503 |", GOOD]
    said: list[str] = []
    door(server, hand, tell=said.append).get("crossref", WORK)
    door(server, hand, tell=said.append).get("crossref", WORK)
    url = f"{server.base}/crossref{WORK}"
    assert [line.replace("0.00", "0.01") for line in said] == [
        f"503 {url} (0 bytes, 0.01 s)",
        "again in 1.0 s: it answered 503 (Service Unavailable)",
        f"200 {url} (8 bytes, 0.01 s)",
        f"200 {url} (from the cache)",
    ]


def test_interrupted(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while waiting comes through at once, and leaves the turn to others."""
    import threading

    server.replies["*"] = ["hang"]
    join = threading.Thread.join

    def interrupt(thread: threading.Thread, timeout: float | None = None) -> None:
        join(thread, 0.05)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "join", interrupt)
        with pytest.raises(KeyboardInterrupt):
            door(server).get("arxiv", "/api/query")
    server.replies["*"] = ["200 Content-Type: application/atom+xml | <feed/>"]
    hand = Hand()
    hand.at = time.time() + 5
    assert door(server, hand).get("arxiv", "/api/query", accept="application/atom+xml").fresh


CONFIG = Config(root=Path(), mailto="ann@example.org", sources_tables={"crossref": {"url": "http://127.0.0.1:1/c/"}})


def test_addresses_and_contact_come_from_configuration_and_environment() -> None:
    environ = {"PUBMAN_CROSSREF_URL": "http://ignored", "PUBMAN_DOI_URL": "https://doi.example"}
    here = http.door(CONFIG, environ=environ)
    assert here.contact == "ann@example.org"
    assert here.addresses == {
        "crossref": "http://127.0.0.1:1/c",
        "doi": "https://doi.example",
        "datacite": "https://api.datacite.org",
        "arxiv": "https://export.arxiv.org",
        "orcid": "https://pub.orcid.org",
    }
    assert http.door(CONFIG, environ={"PUBMAN_MAILTO": "bob@example.org"}).contact == "bob@example.org"
    assert http.door(Config(root=Path()), environ={}).contact == ""


@pytest.mark.parametrize(
    "environ",
    [
        {"PUBMAN_MAILTO": text}
        for text in ("https://example.org", "ann", "a@b\r\nX: y", "Ann <a@b.org>", "a@b.org, c@d.org", "ä@b.org")
    ]
    + [
        {"PUBMAN_DOI_URL": url}
        for url in (
            "doi.org",
            "ftp://doi.org",
            "https://ann:secret@doi.org",
            "https://doi.org?x=1",
            "http://doi.org:99999",
            "http://[::1",
            "http://:80",
            "https://doi.org/#x",
            "https://",
        )
    ],
)
def test_what_is_no_address_is_refused(environ: dict[str, str]) -> None:
    with pytest.raises(UsageError) as caught:
        http.door(CONFIG, environ=environ)
    assert "secret" not in caught.value.message


def test_offline_and_refresh_contradict_each_other() -> None:
    with pytest.raises(UsageError):
        http.door(CONFIG, offline=True, refresh=True, environ={})


PROBE = """
import sys
from pubman.edge import http
from pubman.edge.http import services
from pubman.errors import ServiceError
door = http.Door("", dict.fromkeys(services.SERVICES, "http://127.0.0.1:9"), offline=True)
door.keep("crossref", "/works/1", b"{}")
assert door.get("crossref", "/works/1").body == b"{}"
try:
    door.get("crossref", "/works/2")
except ServiceError:
    print([name for name in ("requests", "urllib3", "ssl", "http.client", "xml") if name in sys.modules])
"""


def test_nothing_heavy_is_imported_until_a_request_is_made() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
