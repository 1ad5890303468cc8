"""The command line: finds the verb, and alone turns errors into text and an exit status."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from pubman import __version__, registry
from pubman.commands import _session
from pubman.edge import terminal
from pubman.errors import InputError, PubmanError, WriteError

if TYPE_CHECKING:
    from collections.abc import Sequence


class Verbs(click.Group):
    """The modules of `pubman.commands`, each imported when its verb is asked for."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The verbs, by the folder's listing."""
        return registry.names("commands")

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a verb, or none."""
        if cmd_name not in registry.names("commands"):
            return None
        command = import_module(f"pubman.commands.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)  # noqa: S101
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's, with a "did you mean" for a verb there is not."""
        from pubman.options import did_you_mean

        if args and not args[0].startswith("-") and args[0] not in registry.names("commands"):
            raise click.UsageError(
                f'there is no command "{args[0]}"{did_you_mean(args[0], registry.names("commands"))}'
            )
        return super().resolve_command(ctx, args)


STATUSES = """Exit status: 0 done; 1 something was found; 2 the command line or the configuration is wrong; 3 a .bib
file or a page cannot be read; 4 a file cannot be written; 5 a service cannot be reached, the result is not known."""


@click.group(cls=Verbs, epilog=STATUSES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="pubman")
@_session.everywhere
def cli() -> None:
    """Keep publications in BibTeX, write the numbered list into your page.

    A new site: `pubman init`, then `pubman add DOI...`, then `pubman render`. `pubman COMMAND --help` says more.
    """


def run(arguments: Sequence[str]) -> int:
    """Run pubman: 0 done, 1 findings, 2 usage, 3 unreadable input, 4 not written, 5 not known, 130 interrupted.

    70 is a defect of pubman's own (PUBMAN_DEBUG=1 shows where).
    """
    terminal.prepare()
    session = _session.Session(arguments)
    try:
        return _run(session, arguments)
    except PubmanError as error:
        terminal.failure(error, session.look)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        terminal.say("interrupted")
        return 130
    except BrokenPipeError:
        _session.silence()
        return 0
    except Exception as error:
        if os.environ.get("PUBMAN_DEBUG"):
            raise
        terminal.failure(_session.defect(error), session.look)
        return 70


def _run(session: _session.Session, arguments: Sequence[str]) -> int:
    """The status of the verb, with click's ways of ending in pubman's words."""
    stdout = sys.stdout
    try:
        status = cli.main(list(arguments), prog_name="pubman", standalone_mode=False, obj=session)
        sys.stdout.flush()
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        terminal.say(error.format_message())
        return 2
    except click.ClickException as error:
        raise _session.usage(error) from None
    except SystemExit:
        if sys.stdout is not stdout:  # click has put its own there: the reader of a pipe has gone
            raise BrokenPipeError from None
        raise
    except BrokenPipeError:
        raise
    except FileNotFoundError as error:
        raise InputError(f"the current folder: {error.strerror}") from error
    except OSError as error:
        raise WriteError(f"the output could not be written: {error.strerror or error}") from error
    return status if isinstance(status, int) else 0
