"""A server on loopback that answers by a script, and a clock that never waits."""

from __future__ import annotations

import gzip
import http.server
import threading
import time
from collections import defaultdict
from typing import NamedTuple

from pubman.edge.http.clock import Clock
from pubman.edge.http.services import SERVICES

TRICKLE = 0.05


class Asked(NamedTuple):
    path: str
    headers: dict[str, str]
    at: float
    method: str


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Loopback

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        server = self.server
        headers = {name.lower(): value for name, value in self.headers.items()}
        server.asked.append(Asked(self.path, headers, time.monotonic(), self.command))
        replies = server.replies[self.path.partition("?")[0]] or server.replies["*"]
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        try:
            self.reply(reply)
        except OSError:
            self.close_connection = True

    def do_HEAD(self) -> None:
        self.do_GET()

    def reply(self, line: str) -> None:
        """A line of a script: `[HOW] STATUS [Name: value; ...] | BODY`, or `close`, `hang`, `trickle head`."""
        head, _, body = line.partition("|")
        body = body.removeprefix(" ")
        how, _, rest = head.strip().partition(" ")
        if how == "close":
            self.close_connection = True
            return
        if how == "hang":
            self.server.released.wait(30)
            self.close_connection = True
            return
        if how == "raw":
            self.wfile.write(body.encode("latin-1").decode("unicode_escape").encode("latin-1"))
            self.close_connection = True
            return
        if how == "trickle-head":
            self.slowly(b"HTTP/1.1 200 OK\r\n" + b"X-Slow: yes\r\n" * 200)
            return
        if how.isdigit():
            how, rest = "whole", head.strip()
        status, _, named = rest.partition(" ")
        fields = [field.partition(":") for field in named.split(";") if field.strip()]
        headers = {name.strip().lower(): value.strip() for name, _, value in fields}
        data = body.replace("HERE", self.server.base).encode()
        self.send(how, int(status), headers, data)

    def send(self, how: str, status: int, headers: dict[str, str], data: bytes) -> None:
        base = self.server.base
        if how == "latin-1":
            data = data.decode().encode("latin-1")
        if how == "big":
            data = b" " * (6 << 20) + data
        if how == "bomb":
            data = gzip.compress(b" " * (64 << 20) + data)
            headers["content-encoding"] = "gzip"
        if how == "gzip":
            data = gzip.compress(data)
            headers["content-encoding"] = "gzip"
        if how == "deep":
            data = b"[" * 200_000
        headers.setdefault("content-type", "application/json")
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value.replace("HERE", base))
        half = data[: len(data) // 2]
        if how in ("cut", "no-length", "cut-chunk", "half-chunk", "big", "endless"):
            self.close_connection = True
        if how in ("cut-chunk", "half-chunk"):
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(
                b"%x\r\n%s" % (len(data), half) if how == "half-chunk" else b"%x\r\n%s\r\n" % (len(half), half)
            )
            return
        if how in ("no-length", "big", "endless"):
            self.send_header("Connection", "close")
        else:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command == "GET":
            self.send_body(how, data, half)

    def send_body(self, how: str, data: bytes, half: bytes) -> None:
        while how == "endless" and not self.server.released.is_set():
            self.wfile.write(b" " * 65536)
        if how == "trickle":
            self.slowly(data)
        else:
            self.wfile.write(half if how in ("cut", "no-length") else data)

    def slowly(self, data: bytes) -> None:
        self.close_connection = True
        for byte in data:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            if self.server.released.wait(TRICKLE):
                return


class Loopback(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server_port}"
        self.addresses = {name: f"{self.base}/{name}" for name in SERVICES}
        self.replies: dict[str, list[str]] = defaultdict(list)
        self.asked: list[Asked] = []
        self.released = threading.Event()

    def handle_error(self, *_: object) -> None:
        """Clients go away in the middle here: that is what is tested."""

    def start(self) -> None:
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        if self.released.is_set():
            return
        self.released.set()
        self.shutdown()
        self.server_close()


class Hand:
    """The hand of a clock: it moves when someone sleeps, or when it is moved."""

    def __init__(self) -> None:
        self.at = 1_790_004_800.0
        self.started = self.at
        self.slept: list[float] = []
        self.clock = Clock(
            now=lambda: self.at, passed=lambda: self.at - 1000, sleep=self.sleep, between=lambda _, high: high
        )

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds
