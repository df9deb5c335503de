"""`communique extract`: articles in, one JSON record a line out."""

from __future__ import annotations

import click


@click.command(short_help="Write what each article says, one JSON record a line.")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes to use (default: as many as pay).")
@click.option("--language", metavar="CODE", help="Language of articles that do not say theirs (en, fr, ...).")
@click.pass_context
def command(ctx: click.Context, inputs: tuple[str, ...], jobs: int | None, language: str | None) -> None:
    """Write the record of every article of INPUT (a text file, JSON lines, a folder of these, or - for
    standard input) to standard output: one JSON object a line, in the order of the input.

    Documents are not compared with each other; `build` does that. Exit code: 0 all was read, 1 something was
    dropped and named on standard error, 2 nothing could be read.
    """
    from communique.cli._terminal import DROPPED, NOTHING, complain
    from communique.engine.local import extract_all
    from communique.errors import InputError
    from communique.extract import extract
    from communique.read import read
    from communique.schema.record_json import dump_line

    problems: list[InputError] = []
    written, told = 0, 0
    articles = read(inputs, problems=problems, language=language)
    for record in extract_all(articles, extract, problems=problems, jobs=jobs):
        click.echo(dump_line(record).encode("utf-8"))
        written += 1
        while told < len(problems):
            complain(problems[told])
            told += 1
    for problem in problems[told:]:
        complain(problem)
    if problems:
        ctx.exit(DROPPED if written else NOTHING)
