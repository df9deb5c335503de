"""`communique query`: a SPARQL query, or a question that comes with the graph, put to a built folder."""

from __future__ import annotations

import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import pyoxigraph

EMPTY = 1  # exit code, as of grep


@click.command("query", short_help="Ask a graph a question, by name or in SPARQL.")
@click.argument("out", metavar="OUT", required=False, type=click.Path(path_type=Path))
@click.argument("sparql", metavar="SPARQL", required=False)
@click.option("--named", "-n", metavar="NAME", help="Ask a question that comes with the graph.")
@click.option(
    "--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help="A parameter of that question."
)
@click.option("--list", "listing", is_flag=True, help="List the questions that come with the graph.")
@click.option(
    "--format", "-f", "format_", type=click.Choice(["table", "csv", "tsv", "json"]), default="table"
)
@click.pass_context
def command(
    ctx: click.Context,
    out: Path | None,
    sparql: str | None,
    named: str | None,
    params: tuple[str, ...],
    listing: bool,
    format_: str,
) -> None:
    """Ask the graph in OUT a SPARQL query, or a named one; "-" reads the query from standard input.

    Exit code 0: there is an answer. 1: the answer is empty, or no. 2: the question cannot be answered.

    \b
    communique query OUT 'SELECT ?name { ?person a cq:Person ; skos:prefLabel ?name }'
    communique query OUT --named who-met-whom --param actor='Ana Stein'
    """
    if listing:
        _list()
        return
    if out is None or (sparql is None) == (named is None):
        raise click.UsageError("expected OUT and a query, or OUT and --named NAME (see --list)")
    with _stoppable():
        found = _answer(out, sparql, named, params, format_)
    if not found:
        ctx.exit(EMPTY)


def _query(store: pyoxigraph.Store, sparql: str | None, named: str | None, params: tuple[str, ...]) -> str:
    """The SPARQL text: as given, from standard input, or of the named question with its parameters."""
    from communique.store.named import bind, named_query

    if named is not None:
        return bind(store, named_query(named), dict(_parameter(param) for param in params))
    if params:
        raise click.UsageError("--param belongs to --named")
    if sparql == "-":
        return sys.stdin.buffer.read().decode("utf-8", "replace")
    return sparql or ""


def _parameter(param: str) -> tuple[str, str]:
    """Name and value of one `--param`."""
    name, equals, value = param.partition("=")
    if not equals or not name:
        raise click.UsageError(f"expected --param NAME=VALUE, got {param!r}")
    return name, value


def _answer(out: Path, sparql: str | None, named: str | None, params: tuple[str, ...], format_: str) -> bool:
    """Writes the answer to standard output; whether there is anything in it."""
    from communique.store.formats import answer_bytes
    from communique.store.load import open_store
    from communique.store.query import run_query

    store = open_store(out)
    answer = run_query(store, _query(store, sparql, named, params))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    written, found = answer_bytes(answer, format_, width=width)
    sys.stdout.buffer.write(written)
    sys.stdout.buffer.flush()
    return found


def _list() -> None:
    """The questions with what they ask, a line each."""
    from communique.store.named import named_queries

    questions = named_queries()
    width = max((len(question.name) for question in questions), default=0)
    for question in questions:
        click.echo(f"{question.name:{width}}  {question.question}")


@contextmanager
def _stoppable() -> Iterator[None]:
    """Lets Ctrl-C end the process at once: the store looks for no signals while it searches."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
