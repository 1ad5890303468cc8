"""BibTeX's tokens as regular expressions (bibtex.web, sections 83 to 89 and 183 ff.), each of them linear in time.

An identifier is anything but blanks, control characters and `"#%'(),={}`, and starts with no digit; letters outside
ASCII are fine, as in 8-bit BibTeX. pubman adds: `%` starts a remark to the end of the line, `@` is in no identifier.
"""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern ready for use; those that a faultless file hardly needs are compiled when they are."""
    return re.compile(pattern)


_LETTER = r"""[^\s\x00-\x20\x7f"#%'(),={}@0-9]"""
NAME = rf"""{_LETTER}[^\s\x00-\x20\x7f"#%'(),={{}}@]*+"""

_DEPTH = 4


def _balanced(around: str) -> str:
    """Text that balances to a depth that almost every value keeps; deeper ones are found by the table of partners."""
    inner = r"[^{}]*+"
    for _ in range(_DEPTH - 1):
        inner = rf"[^{{}}]*+(?:\{{{inner}\}}[^{{}}]*+)*+"
    return inner if around == "{" else rf'[^"{{}}]*+(?:\{{{inner}\}}[^"{{}}]*+)*+'


BRACED = rf"\{{{_balanced('{')}\}}"
QUOTED = rf'"{_balanced(chr(34))}"'

FIELD = re.compile(
    rf"\s*+,\s*+({NAME})\s*+=\s*+(?:({BRACED})|({QUOTED})|([0-9]++)|({NAME}))(?=\s*+[,}})])",
)
"""The common field whole: comma, name, a value of one part."""

HEAD = re.compile(rf"@\s*+({NAME})\s*+([{{(])\s*+([^\s,}}]*+)\s*+")
"""The start of an entry up to its key."""

START = rf"@\s*+{NAME}\s*+[{{(]"
KEYED = rf"@\s*+{NAME}\s*+[{{(]\s*+[^\s,{{}}()]*+\s*+,"
"""What looks like the start of an entry, and what hardly can be anything else."""

COMMENT = r"(?i)@\s*+comment(?![^\s{(,}])[^\r\n]*+"
END = re.compile(r"\s*+,?+\s*+([})])")
KEY = r"[^\s,}]*+"
IDENTIFIER = NAME
NUMBER = r"[0-9]++"
GAP = re.compile(r"\s*+(?:%[^\r\n]*+\s*+)*+")
REMARK = r"%[^\r\n]*+(?:\s*+%[^\r\n]*+)*+"
LANDMARK = re.compile(rf"%|@(?=\s*+{_LETTER})")
QUOTE_STOP = r'["{}]'
WORD = r"""[^\s,={}"#]{1,40}"""
