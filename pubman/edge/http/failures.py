"""What the libraries say when an exchange fails, in words; never theirs, which may hold the password of a proxy."""

from __future__ import annotations

import socket
from typing import Any

import requests
import urllib3

from pubman.edge.http.retries import FailureError

_IMPOSSIBLE = {
    requests.exceptions.InvalidURL,
    requests.exceptions.InvalidSchema,
    requests.exceptions.MissingSchema,
    urllib3.exceptions.LocationValueError,
}
_PROXY = "look at HTTPS_PROXY, HTTP_PROXY and NO_PROXY"
_OFFLINE = "look at the connection; --offline answers from the cache"


def named(error: Exception, host: str, connect: float, read: float) -> FailureError:
    """The failure that an error of requests, urllib3 or the system is, with whether it can pass.

    `connect` and `read` are the seconds after which those give up. An error that is none of theirs is raised again.
    """
    chain = _chain(error)
    causes = {kind for each in chain for kind in type(each).__mro__}
    if causes & {requests.exceptions.SSLError, urllib3.exceptions.SSLError}:
        hint = "if your network inspects TLS, let REQUESTS_CA_BUNDLE name its certificates"
        return FailureError(f"has no certificate at {host} that can be trusted", hint=hint)
    if causes & {requests.exceptions.ProxyError, urllib3.exceptions.ProxyError}:
        return FailureError("cannot be reached through the proxy", passing=True, hint=_PROXY)
    if causes & {urllib3.exceptions.NameResolutionError, socket.gaierror}:
        nowhere = any(isinstance(each, socket.gaierror) and each.errno == socket.EAI_NONAME for each in chain)
        reason = f"cannot be found: there is no address of {host}"
        return FailureError(reason, passing=True, nowhere=nowhere, hint=_OFFLINE)
    if urllib3.exceptions.NewConnectionError in causes:  # which counts among the time-outs, too
        return FailureError(f"cannot be reached: nobody answers at {host}", passing=True, hint=_OFFLINE)
    if causes & {requests.exceptions.ConnectTimeout, urllib3.exceptions.ConnectTimeoutError}:
        return FailureError(
            f"cannot be reached: {host} took no connection in {connect:.0f} s", passing=True, hint=_OFFLINE
        )
    if causes & {requests.exceptions.ReadTimeout, urllib3.exceptions.ReadTimeoutError}:
        return FailureError(f"did not answer within {read:.0f} s", passing=True)
    if causes & _IMPOSSIBLE:
        return FailureError(f"cannot be asked at {host}: the address, or that of the proxy, is no good", hint=_PROXY)
    if urllib3.exceptions.DecodeError in causes:
        return FailureError("answered with a body that is no gzip", passing=True)
    if causes & {requests.exceptions.RequestException, urllib3.exceptions.HTTPError}:
        return FailureError("broke the connection off", passing=True)
    if OSError in causes:
        hint = "REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE names it"
        return FailureError("cannot be asked: the file of certificates cannot be read", hint=hint)
    raise error


def _chain(error: BaseException) -> list[BaseException]:
    """An error and what it was made of."""
    found: list[BaseException] = []
    waiting: list[Any] = [error]
    while waiting and len(found) < 20:
        each = waiting.pop()
        if isinstance(each, BaseException) and each not in found:
            found.append(each)
            waiting += [*each.args, getattr(each, "reason", None), each.__cause__, each.__context__]
    return found
