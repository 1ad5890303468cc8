"""What a reply means: an answer, a failure that may pass, or one that lasts."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from pubman.edge.http import bodies, retries
from pubman.edge.http.retries import FailureError

if TYPE_CHECKING:
    from pubman.edge.http.clock import Clock
    from pubman.edge.http.services import Service
    from pubman.edge.http.transport import Reply

_PASSING = (429, 500, 502, 503, 504)
_SIGN_IN = "a network that wants you to sign in first answers like that"


def judge(reply: Reply, accept: str, service: Service, clock: Clock) -> None:
    """Raise FailureError unless the reply is a 404, or a 200 with a whole body of the kind that was asked for."""
    if reply.status == 404:
        return
    if reply.status == 200:
        _judge_body(reply, accept)
        return
    reason = f"answered {reply.status}{phrase(reply.status)}{_said(reply)}"
    if reply.status == 403:
        hint = f"it may have blocked this address of the network: write to {service.support}" if service.support else ""
        raise FailureError(reason, blocked=True, hint=hint)
    if reply.status in (204, 406):
        raise FailureError(f"{reason}: it has no such record to give")
    after = retries.after(reply.headers.get("retry-after", ""), clock)
    raise FailureError(reason, passing=reply.status in _PASSING, after=after)


def _judge_body(reply: Reply, accept: str) -> None:
    kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    wanted = "json" if "json" in accept else "xml" if "xml" in accept or "atom" in accept else ""
    if kind in ("text/html", "application/xhtml+xml"):
        raise FailureError("answered with a web page instead of a record", hint=_SIGN_IN)
    if kind and wanted not in kind:
        raise FailureError(f"answered with {kind[:60]} instead of {wanted.upper()}")
    if fault := bodies.fault(reply.body, accept):
        # Only an answer of unknown length can have been cut without anyone noticing: another try may bring it whole.
        cut = "" if reply.measured else ", and may have been cut off"
        raise FailureError(f"answered with a body that {fault}{cut}", passing=not reply.measured)


def phrase(status: int) -> str:
    """The meaning of a status in parentheses, after a blank; nothing for one that has none."""
    try:
        return f" ({HTTPStatus(status).phrase})"
    except ValueError:
        return ""


def _said(reply: Reply) -> str:
    """What Crossref says of a bad request: `{"message": [{"message": "..."}]}`."""
    if reply.status != 400:
        return ""
    try:
        message: Any = json.loads(reply.body.decode("utf-8"))["message"]
        return f": {str(message[0]['message'])[:200]}"
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return ""
