"""Names of journals, conferences, institutions and publishers as IEEE abbreviates them.

The order of authority is that of the IEEE Reference Guide (V 3.28.2025): IEEE's own titles (`ieee_titles.tsv`), the
guide's "Common Abbreviations of Words in References" with the families of its words (`guide_words.tsv`), then its
rules (-ology becomes -ol., -graphy -gr., a compound ends like its last part). An English word that none of these
covers is spelled out, as the guide wants it (`Linguistics`, `Notices`), not shortened by ISO 4, whose forms are not
the guide's (`Am.` for `Amer.`). A title in another language is outside the guide's list: its words are abbreviated by
ISO 4 (`ltwa.tsv`), read only when such a title is met.

A name that already has an abbreviated word is the user's own form and stays; so does a title of one word
(`Nature`).
"""

from __future__ import annotations

from pubman.wording.abbreviations.conferences import conference
from pubman.wording.abbreviations.institutions import institution
from pubman.wording.abbreviations.journals import journal
from pubman.wording.abbreviations.publishers import publisher

__all__ = ["conference", "institution", "journal", "publisher"]
