"""What `enrich` is asked to do."""

from __future__ import annotations

from typing import NamedTuple


class Wish(NamedTuple):
    """The options of `enrich`."""

    update: tuple[str, ...] = ()
    upgrade: bool = False
    issn: bool = False
    why: bool = False
    as_json: bool = False
    refresh: bool = False
    dry_run: bool = False
    diff: bool = False
