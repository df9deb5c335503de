"""What every command says on the terminal, and in which words.

Names of files and identifiers of articles come from strangers: control characters in them are shown as
escapes, so that no file name can colour, move or retitle the terminal.
"""

from __future__ import annotations

from collections.abc import Sequence

import click

from communique.errors import CommuniqueError

OK, DROPPED, NOTHING, INTERRUPTED, BUG = 0, 1, 2, 130, 70  # exit codes; 70 is EX_SOFTWARE of sysexits.h
SHOWN = 20  # problems listed before the rest is only counted


def one_line(text: str) -> str:
    r"""`text` on one line, control characters and invisible ones as escapes; letters of every script stay.

    >>> one_line("a\nb\x1b[31m.txt")
    'a\\nb\\x1b[31m.txt'
    >>> one_line("تفاهم‌نامه")
    'تفاهم‌نامه'
    """
    kept = " \u200c\u200d"  # the joiners belong to the spelling of Persian
    return "".join(c if c.isprintable() or c in kept else c.encode("unicode_escape").decode() for c in text)


def say(message: str) -> None:
    """One line for people, on standard error."""
    click.echo(one_line(message), err=True)


def complain(problem: CommuniqueError) -> None:
    """One problem, on one line of standard error."""
    say(f"communique: {problem}")


def complain_of(problems: Sequence[CommuniqueError], rest: str) -> None:
    """The first problems, one a line, and how many more there are and where to find them."""
    for problem in problems[:SHOWN]:
        complain(problem)
    if len(problems) > SHOWN:
        say(f"communique: and {len(problems) - SHOWN} more{rest}")
