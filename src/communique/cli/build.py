"""`communique build`: articles in, a folder with the graph out."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from communique.pipeline import Progress
    from communique.report import Report

BLINK = 0.1  # seconds between two movements of the progress bar


@click.command(short_help="Build a graph from articles.")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("-o", "--out", metavar="OUT", required=True, help="Folder to write the graph to.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes to use (default: as many as pay).")
@click.option("--language", metavar="CODE", help="Language of articles that do not say theirs (en, fr, ...).")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no counts.")
@click.pass_context
def command(
    ctx: click.Context, inputs: tuple[str, ...], out: str, jobs: int | None, language: str | None, quiet: bool
) -> None:
    """Build a graph in the folder OUT from every INPUT: a text file, JSON lines, a folder of these, or - for
    standard input.

    A graph that an earlier build left in OUT is replaced once the new one is complete. What cannot be read
    is named on standard error and in OUT/report.json. Exit code: 0 all was read, 1 something was dropped, 2
    no graph.
    """
    from communique.cli._terminal import DROPPED, NOTHING, complain, complain_of
    from communique.pipeline import NothingToBuild, build

    try:
        with _progress_bar(quiet) as progress:
            report = build(inputs, out, jobs=jobs, language=language, progress=progress)
    except NothingToBuild as error:
        complain_of(error.problems, "")
        complain(error)
        ctx.exit(NOTHING)
    complain_of(report.dropped, f" in {out}/report.json")
    if not quiet:
        _summarise(report, out)
    if report.dropped:
        ctx.exit(DROPPED)


def _summarise(report: Report, out: str) -> None:
    """Say how much the graph holds."""
    from communique.cli._terminal import say

    counted = ("documents", "actors", "meetings", "agreements")
    say(f"{out}: " + ", ".join(f"{report.total(what):,} {what}" for what in counted))
    if report.dropped:
        say(f"dropped: {len(report.dropped):,}, see above and {out}/report.json")


@contextmanager
def _progress_bar(quiet: bool) -> Iterator[Progress | None]:
    """A call for each step that moves a bar on standard error; None where that is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:,}"),
        TimeElapsedColumn(),
    )
    # no thread of its own: workers are forked from this process
    with Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        tasks: dict[str, TaskID] = {}
        shown = 0.0

        def progress(stage: str, done: int) -> None:
            nonlocal shown
            now = time.monotonic()
            if stage in tasks and now - shown < BLINK:
                return
            shown = now
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=None)
            bar.update(tasks[stage], completed=done, refresh=True)

        yield progress
