"""The command line as a whole: its help is instant, and every error is one line and an exit code."""

import subprocess
import sys
from collections.abc import Callable

import click
import pytest
from click.testing import CliRunner, Result

from communique import __version__
from communique.cli import Commands, main
from communique.errors import InputError

HEAVY = ("rich", "rdflib", "pyoxigraph", "networkx", "pyvis", "pyshacl", "starlette", "py3langid", "numpy")


def test_help_lists_every_command_and_imports_nothing_heavy() -> None:
    code = f"""
import sys
from communique.cli import main
main(["--help"], standalone_mode=False)
print("heavy:", [name for name in {HEAVY!r} if name in sys.modules])
"""
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "heavy: []" in shown
    for name in main.list_commands(click.Context(main)):  # type: ignore[attr-defined]
        assert f"\n  {name} " in shown


def test_every_command_has_help(run: Callable[..., Result]) -> None:
    names = main.list_commands(click.Context(main))  # type: ignore[attr-defined]
    assert {"build", "extract"} <= set(names)
    for name in names:
        result = run(name, "--help")
        assert result.exit_code == 0
        assert "Usage" in result.output


def test_version(run: Callable[..., Result]) -> None:
    result = run("--version")
    assert (result.exit_code, result.output) == (0, f"communique {__version__}\n")


@pytest.mark.parametrize(
    "arguments", [["unknown"], ["_terminal"], ["build"], ["build", "x"], ["--no-such-option"]]
)
def test_wrong_use(run: Callable[..., Result], arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage" in result.stderr


def raising(error: BaseException) -> Commands:
    """A command line with one command, `fail`, that raises `error`."""

    class Failing(Commands):
        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
            def fail() -> None:
                raise error

            return click.Command("fail", callback=fail)

    return Failing(
        name="communique", params=[click.Option(["--debug"], is_flag=True)], callback=lambda debug: None
    )


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (InputError("a.txt", "is empty", "write into it"), 2, "communique: a.txt: is empty; write into it"),
        (InputError("a\n\x1b]0;owned\x07", "is empty"), 2, r"communique: a\n\x1b]0;owned\x07: is empty"),
        (OSError(28, "No space left", "graph/graph.nq"), 2, "communique: graph/graph.nq: No space left"),
        (KeyboardInterrupt(), 130, "communique: interrupted"),
        (ValueError("a\nb"), 70, r"communique: an error of its own: ValueError: a\nb; --debug shows where"),
    ],
)  # fmt: skip
def test_errors_are_one_line(error: BaseException, code: int, line: str) -> None:
    result = CliRunner().invoke(raising(error), ["fail"])
    assert (result.exit_code, result.stdout, result.stderr) == (code, "", line + "\n")


def test_debug_shows_where() -> None:
    error = ValueError("boom")
    assert CliRunner().invoke(raising(error), ["--debug", "fail"]).exception is error
