"""TriG: everything, with one named graph a document, for people to read."""

from __future__ import annotations

from typing import BinaryIO

from communique.export.rdf import data_prefixes, quads
from communique.export.turtle import turtle
from communique.model import Graph

filename = "graph.trig"


def write(graph: Graph, out: BinaryIO) -> None:
    """The graph, UTF-8, written to `out`."""
    for line in turtle(quads(graph), data_prefixes()):
        out.write(line.encode())
