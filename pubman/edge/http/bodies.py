"""Whether the body of an answer is whole and well-formed, before anyone reads it or keeps it."""

from __future__ import annotations

import json


def fault(body: bytes, accept: str) -> str:
    """What is wrong with a body as an answer to this `Accept`, or nothing.

    JSON and XML must be UTF-8 and parse; NaN, Infinity, a nesting that no record has and an XML document type are
    refused. Any other kind of body is taken as it is.
    """
    if "json" in accept:
        return _json(body)
    if "xml" in accept or "atom" in accept:
        return _xml(body)
    return ""


def _json(body: bytes) -> str:
    try:
        json.loads(body.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError:
        return "is not UTF-8"
    except RecursionError:
        return "is nested too deeply"
    except ValueError:
        return "is not JSON" if body.strip() else "is empty"
    return ""


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _xml(body: bytes) -> str:
    from xml.parsers import expat

    try:
        body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "is not UTF-8"
    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = _document_type
    try:
        parser.Parse(body, True)
    except expat.ExpatError:
        return "is not XML" if body.strip() else "is empty"
    except ValueError as error:
        return str(error)
    return ""


def _document_type(*_: object) -> None:
    """A document type can define entities that blow up; no service sends one."""
    raise ValueError("declares a document type")
