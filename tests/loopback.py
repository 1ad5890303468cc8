"""A real HTTP server on a loopback port, for the tests that ask a service."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest


class Answer(NamedTuple):
    """What a service says: a status, a body, and the media type of the body."""

    status: int
    body: bytes
    type: str = "application/json"


def said(body: object, status: int = 200) -> Answer:
    """An answer in JSON; nothing is what nobody knows (404)."""
    return Answer(status, json.dumps(body).encode()) if body else Answer(404, b"Resource not found.")


class Service(BaseHTTPRequestHandler):
    """A service of a test: it says what it is asked about `answer`, whole, on a connection that is kept."""

    protocol_version = "HTTP/1.1"

    def answer(self) -> Answer:
        """The answer to the request at `self.path`."""
        raise NotImplementedError

    def do_GET(self) -> None:
        """Say the answer; to HEAD without its body."""
        answer = self.answer()
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(answer.body)

    def do_HEAD(self) -> None:
        """Say the answer without its body."""
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


@contextmanager
def serving(service: type[Service]) -> Iterator[str]:
    """The address at which the service answers, until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), service)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def workplace(addresses: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository to work in, beside the services at these addresses and a cache that nothing is in."""
    for name, address in addresses.items():
        monkeypatch.setenv(f"PUBMAN_{name.upper()}_URL", address)
    monkeypatch.setenv("PUBMAN_MAILTO", "me@example.org")
    monkeypatch.setenv("PUBMAN_CACHE_DIR", str(tmp_path / "cache"))
    work = tmp_path / "work"
    (work / ".git").mkdir(parents=True)
    monkeypatch.chdir(work)
    return work
