"""The configuration: where it is found, what it may say, and how it yields to markers and the command line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from casefile import cases

from pubman import options
from pubman.edge import config
from pubman.edge.config import site
from pubman.errors import InputError, UsageError

if TYPE_CHECKING:
    from casefile import Case

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def shown(found: config.Config) -> str:
    nothing = config.Config(root=found.root, file=found.file)
    differing = [name for name in found._fields if getattr(found, name) != getattr(nothing, name)]
    return "\n".join(f"{name} {getattr(found, name)!r}" for name in differing)


@cases(HERE, "read.cases")
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_read(case: Case, bom: str, ending: str, tmp_path: Path) -> None:
    file = write(tmp_path / "pubman.toml", bom + case.parts[0].replace("\n", ending) + ending)
    found = config.find(tmp_path)
    assert shown(found) == case.parts[1]
    assert (found.root, found.file) == (tmp_path, file)
    table = re.sub(r"(?m)^\[(?!tool)", "[tool.pubman.", case.parts[0])
    assert (
        shown(config.find(tmp_path, write(tmp_path / "x/pyproject.toml", f"[tool.pubman]\n{table}"))) == case.parts[1]
    )


@cases(HERE, "faults.cases")
def test_faults(case: Case, tmp_path: Path) -> None:
    write(tmp_path / "pubman.toml", case.parts[0])
    with pytest.raises(UsageError) as raised:
        config.find(tmp_path)
    assert raised.value.message.startswith("pubman.toml: ")
    assert [str(problem).removesuffix(" [configuration]") for problem in raised.value.problems] == [
        f"pubman.toml:{row}" for row in case.parts[1].splitlines()
    ]
    for problem in raised.value.problems:
        assert problem.source in case.parts[0]


def test_lines_in_a_pyproject(tmp_path: Path) -> None:
    write(
        tmp_path / "pyproject.toml",
        '[project]\nstile = 1\n[tool.other]\nstile = 1\n[tool.pubman]\nbib = "b"\nstile = 1\n',
    )
    with pytest.raises(UsageError) as raised:
        config.find(tmp_path)
    assert [problem.line for problem in raised.value.problems] == [7]


@pytest.mark.parametrize("data", [b"\xff\xfeb\0", b'bib = "\xe9"', b"a = " + b"[" * 5000])
def test_what_is_no_toml_at_all(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "pubman.toml").write_bytes(data)
    with pytest.raises(UsageError, match=r"pubman\.toml"):
        config.find(tmp_path)


def test_no_configuration(tmp_path: Path) -> None:
    found = config.find(tmp_path)
    assert (found.root, found.file, found.bib_files(), found.page_files()) == (tmp_path, None, [], [])
    assert found.options({}, {}) == options.Options()


@pytest.mark.parametrize("name", ["pubman.toml", ".pubman.toml", "pyproject.toml"])
def test_searched_upward_the_nearest_wins(tmp_path: Path, name: str) -> None:
    table = "[tool.pubman]\n" if name == "pyproject.toml" else ""
    file = write(tmp_path / name, table + 'pages = ["up.md"]')
    below = tmp_path / "a/b"
    below.mkdir(parents=True)
    assert config.find(below).file == file
    assert config.find(below).page_files() == [tmp_path / "up.md"]
    nearer = write(tmp_path / "a/.pubman.toml", 'pages = ["near.md"]')
    assert config.find(below).file == nearer
    assert config.find(below).page_files() == [tmp_path / "a/near.md"]


@pytest.mark.parametrize("git", ["folder", "file"])
def test_not_searched_beyond_the_repository(tmp_path: Path, git: str) -> None:
    write(tmp_path / "pubman.toml")
    below = tmp_path / "repository/docs"
    below.mkdir(parents=True)
    assert config.find(below).file == tmp_path / "pubman.toml"
    if git == "folder":
        (below.parent / ".git").mkdir()
    else:
        write(below.parent / ".git", "gitdir: elsewhere")
    assert config.find(below).file is None
    assert config.find(below).root == below


@pytest.mark.parametrize("second", [".pubman.toml", "pyproject.toml"])
def test_two_in_one_folder(tmp_path: Path, second: str) -> None:
    write(tmp_path / "pubman.toml", "")
    write(tmp_path / second, "[tool.pubman]" if second == "pyproject.toml" else "stile = 1")
    with pytest.raises(UsageError, match=re.escape(f"pubman.toml and {second}")):
        config.find(tmp_path)


@pytest.mark.parametrize("text", ["", '[project]\ndependencies = ["pubman"]', "[tool.pubmanx]", "pubman = [broken"])
def test_a_pyproject_without_the_table_is_none(tmp_path: Path, text: str) -> None:
    write(tmp_path / "pyproject.toml", text)
    assert config.find(tmp_path).file is None
    write(tmp_path / "pubman.toml", "")
    assert config.find(tmp_path).file == tmp_path / "pubman.toml"


def test_a_broken_pyproject_with_the_table_is_named(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.pubman]\nbib = "a\n')
    with pytest.raises(UsageError, match=r"pyproject\.toml") as raised:
        config.find(tmp_path)
    assert raised.value.problems[0].line == 2


def test_explicit(tmp_path: Path) -> None:
    write(tmp_path / "pubman.toml", "stile = 1")
    other = write(tmp_path / "conf/other.toml", 'bib = ["x.bib"]')
    found = config.find(tmp_path, other)
    assert (found.file, found.root, found.bib_files()) == (other, tmp_path / "conf", [tmp_path / "conf/x.bib"])
    with pytest.raises(UsageError, match=r"none\.toml: no such file"):
        config.find(tmp_path, tmp_path / "none.toml")
    with pytest.raises(UsageError, match=r"no table \[tool\.pubman\]"):
        config.find(tmp_path, write(tmp_path / "p/pyproject.toml", "[project]"))


def test_bib_files(tmp_path: Path) -> None:
    for name in ("bib/b.bib", "bib/a.bib", "bib/c.txt", "bib/deep/d.bib", "odd[1].bib"):
        write(tmp_path / name)
    (tmp_path / "bib/folder.bib").mkdir()

    def found(*patterns: str) -> list[str]:
        each = config.Config(root=tmp_path, bib=patterns).bib_files()
        return [path.relative_to(tmp_path).as_posix() for path in each]

    assert found("bib/*.bib") == ["bib/a.bib", "bib/b.bib"]
    assert found("bib/b.bib", "bib/*.bib") == ["bib/b.bib", "bib/a.bib"]
    assert found("bib/**/*.bib") == ["bib/a.bib", "bib/b.bib", "bib/deep/d.bib"]
    assert found("odd[1].bib", "missing.bib") == ["odd[1].bib", "missing.bib"]
    assert found() == []
    with pytest.raises(InputError, match=r"no file matches talks/\*\.bib") as raised:
        found("bib/a.bib", "talks/*.bib")
    assert raised.value.exit_code == 3


def test_precedence(tmp_path: Path) -> None:
    write(tmp_path / "pubman.toml", 'group = "year"\nmax-authors = 5\nlabel = "C"\n[styles.ieee]\nmax-authors = 4\n')
    found = config.find(tmp_path)
    assert found.options({}, {}) == options.Options(group="year", max_authors=4, label="C")
    assert found.options({"max_authors": 3, "label": ""}, {}).max_authors == 3
    assert found.options({"label": ""}, {}).label == ""
    marker = {"max_authors": 3, "sort": ("-issued",), "me": ("A. One",)}
    both = found.options(marker, {"max-authors": "2", "sort": "title;key"})
    assert (both.max_authors, both.sort, both.me, both.group) == (2, ("title", "key"), ("A. One",), "year")


def test_the_table_of_the_style_that_is_used() -> None:
    def combined(configuration: str = "", marker: str = "", command_line: str = "") -> int:
        layers = [{"style": name} if name else {} for name in (configuration, marker, command_line)]
        return options.combine(
            layers[0], {"ieee": {"max-authors": 1}, "csl": {"max-authors": 2}}, *layers[1:]
        ).max_authors

    names = options.READERS["style"]
    options.READERS["style"] = str  # type: ignore[index]
    try:
        assert combined() == combined("csl", "ieee") == combined("csl", "csl", "ieee") == 1
        assert combined("csl") == combined("ieee", "csl") == combined("ieee", "ieee", "csl") == 2
        assert combined("other") == options.Options().max_authors
    finally:
        options.READERS["style"] = names  # type: ignore[index]


@pytest.mark.parametrize("name", options.READERS)
def test_every_default_is_a_value_its_option_can_have(name: str) -> None:
    field, value = options.read(name, getattr(options.Options(), name.replace("-", "_")), [name])
    assert (field, value) == (name.replace("-", "_"), getattr(options.Options(), field))


def test_starter_is_a_configuration_and_so_is_all_it_comments_out(tmp_path: Path) -> None:
    text = site.starter(["bib/my.bib"], ['a "page".md'], me=["Ann One", "Ång Två"], host="Jekyll")
    found = config.find(tmp_path, write(tmp_path / "pubman.toml", text))
    assert (found.bib, found.pages, found.defaults["me"]) == (("bib/my.bib",), ('a "page".md',), ("Ann One", "Ång Två"))
    assert "exclude" in text
    assert "exclude" not in site.starter([], [])
    plain = site.starter(["p.bib"], ["page.md"])
    options_out = re.sub(r"(?m)^# (?=\[|[\w-]+ = )", "", plain)
    assert options_out.count("\n#") == 0
    every = config.find(tmp_path, write(tmp_path / "pubman.toml", options_out))
    assert set(every.defaults) | {"format", "max_authors"} == {name.replace("-", "_") for name in options.OF_BLOCK}
    assert set(every.styles["ieee"]) == {name.replace("-", "_") for name in options.OF_STYLE}
    assert every.pin == {"zhao2020quantizing": ("title",)}
    given = {"me", "where", "words"}
    for name, value in [*every.defaults.items(), *every.styles["ieee"].items()]:
        assert name in given or value == getattr(options.Options(), name)


@pytest.mark.parametrize(
    ("files", "host"),
    [
        ([], "plain"),
        (["_config.yml"], "Jekyll"),
        (["hugo.toml"], "Hugo"),
        (["config.toml", "content/a.md"], "Hugo"),
        (["config.toml"], "plain"),
        (["mkdocs.yml", "docs/index.md"], "MkDocs"),
        (["_quarto.yml"], "Quarto"),
        (["_quarto.yml", "_config.yml"], "Quarto"),
    ],
)
def test_host(tmp_path: Path, files: list[str], host: str) -> None:
    for name in files:
        write(tmp_path / name)
    assert site.host(tmp_path) == host


@pytest.mark.parametrize(
    ("files", "page"),
    [
        ([], None),
        (["README.md", "index.md", "about-me.md"], "about-me.md"),
        (["_config.yml", "about.md", "_pages/publications.md"], "_pages/publications.md"),
        (["hugo.toml", "content/publications/_index.md", "README.md"], "content/publications/_index.md"),
        (["mkdocs.yml", "docs/index.md", "publications.md"], "docs/index.md"),
        (["_quarto.yml", "publications.qmd", "index.qmd"], "publications.qmd"),
    ],
)
def test_likely_page(tmp_path: Path, files: list[str], page: str | None) -> None:
    for name in files:
        write(tmp_path / name)
    found = site.likely_page(tmp_path)
    assert (found.as_posix() if found else None) == page


def test_pins_key_and_ascii(tmp_path: Path) -> None:
    path = tmp_path / "pubman.toml"
    path.write_text('key = "{Author}{yy}"\nascii = true\n[pin]\n"zhao*" = ["title", "year"]\n')
    found = config.find(tmp_path)
    assert (found.key, found.ascii, dict(found.pin)) == ("{Author}{yy}", True, {"zhao*": ("title", "year")})
    for wrong in ('key = "{nobody}"', "ascii = 1", "pin = 3", "[pin]\nx = 3"):
        path.write_text(wrong)
        with pytest.raises(UsageError) as caught:
            config.find(tmp_path)
        assert caught.value.problems[0].line in (1, 2)
