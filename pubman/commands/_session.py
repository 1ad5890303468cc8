"""What every verb shares: the global options, the configuration and the store behind them."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pubman.edge.terminal import Look
from pubman.errors import PubmanError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pubman.edge.config import Config
    from pubman.edge.store import Store

F = TypeVar("F", bound="Callable[..., Any]")


class Session:
    """One run: its global options, and what they lead to, read when first needed."""

    def __init__(self, arguments: Sequence[str] = ()) -> None:
        self.arguments = tuple(arguments)
        self.config_file: Path | None = None
        self.look = Look()
        self.offline = False
        self.bib: tuple[Path, ...] = ()

    @cached_property
    def folder(self) -> Path:
        """Where the command was started; asked for before the first `-C`."""
        return Path.cwd()

    @cached_property
    def config(self) -> Config:
        """The configuration of this folder; raises UsageError."""
        from pubman.edge import config

        return config.find(Path.cwd(), self.config_file)

    @cached_property
    def store(self) -> Store:
        """The files of `--bib`, else the configured ones; raises InputError or UsageError."""
        from pubman.edge import store

        return store.read(self.bib_files())

    def bib_files(self) -> list[Path]:
        """The files of `--bib`, else the configured ones, in their order; raises UsageError when there is none."""
        paths = _once(self.bib or self.config.bib_files())
        if not paths:
            raise UsageError("no .bib file is configured", hint="run `pubman init`, or name one with --bib FILE")
        return paths


def _once(paths: Iterable[Path]) -> list[Path]:
    """The paths without those that lead to the same file again."""
    return list({path.resolve(): path for path in reversed([*paths])}.values())[::-1]


def _folder(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    session = ctx.find_object(Session)
    if value is not None and session is not None and not ctx.resilient_parsing:
        try:
            session.folder  # noqa: B018  (remembered before it changes)
            os.chdir(value)
        except OSError as error:
            raise click.BadParameter(f"{value}: {error.strerror}") from None


def _remember(ctx: click.Context, option: click.Parameter, value: Any) -> None:
    session = ctx.find_object(Session)
    if session is None or value in (None, False, ()):
        return
    if option.name in ("quiet", "verbose", "color"):
        session.look = session.look._replace(**{option.name: value})
    else:
        setattr(session, str(option.name), value)


_PATH = click.Path(path_type=Path)
_KEPT: dict[str, Any] = {"callback": _remember, "expose_value": False}
_CHDIR: dict[str, Any] = {"callback": _folder, "expose_value": False, "is_eager": True}
_COLORS = click.Choice(["auto", "always", "never"])
_EVERYWHERE = [
    click.option("-C", "folder", metavar="DIR", type=_PATH, help="Run in DIR.", **_CHDIR),
    click.option(
        "--config",
        "config_file",
        metavar="FILE",
        type=_PATH,
        help="The configuration to read, instead of the nearest.",
        **_KEPT,
    ),
    click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.", **_KEPT),
    click.option("-v", "--verbose", is_flag=True, help="Say more.", **_KEPT),
    click.option("--color", type=_COLORS, help="auto: on a terminal without NO_COLOR.", **_KEPT),
    click.option("--offline", is_flag=True, help="Ask no service: answer from the cache.", **_KEPT),
]
_STORE = click.option(
    "--bib",
    metavar="FILE",
    type=_PATH,
    multiple=True,
    help="A .bib file, instead of the configured; again for more.",
    **_KEPT,
)


def everywhere(function: F) -> F:
    """The global options: the same before and after the verb."""
    for option in reversed(_EVERYWHERE):
        function = option(function)
    return function


def reads_store(function: F) -> F:
    """The global options and `--bib FILE`."""
    return everywhere(_STORE(function))


def usage(error: click.ClickException) -> UsageError:
    """Click's refusal in pubman's words: one `error:` line and a hint."""
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx else "pubman"
    hint = f"{path} --help"
    arguments = [each.name for each in ctx.command.params if isinstance(each, click.Argument)] if ctx else []
    if ctx and isinstance(error, click.NoSuchOption) and {"key", "keys"}.intersection(arguments):
        hint += f"; a key that begins with - stands behind --: {path} -- -key"
    if isinstance(error, click.NoSuchOption):
        return UsageError(_no_option(error), hint=hint)
    return UsageError(error.format_message().rstrip("."), hint=hint)


def _no_option(error: click.NoSuchOption) -> str:
    from pubman.options.fault import NEAR, nearest

    options = [name for each in error.ctx.command.params for name in each.opts] if error.ctx else []
    near = nearest(error.option_name, [name for name in options if name.startswith("--")], NEAR)
    meant = f' (did you mean "{near}"?)' if near and error.option_name.startswith("--") else ""
    return f'there is no option "{error.option_name}"{meant}'


def defect(error: Exception) -> PubmanError:
    """A failure nobody foresaw, in words a user can pass on."""
    message = f"pubman has a defect: {type(error).__name__}: {error}"
    return PubmanError(message, hint="please report it with what PUBMAN_DEBUG=1 shows")


def silence() -> None:
    """The reader of our output has gone: let the interpreter's own flush at exit find nothing to complain of."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def writes(function: F) -> F:
    """`-n` and `--diff`, of every verb that writes."""
    function = click.option("--diff", is_flag=True, help="Show what changes, as a unified diff.")(function)
    return click.option("-n", "--dry-run", is_flag=True, help="Write nothing.")(function)
