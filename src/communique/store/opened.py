"""A graph that was built, opened again: as records, as networkx, as RDF, and for SPARQL.

    graph = open_graph("graph")
    networkx.degree_centrality(graph.network)
    for row in graph.query("SELECT ?name { ?person a cq:Person ; skos:prefLabel ?name }"): ...

Each face is made when it is first asked for, and kept.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import InputError
from communique.graph.build import build_graph
from communique.model import Graph, Record
from communique.schema.record_json import load_line
from communique.store.load import open_store
from communique.store.query import run_query

if TYPE_CHECKING:
    import networkx as nx
    import pyoxigraph
    from rdflib import Dataset

    from communique.store.query import Results

RECORDS, NQUADS = "records.jsonl", "graph.nq"


class OpenGraph:
    """The graph in a folder that a build wrote. It is only read; a new build does not change what is open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def store(self) -> pyoxigraph.Store:
        """The SPARQL store, read-only."""
        return open_store(self.folder)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """What each document says, resolved, in the order of the build."""
        with open(self.folder / RECORDS, encoding="utf-8") as lines:
            return tuple(load_line(line) for line in lines)

    @cached_property
    def graph(self) -> Graph:
        """Actors, facts and documents, as dataclasses."""
        return build_graph(self.records)

    @cached_property
    def network(self) -> nx.MultiGraph:
        """Actors as nodes, and an edge for each fact between each two of those involved."""
        from communique.graph.network import actor_network

        return actor_network(self.graph)

    @cached_property
    def events(self) -> nx.Graph:
        """Actors and facts as nodes, and an edge for each part that an actor takes in a fact."""
        from communique.graph.network import event_network

        return event_network(self.graph)

    @cached_property
    def rdf(self) -> Dataset:
        """The RDF as rdflib has it: merged facts in the default graph, each document's claims in a named one.

        It is read into memory: seconds for a hundred thousand statements. For queries, `query` is faster.
        """
        from rdflib import Dataset

        dataset = Dataset()
        dataset.parse(self.folder / NQUADS, format="nquads")
        return dataset

    def query(self, sparql: str) -> Results:
        """The solutions, boolean or triples that a SPARQL query asks for. Raises QueryError."""
        return run_query(self.store, sparql)


def open_graph(out: str | Path) -> OpenGraph:
    """The graph that a build wrote to the folder `out`. Raises InputError where there is none."""
    folder = Path(out)
    for name in (RECORDS, NQUADS):
        if not (folder / name).is_file():
            remedy = "build a graph first: communique build INPUT -o OUT"
            raise InputError(str(out), f"is no graph ({name} is missing)", remedy)
    return OpenGraph(folder)
