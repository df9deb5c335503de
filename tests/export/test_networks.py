"""GraphML and GEXF are read again by networkx, hostile text and all."""

from __future__ import annotations

import io
from types import ModuleType

import networkx as nx
import pytest

from communique.export import gexf, graphml
from communique.graph.build import build_graph
from communique.graph.network import actor_network
from communique.model import Graph


def written(module: ModuleType, graph: Graph) -> bytes:
    out = io.BytesIO()
    module.write(graph, out)
    return out.getvalue()


def read_graphml(data: bytes) -> nx.MultiGraph:
    return nx.read_graphml(io.BytesIO(data), force_multigraph=True)


@pytest.fixture
def loaded(graph: Graph) -> nx.MultiGraph:
    return read_graphml(written(graphml, graph))


def test_graphml_has_every_actor_and_every_pair(graph: Graph, loaded: nx.MultiGraph) -> None:
    source = actor_network(graph)
    assert set(loaded) == set(source)
    pairs = sorted((*sorted(pair), data["fact"]) for *pair, data in loaded.edges(data=True))
    assert pairs == sorted((*sorted((a, b)), key) for a, b, key in source.edges(keys=True))


def test_graphml_keeps_names_and_types_of_values(graph: Graph, loaded: nx.MultiGraph) -> None:
    assert "سارا کریمی" in {data["label"] for _, data in loaded.nodes(data=True)}
    roadmap = next(data for *_, data in loaded.edges(data=True) if data["kind"] == "roadmap")
    assert (roadmap["disputed"], roadmap["count"], roadmap["date"]) == (True, 2, "2024-05-06")
    assert isinstance(roadmap["confidence"], float)


def test_characters_that_xml_forbids_are_replaced(loaded: nx.MultiGraph) -> None:
    hostile = next(data["label"] for _, data in loaded.nodes(data=True) if "quoted" in data["label"])
    assert "\ufffd" in hostile and "\x00" not in hostile and "<b>&amp;</b>" in hostile


def test_edges_of_one_fact_have_names_of_their_own(graph: Graph, loaded: nx.MultiGraph) -> None:
    keys = [key for *_, key in loaded.edges(keys=True)]
    facts = {data["fact"] for *_, data in loaded.edges(data=True)}
    assert len(keys) == len(set(keys)) and len(keys) > len(facts)


def test_gexf_loads_and_knows_its_days(graph: Graph) -> None:
    data = written(gexf, graph)
    loaded = nx.read_gexf(io.BytesIO(data))
    assert set(loaded) == {actor.id for actor in graph.actors}
    talks = next(edge for *_, edge in loaded.edges(data=True) if edge["kind"] == "talks")
    assert (talks["start"], talks["end"], talks["facttype"]) == ("2024-05-06", "2024-05-07", "meeting")
    assert b'timeformat="date"' in data and b'mode="dynamic"' in data


def test_gexf_says_nothing_of_the_day_it_was_written(graph: Graph) -> None:
    assert b"lastmodified" not in written(gexf, graph)


@pytest.mark.parametrize("module", [graphml, gexf], ids=["graphml", "gexf"])
def test_an_empty_graph_can_be_written(module: ModuleType) -> None:
    read = read_graphml if module is graphml else lambda data: nx.read_gexf(io.BytesIO(data))
    assert len(read(written(module, build_graph([])))) == 0
