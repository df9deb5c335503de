"""CSV of the actors: one line each, with names in every language and offices.

A cell that a spreadsheet would run as a formula begins with an apostrophe: see `export.characters`.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from typing import BinaryIO

from communique.export.characters import for_csv
from communique.graph.network import involved
from communique.model import Actor, Graph

filename = "nodes.csv"

COLUMNS = ("id", "type", "name", "language", "wikidata", "names", "offices", "facts")


def write(graph: Graph, out: BinaryIO) -> None:
    """The actors, UTF-8 with lines ended as RFC 4180 has them, written to `out`.

    `names` are `language: name`, `offices` are `title, body`, each separated by ` | `; `facts` counts what
    the actor takes part in.
    """
    titles = {actor.id: actor.name for actor in graph.actors}
    degree = Counter(who for fact in graph.facts for who in involved(fact))
    write_rows(out, COLUMNS, (_row(actor, titles, degree[actor.id]) for actor in graph.actors))


def write_rows(
    out: BinaryIO, columns: tuple[str, ...], rows: Iterable[Iterable[str | int | float | bool | None]]
) -> None:
    """A header and the rows, each cell made safe."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(columns)
    for row in rows:
        table.writerow([for_csv(cell) for cell in row])
    text.detach()  # the file stays open: it is the caller's


def _row(actor: Actor, titles: dict[str, str], facts: int) -> tuple[str | int | None, ...]:
    names = " | ".join(f"{name.language}: {name.text}" for name in actor.names)
    offices = " | ".join(
        f"{office.title}{' (former)' if office.former else ''}, "
        f"{titles.get(office.organization, office.organization)}"
        for office in actor.offices
    )
    return actor.id, actor.type, actor.name, actor.language, actor.wikidata, names, offices, facts
