"""pubman: publications in BibTeX, the numbered list in a Markdown page."""

__version__ = "0.1.0"
