"""The networkx views of a graph."""

from __future__ import annotations

import networkx as nx

from communique.graph.build import build_graph
from communique.graph.network import actor_network, event_network
from communique.model import Record


def test_each_fact_is_an_edge_between_each_two_involved(english: Record) -> None:
    graph = build_graph([english])
    network = actor_network(graph)
    agreement = next(f.id for f in graph.facts if f.type == "agreement")
    pairs = {frozenset(edge[:2]) for edge in network.edges(keys=True) if edge[2] == agreement}
    assert len(pairs) == 6  # two parties and two signatories
    edge = network.edges["Q184", "Q794", agreement]
    assert (edge["kind"], edge["status"], edge["date"], edge["place"]) == (
        "roadmap",
        "signed",
        "2023-03-13",
        "Tehran",
    )
    assert edge["label"] == "roadmap: Belarus, Iran (signed, 2023-03-13)"
    assert network.number_of_edges("Q2866", "Q5950128") == 2  # the talks and the road map
    assert network.nodes["Q3616"] == {
        "type": "place",
        "label": "Tehran",
        "language": "en",
        "wikidata": "Q3616",
    }


def test_a_fact_is_a_node_in_the_event_network(english: Record, french: Record) -> None:
    graph = build_graph([english, french])
    network = event_network(graph)
    assert nx.is_bipartite(network)
    for fact in graph.facts:
        others = set(network[f"fact/{fact.id}"])
        assert others == {*fact.participants, *fact.parties, *fact.signatories}
        assert network.nodes[f"fact/{fact.id}"]["documents"] == 2


def test_networks_can_be_written_as_graphml(english: Record) -> None:
    graph = build_graph([english])
    for network in (actor_network(graph), event_network(graph)):
        assert "Lukashenko" in "".join(nx.generate_graphml(network))
