"""`communique view`: the page of a built graph, in the browser."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("view", short_help="Open a graph in the browser.")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--print", "print_", is_flag=True, help="Print the address of the page and open nothing.")
def command(out: Path, print_: bool) -> None:
    """Open graph.html of the built folder OUT; OUT may be the page itself.

    The page needs no server and no network: it can be copied to another machine as it is.
    """
    import webbrowser

    from communique.errors import CommuniqueError

    address = page_address(out)
    if print_:
        click.echo(address)
    elif not webbrowser.open(address):
        raise CommuniqueError(f"{address}: no browser was found to open it; copy the address into one")


def page_address(out: Path) -> str:
    """The file: address of the page in `out`. Raises InputError where there is none."""
    from communique.errors import InputError

    page = out / "graph.html" if out.is_dir() else out
    if not page.is_file():
        remedy = f"write it with: communique build INPUT -o {out}"
        raise InputError(str(page), "there is no such page", remedy)
    if page.suffix != ".html":
        raise InputError(str(page), "is no page", "give the folder of a build, or its graph.html")
    return page.resolve().as_uri()
