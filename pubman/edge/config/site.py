"""What `pubman init` finds out about an existing site, and the configuration it starts with."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HOSTS = {
    "Quarto": ("_quarto.yml", "_quarto.yaml"),
    "MkDocs": ("mkdocs.yml", "mkdocs.yaml"),
    "Hugo": ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default"),
    "Jekyll": ("_config.yml", "_config.yaml", "_config.toml"),
}
"""The files by which a site generator is known."""

FOLDERS = {
    "Quarto": (".",),
    "MkDocs": ("docs",),
    "Hugo": ("content", "content/publications", "content/publication", "content/about"),
    "Jekyll": (".", "_pages", "pages", "_tabs", "docs"),
    "plain": (".", "docs", "content"),
}
"""Where its pages are."""

STEMS = (
    "publications",
    "publication",
    "papers",
    "pubs",
    "research",
    "about-me",
    "about",
    "_index",
    "index",
    "cv",
    "README",
)
ENDINGS = (".md", ".markdown", ".qmd", ".Rmd")


def host(folder: Path) -> str:
    """The generator of the site in a folder: Quarto, MkDocs, Hugo or Jekyll, else `plain`."""
    for name, signs in HOSTS.items():
        if any((folder / sign).exists() for sign in signs):
            return name
    if (folder / "content").is_dir() and any((folder / f"config.{kind}").is_file() for kind in ("toml", "yaml", "yml")):
        return "Hugo"
    return "plain"


def likely_page(folder: Path) -> Path | None:
    """The page of a site that most likely shows the publications, relative to the folder, or nothing."""
    places = FOLDERS[host(folder)]
    for place in places:
        for stem in ("_index", "index") if PurePath(place).name in STEMS else ():
            for ending in ENDINGS:
                path = folder / place / (stem + ending)
                if path.is_file():
                    return path.relative_to(folder)
    for stem in STEMS:
        for place in places:
            for ending in ENDINGS:
                path = folder / place / (stem + ending)
                if path.is_file():
                    return path.relative_to(folder)
    return None


STARTER = """\
# pubman: the publication list of this site comes from a .bib file. Paths are relative to this file.

bib = [{bib}]
pages = [{pages}]
style = "ieee"
{me}
# sort = "file"                  # your own order; or keys: "-issued,title", author, type, year, key
# group = "none"                 # or "year", "type": lists under headings
# number = "asc"                 # or "desc": the newest has the highest number
# where = "year>=2020"           # which entries; type=article,inproceedings has=doi author~Zhao
# label = ""                     # before the number: "J" gives [J1]
# links = "all"                  # or "published": no arXiv version of what was published; or "none"
# heading-level = 3              # of the headings of group
# key = "{{author}}{{year}}{{word}}"   # of new entries; also {{yy}}, {{type}}, {{Author}}, {{Word}}, {{Type}}
# ascii = false                  # true: new entries are written in ASCII, accents as TeX
{mailto}
# sources = ["crossref", "datacite", "arxiv"]
# disable = []                   # rules of `pubman check`, by name

# [styles.ieee]
# titles = "sentence"            # or "as-given"
# journals = "abbreviated"       # or "full"
# max-authors = 6                # more become the first one and et al.; 0 lists all; you are never left out
# words = ["Bayesian"]           # proper nouns that keep their capitals

# [pin]                          # fields that `pubman enrich` leaves alone, by the keys of entries
# zhao2020quantizing = ["title"]
"""
JEKYLL = """
# Jekyll copies this file and the .bib into the site unless _config.yml says: exclude: [pubman.toml, bib]
"""


def starter(
    bib: Sequence[str], pages: Sequence[str], *, me: Sequence[str] = (), mailto: str = "", host: str = "plain"
) -> str:
    """A `pubman.toml` to begin with: what is given, and every other option in a comment with its default."""
    names = f"me = [{_listed(me)}]" if me else '# me = ["Ann Example"]'
    owner = f"{names:<32} # set in bold; aliases; initials and accents are matched"
    address = f"mailto = {_listed([mailto])}" if mailto else '# mailto = "you@example.org"'
    contact = f"{address:<32} # whom the services write to; look-ups then count as polite at Crossref"
    written = STARTER.format(bib=_listed(bib), pages=_listed(pages), me=owner, mailto=contact)
    return written + (JEKYLL if host == "Jekyll" else "")


def _listed(strings: Sequence[str]) -> str:
    import json

    return ", ".join(json.dumps(string, ensure_ascii=False) for string in strings)
