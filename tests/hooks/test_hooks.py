"""The hooks with the real git and the real pre-commit: what a commit meets."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
ENTRY = """@article{{{key},
  author = {{Roe, Ann}},
  title = {{{title}}},
  journal = {{Nature}},
  volume = {{1}},
  pages = {{1}},
  year = {{2020}},
}}
"""
BIB = ENTRY.format(key="one", title="First")
MORE = "\n" + ENTRY.format(key="two", title="Second").replace("pages = {1}", "pages = {2}")
PAGE = "# Me\n\n<!-- pubman:start -->\n<!-- pubman:end -->\n"
CONFIG = 'bib = ["p.bib"]\npages = ["me.md"]\n'


class Repository:
    """A scratch repository with its own home, so that no setting of this machine plays in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "site"
        self.folder.mkdir()
        names = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
        names |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
        self.environment = kept | names | {"HOME": str(folder), "PRE_COMMIT_HOME": str(folder / "pre-commit")}
        self.environment |= {"GIT_CONFIG_NOSYSTEM": "1", "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
        self.git("init", "--quiet", "-b", "main")

    def run(self, *command: str, **environment: str) -> tuple[int, str]:
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout + done.stderr

    def git(self, *arguments: str) -> str:
        status, output = self.run("git", *arguments)
        assert status == 0, output
        return output

    def commit(self) -> tuple[int, str]:
        return self.run("git", "commit", "--quiet", "-m", "A change")

    def write(self, name: str, content: str, *, add: bool = True) -> None:
        (self.folder / name).write_text(content, "utf-8")
        if add:
            self.git("add", name)

    def read(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Repository:
    """A site whose commits go through pubman's own hooks, as its manifest has them."""
    repository = Repository(tmp_path)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        hook |= {"language": "system", "entry": f"{sys.executable} -m {hook['entry']}"}
    repository.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}))
    repository.write("pubman.toml", CONFIG)
    repository.write("p.bib", BIB)
    repository.write("me.md", PAGE)
    repository.git("commit", "--quiet", "-m", "Start")
    repository.run("pre-commit", "install")
    return repository


def test_a_stale_page_is_refused_and_regenerated(site: Repository) -> None:
    site.write("p.bib", BIB + MORE)
    status, output = site.commit()
    assert status == 1
    assert "git add me.md" in output
    assert "Second" in site.read("me.md")
    site.git("add", "me.md")
    status, output = site.commit()
    assert status == 0, output
    assert site.git("status", "--porcelain") == ""


def test_an_unrelated_commit_passes(site: Repository) -> None:
    site.write("notes.txt", "nothing to do with it\n")
    status, output = site.commit()
    assert status == 0, output
    assert "no files to check" in output


def test_a_page_edited_by_hand_is_mended(site: Repository) -> None:
    assert site.run(sys.executable, "-m", "pubman", "render")[0] == 0
    rendered = site.read("me.md")
    site.git("add", "me.md")
    assert site.commit()[0] == 0
    site.write("me.md", rendered.replace("First", "Best"))
    assert site.commit()[0] == 1
    assert site.read("me.md") == rendered


def test_a_new_untracked_page_is_noticed(site: Repository) -> None:
    site.write("pubman.toml", CONFIG.replace('"me.md"', '"me.md", "new.md"'))
    site.run(sys.executable, "-m", "pubman", "render", "me.md")
    site.git("add", "me.md")
    site.write("new.md", PAGE, add=False)
    status, output = site.commit()
    assert status == 1
    assert "git add new.md" in output
    assert site.git("status", "--porcelain", "new.md").startswith("??")


def test_a_partially_staged_store_is_judged_as_staged(site: Repository) -> None:
    assert site.run(sys.executable, "-m", "pubman", "render")[0] == 0
    site.git("add", "me.md")
    site.write("p.bib", BIB + "% a remark\n")
    site.write("p.bib", BIB + "% a remark\n" + MORE, add=False)
    status, output = site.commit()
    assert status == 0, output
    assert "Second" not in site.git("show", "HEAD:me.md")
    assert MORE in site.read("p.bib")


def test_a_broken_store_stops_the_commit_and_leaves_the_page(site: Repository) -> None:
    site.write("p.bib", BIB.replace("{First},", "{First}"))
    status, output = site.commit()
    assert status == 1
    assert "p.bib:4" in output
    assert site.read("me.md") == PAGE


def test_no_prompt_and_no_network_are_needed(site: Repository) -> None:
    site.write("p.bib", BIB + MORE)
    status, output = site.run(
        sys.executable, "-m", "pubman", "render", "--fail-on-change", http_proxy="http://127.0.0.1:9"
    )
    assert status == 1, output


@pytest.mark.skipif(
    "PUBMAN_TEST_WHEELS" not in os.environ, reason="no wheels to install from: set PUBMAN_TEST_WHEELS, as .ci/run does"
)
def test_another_repository_through_try_repo(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    for name, content in (("pubman.toml", CONFIG), ("p.bib", BIB), ("me.md", PAGE)):
        repository.write(name, content)
    repository.git("commit", "--quiet", "-m", "Start")
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": os.environ["PUBMAN_TEST_WHEELS"]}
    command = ("pre-commit", "try-repo", str(ROOT), "pubman-render", "--all-files")
    status, output = repository.run(*command, **offline)
    assert status == 1, output
    assert "git add me.md" in output
    assert "First" in repository.read("me.md")
    status, output = repository.run(*command, **offline)
    assert status == 0, output


def test_our_own_hooks_install_what_pubman_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == [hook["id"] for hook in manifest]
    for hook, published in zip(hooks, manifest, strict=True):
        assert hook["additional_dependencies"] == project["dependencies"]
        assert hook["entry"] == f"python -m {published['entry']}"
