"""Which works a list shows and in what order: `where`, `sort` and `group`. Items are pairs of an entry and its work."""

from pubman.selection.asking import names_type, parse, query
from pubman.selection.order import group, sort

__all__ = ["group", "names_type", "parse", "query", "sort"]
