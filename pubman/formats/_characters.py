"""Characters that are not text: controls, direction overrides and invisible ones, taken out or shown as escapes."""

from __future__ import annotations

import re

SPACES = "\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029"
CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE = "\xad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
SURROGATES = "\ud800-\udfff"
JOINERS = "\u200c\u200d"
# Scripts (and emoji) whose letters change their shape with a joiner between them; anywhere else a joiner only hides.
_JOINED = (
    "\u0590-\u1fff\u2190-\u2bff\ua800-\uabff\ufb1d-\ufdff\ufe0f\ufe70-\ufefc\U00011000-\U00011fff\U0001f000-\U0001faff"
)

unclean = re.compile(f"[{SPACES}{CONTROLS}{DIRECTIONS}{INVISIBLE}{SURROGATES}{JOINERS}]").search
"""Finds the first character that `clean` would not let through."""

# Patterns of the rare case are left uncompiled until it happens: `re` keeps them then.
_SPACE = f"[{SPACES}]"
_HIDDEN = f"[{INVISIBLE}]|(?<![{_JOINED}])[{JOINERS}]|[{JOINERS}](?![{_JOINED}])"
_HARMFUL = f"[{CONTROLS}{DIRECTIONS}{SURROGATES}]"


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _drop(found: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else ""


def clean(string: str, *, escapes: bool = False) -> str:
    r"""The string with line breaks and tabs as spaces, without invisible characters that no script needs.

    Controls, direction overrides and lone surrogates go too (a surrogate leaves U+FFFD); with `escapes` they are shown
    as `\x1b` or `\u202e` instead.
    """
    visible = re.sub(_HIDDEN, "", re.sub(_SPACE, " ", string))
    return re.sub(_HARMFUL, _escape if escapes else _drop, visible)
