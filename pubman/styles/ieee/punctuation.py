"""How the parts of a reference are joined: by commas or by periods, inside closing quotation marks, never twice.

IEEE Reference Guide, "Style": paper-like references are one sentence of parts between commas, web-like ones a row of
sentences. Where the date would stand and none is known, `(n.d.)` stands between periods.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pubman.text import Run

if TYPE_CHECKING:
    from pubman.text import Text

Part: TypeAlias = "Text | str"

_NO_DATE = Run("(n.d.)")
NO_DATE: Text = (_NO_DATE,)

_CLOSING = frozenset(["”", "’”"])
_ENDS = frozenset(".?!")


def commas(*parts: Part) -> Text:
    """The parts with commas between them; a missing part takes its comma along."""
    runs: list[Run] = []
    for part in parts:
        if part:
            if runs:
                _close(runs, "." if part is NO_DATE or runs[-1] is _NO_DATE else ",")
            runs += (Run(part),) if isinstance(part, str) else part
    return tuple(runs)


def sentences(*parts: Part) -> Text:
    """The parts with periods between them, and none after the last; a part that ends a sentence already gets none."""
    runs: list[Run] = []
    for part in parts:
        if part:
            if runs:
                _close(runs, ".")
            runs += (Run(part),) if isinstance(part, str) else part
    return tuple(runs)


def stopped(runs: Text) -> Text:
    """The same with a period at its end."""
    closed = list(runs)
    if closed:
        _close(closed, ".", blank="")
    return tuple(closed)


def spaced(*parts: Part) -> Text:
    """The parts with a blank between them."""
    runs: list[Run] = []
    for part in parts:
        if part:
            if runs:
                runs.append(Run(" "))
            runs += (Run(part),) if isinstance(part, str) else part
    return tuple(runs)


def ends_sentence(runs: Text) -> bool:
    """Whether a text ends with a period, a question mark or an exclamation mark, be it inside quotation marks."""
    string = "".join([run.string for run in runs[-2:]])
    return string.rstrip("”’")[-1:] in _ENDS


def _close(runs: list[Run], mark: str, blank: str = " ") -> None:
    """Put a mark and a blank after the runs: inside a closing quotation mark, and no period after another."""
    last = runs[-1].string
    if last in _CLOSING:
        if mark == "." and len(runs) > 1 and runs[-2].string[-1:] in _ENDS:
            mark = ""
        runs[-1] = Run(mark + last + blank)
    elif mark == "." and last[-1] in _ENDS:
        if blank:
            runs.append(Run(blank))
    else:
        runs.append(Run(mark + blank))
