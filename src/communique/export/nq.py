"""N-Quads: one statement a line, sorted, for bulk loading and for comparing builds."""

from __future__ import annotations

from typing import BinaryIO

from communique.export.rdf import lines
from communique.model import Graph

filename = "graph.nq"


def write(graph: Graph, out: BinaryIO) -> None:
    """The graph, UTF-8, written to `out`."""
    out.writelines(line + b"\n" for line in lines(graph))
