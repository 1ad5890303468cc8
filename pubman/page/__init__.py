"""A page and its blocks: found by their markers, filled with lists, everything outside of them left byte for byte."""

from pubman.page.filling import count, fill, set_option, set_options, shrunken
from pubman.page.inserting import insert_markers
from pubman.page.reading import Block, blocks

__all__ = ["Block", "blocks", "count", "fill", "insert_markers", "set_option", "set_options", "shrunken"]
