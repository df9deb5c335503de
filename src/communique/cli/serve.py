"""`communique serve`: the page of a built graph and its SPARQL endpoint, on this machine."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("serve", short_help="Serve a graph: its page and a SPARQL endpoint.")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--timeout", default=30.0, show_default=True, type=click.FloatRange(0.1), help="Seconds for a query."
)
def command(out: Path, port: int, host: str, timeout: float) -> None:
    """Serve the graph in OUT: the page at /, SPARQL queries at /sparql. It takes no changes.

    Stop it with Ctrl-C. Exit code 2: there is no graph in OUT, or the port is taken.
    """
    from communique.serve.clerk import Limits
    from communique.serve.run import run_server

    run_server(out, port, host, limits=Limits(seconds=timeout), listening=_say)


def _say(address: str) -> None:
    """Tells where to look, once the server listens."""
    click.echo(f"The graph is at {address} and answers SPARQL at {address}sparql (Ctrl-C stops it)", err=True)
