"""The command `communique`: one module of this folder for each of its commands, found by name.

A module `NAME.py` with an object `command` is the command NAME; modules whose names begin with `_` are
none. A command module imports nothing but click at its top, so that listing the commands stays instant.

Exit codes: 0 all went well; 1 something was dropped, and named on standard error; 2 nothing could be done;
70 an error in communique itself; 130 interrupted.
"""

from __future__ import annotations

import errno
import pkgutil
from importlib import import_module
from typing import Any

import click

from communique import __version__
from communique.cli._terminal import BUG, INTERRUPTED, NOTHING, complain, say
from communique.errors import CommuniqueError


class Commands(click.Group):
    """The commands of this folder, each imported when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, sorted."""
        return sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name[0] != "_")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what goes wrong is one line on standard error and an exit code."""
        try:
            return super().invoke(ctx)
        except CommuniqueError as error:
            complain(error)
            ctx.exit(NOTHING)
        except KeyboardInterrupt:
            say("communique: interrupted")
            ctx.exit(INTERRUPTED)
        except OSError as error:
            if error.errno == errno.EPIPE or ctx.params["debug"]:
                raise
            say(f"communique: {error.filename or 'input or output'}: {error.strerror or error}")
            ctx.exit(NOTHING)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if ctx.params["debug"]:
                raise
            say(f"communique: an error of its own: {type(error).__name__}: {error}; --debug shows where")
            ctx.exit(BUG)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="communique", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error in communique itself.")
def main(debug: bool) -> None:
    """Read news, write a graph of who met, signed and agreed with whom, and ask it questions."""
