"""GraphML: the network of actors, for networkx, yEd, Gephi, igraph and Cytoscape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from communique.export.characters import for_xml
from communique.graph.network import actor_network
from communique.model import Graph

if TYPE_CHECKING:
    import networkx as nx

filename = "graph.graphml"


def write(graph: Graph, out: BinaryIO) -> None:
    """The network, UTF-8 XML, written to `out`: each fact an edge between each two of those involved."""
    from networkx.readwrite.graphml import GraphMLWriter

    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(legible_network(graph))
    writer.dump(out)


def legible_network(graph: Graph) -> nx.MultiGraph:
    """The actor network with texts that XML can hold, and an identifier of its own for every edge.

    A fact between two is the edge of that name; of one among more, the edges have a number behind it, and
    `fact` says which one it is.
    """
    import networkx as nx

    source, network = actor_network(graph), nx.MultiGraph()
    network.add_nodes_from((for_xml(node), _legible(data)) for node, data in source.nodes(data=True))
    drawn: dict[str, int] = {}
    for one, other, key, data in sorted(
        source.edges(keys=True, data=True), key=lambda edge: (edge[2], edge[:2])
    ):
        drawn[key] = drawn.get(key, -1) + 1
        name = for_xml(key) + (f"-{drawn[key]}" if drawn[key] else "")
        network.add_edge(for_xml(one), for_xml(other), key=name, fact=for_xml(key), **_legible(data))
    return network


def _legible(data: dict[str, Any]) -> dict[str, Any]:
    return {key: for_xml(value) if isinstance(value, str) else value for key, value in data.items()}
