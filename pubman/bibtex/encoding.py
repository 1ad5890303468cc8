"""Bytes of a file as text and back, without losing one: UTF-8, any other byte as a lone surrogate (PEP 383)."""

from __future__ import annotations

import re

from pubman.errors import InputError, Problem

WINDOWS_1252 = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or "\N{REPLACEMENT CHARACTER}"
    for byte in range(0x80, 0x100)
}


def decode(data: bytes, file: str = "") -> str:
    """The text of a file, byte order mark included; `encode` gives the same bytes back.

    Raises InputError, naming the file's first line, for UTF-16 or UTF-32.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or re.match(rb"(?s)(?:[^\0]\0){2}|(?:\0[^\0]){2}", data):
        message = "the file is UTF-16, not UTF-8"
        raise InputError(
            f"{file or 'the file'}:1: {message}",
            hint="save it as UTF-8 in your editor, or: iconv -f UTF-16 -t UTF-8",
            problems=[Problem(file, 1, 1, "encoding", "error", message)],
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


def encode(text: str) -> bytes:
    """The bytes that `decode` made this text of."""
    return text.encode("utf-8", "surrogateescape")


def check(data: bytes, file: str = "") -> list[Problem]:
    """A warning at the first byte that is not UTF-8, or nothing."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        breaks = [*re.finditer(rb"\r\n?|\n", before)]
        start = breaks[-1].end() if breaks else 0
        column = len(before[start:].decode("utf-8")) + 1
        message = f"the encoding is not UTF-8 (byte 0x{data[error.start]:02X}); kept as it is, shown as Windows-1252"
        line = re.split(rb"[\r\n]", data[start : start + 300], maxsplit=1)[0]
        return [
            Problem(
                file,
                len(breaks) + 1,
                column,
                "encoding",
                "warning",
                message,
                shown(line.decode("utf-8", "surrogateescape")),
            )
        ]
    return []


def shown(text: str) -> str:
    """The text for a reader: a byte that is not UTF-8 as Windows-1252 has it."""
    return text if text.isascii() else text.translate(WINDOWS_1252)
