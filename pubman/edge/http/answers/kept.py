"""One answer as a file: the digest of the rest, a line of JSON, and the body as it came."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any, NamedTuple

SCHEMA = 1
DAY = 86400.0
GOOD_FOR = {200: 30 * DAY, 404: DAY}
"""How long an answer of a status is used, in seconds."""


class Kept(NamedTuple):
    """An answer in the cache."""

    status: int
    url: str
    at: float
    body: bytes


def written(kept: Kept, key: str) -> bytes:
    """The file of the answer to what `key` says."""
    head = {"pubman": SCHEMA, "key": key, "status": kept.status, "url": kept.url, "at": kept.at}
    content = json.dumps(head).encode() + b"\n" + kept.body
    return sha256(content).hexdigest().encode() + b"\n" + content


def read(data: bytes, key: str) -> Kept:
    """The answer in a file; raises ValueError, TypeError, KeyError or RecursionError when it is not that of the key."""
    digest, _, content = data.partition(b"\n")
    if digest != sha256(content).hexdigest().encode():
        raise ValueError("spoilt")
    line, _, body = content.partition(b"\n")
    head: Any = json.loads(line)
    if head["pubman"] != SCHEMA or head["key"] != key or head["status"] not in GOOD_FOR:
        raise ValueError("another answer")
    return Kept(head["status"], str(head["url"]), float(head["at"]), body)
