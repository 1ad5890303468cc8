"""One line of `add --json` and `enrich --json`: the same keys whatever became of the work."""

from __future__ import annotations

import json
from typing import Any

from pubman.edge import terminal


def put(status: str, message: str = "", *, differs: Any = None, **more: Any) -> None:
    """Print one object on a line; what is not given is empty, and only `enrich` has what `differs`."""
    row: dict[str, Any] = {
        "key": "",
        "status": status,
        "doi": "",
        "evidence": {},
        "changes": {},
        **({} if differs is None else {"differs": differs}),
        "candidates": [],
        "message": message,
        "file": "",
    }
    terminal.put(json.dumps(row | more, ensure_ascii=False))
