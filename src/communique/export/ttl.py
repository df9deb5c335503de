"""Turtle: what all documents say together, without the claims of each."""

from __future__ import annotations

from typing import BinaryIO

from communique.export.rdf import data_prefixes, quads
from communique.export.turtle import turtle
from communique.model import Graph

filename = "graph.ttl"


def write(graph: Graph, out: BinaryIO) -> None:
    """The graph, UTF-8, written to `out`."""
    import pyoxigraph as ox

    together = [quad for quad in quads(graph) if quad.graph_name == ox.DefaultGraph()]
    for line in turtle(together, data_prefixes()):
        out.write(line.encode())
