"""The renderers that pages meet, each as a function from Markdown to HTML, and the site generators as whole builds."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from markdown import Markdown
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def _linkifying() -> Mapping[str, Callable[[str], str]]:
    try:
        import linkify_it  # noqa: F401
    except ImportError:
        return {}
    return {"GitHub (markdown-it, bare addresses linked)": MarkdownIt("gfm-like").render}


RENDERERS: Mapping[str, Callable[[str], str]] = {
    "CommonMark (markdown-it)": MarkdownIt("commonmark").render,
    "CommonMark (markdown-it), typographer": MarkdownIt("commonmark", {"typographer": True})
    .enable(["replacements", "smartquotes"])
    .render,
    "GitHub (markdown-it)": MarkdownIt("gfm-like", {"linkify": False}).render,
    **_linkifying(),
    "Python-Markdown": lambda source: Markdown().convert(source),
    "Python-Markdown, extra": lambda source: Markdown(extensions=["extra"]).convert(source),
    "MkDocs (Python-Markdown)": lambda source: Markdown(
        extensions=["extra", "toc", "sane_lists", "smarty", "admonition", "meta", "nl2br"]
    ).convert(source),
}

JEKYLL = "Jekyll (kramdown, Liquid)"
HUGO = "Hugo (goldmark, shortcodes)"
GENERATORS = (JEKYLL, HUGO)


def build(generator: str, pages: Mapping[str, str], site: Path) -> Mapping[str, str]:
    """The pages (name without suffix: Markdown) through a generator, in one build and offline, as HTML.

    Skips the test, saying why, where the generator is not installed. Raises CalledProcessError when the build fails.
    """
    program = generator.split()[0].lower()
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed (Debian: apt-get install {program}): not looked at through it")
    return (_jekyll if generator == JEKYLL else _hugo)(pages, site)


def _run(*command: str, site: Path) -> None:
    env = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": str(site)}
    done = subprocess.run(command, cwd=site, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _jekyll(pages: Mapping[str, str], site: Path) -> Mapping[str, str]:
    (site / "_config.yml").write_text("markdown: kramdown\nkramdown:\n  input: GFM\nexclude: []\n", "utf-8")
    for name, source in pages.items():
        (site / f"{name}.md").write_text(f"---\nlayout: null\n---\n\n{source}", "utf-8")
    _run("jekyll", "build", "--safe", "--quiet", "--disable-disk-cache", site=site)
    return {name: (site / "_site" / f"{name}.html").read_text("utf-8") for name in pages}


def _hugo(pages: Mapping[str, str], site: Path) -> Mapping[str, str]:
    """Hugo leaves out the tags of a Markdown page unless told otherwise; it is told for pages that are HTML."""
    built = {}
    for unsafe in (False, True):
        room = site / str(unsafe)
        (room / "content").mkdir(parents=True)
        (room / "layouts/_default").mkdir(parents=True)
        (room / "layouts/_default/single.html").write_text("{{ .Content }}", "utf-8")
        (room / "config.toml").write_text(
            'baseURL = "https://example.org/"\nuglyURLs = true\nenableEmoji = true\ndisablePathToLower = true\n'
            'disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "404"]\n'
            f"[markup.goldmark.renderer]\nunsafe = {str(unsafe).lower()}\n",
            "utf-8",
        )
        chosen = {name: source for name, source in pages.items() if name.startswith("html") == unsafe}
        for name, source in chosen.items():
            (room / f"content/{name}.md").write_text(f'---\ntitle: ""\n---\n\n{source}', "utf-8")
        _run("hugo", "--quiet", site=room)
        built |= {name: (room / "public" / f"{name}.html").read_text("utf-8") for name in chosen}
    return built
