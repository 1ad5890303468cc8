"""Changes to a .bib file's text that leave every other byte as it is.

Each is made as splices, scanned again and compared with what was asked for; a change that would do more, or less, is
refused. Everything here is pure: texts in, a text out.
"""

from __future__ import annotations

from pubman.bibtex.edit.appending import append
from pubman.bibtex.edit.deleting import delete
from pubman.bibtex.edit.setting import Edit, set_each, set_fields

__all__ = ["Edit", "append", "delete", "set_each", "set_fields"]
