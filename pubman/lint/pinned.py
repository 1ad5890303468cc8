"""Comments that pin a field which neither their entry has nor a look-up gives: a slip, as nothing is kept by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pubman.bibtex.scan.source import Source
    from pubman.errors import Problem


def strange(source: Source) -> Iterator[Problem]:
    """A warning for each such field, at the start of the entry."""
    if "pubman:" not in source.text:
        return
    from pubman.enrich import pins, values
    from pubman.options import did_you_mean

    pinned = pins.in_comments(source)
    given = {name for names in (*values.FIELDS.values(), values.OTHERS) for name in names.split()}
    for block in source.blocks:
        names = [source.text[field.name_start : field.name_end].lower() for field in block.fields]
        known = {pins.ALL, *given, *names}
        for name in sorted(pinned.get(block.start, frozenset()) - known):
            message = f'a comment pins "{name}", which the entry does not have{did_you_mean(name, sorted(known))}'
            yield source.problem(block.start, "unknown-pin", "warning", message)
