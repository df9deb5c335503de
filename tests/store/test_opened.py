"""A built graph as records, networkx, rdflib and SPARQL: four views of the same facts."""

from pathlib import Path

import pytest

from communique.errors import InputError
from communique.export import nq
from communique.graph.build import build_graph
from communique.model import Agreement, Entity, Meeting, Record
from communique.schema.record_json import dump_line
from communique.store.load import load_store
from communique.store.opened import open_graph

RECORDS = [
    Record(
        id=f"en-{day}",
        language="en",
        entities=(
            Entity("e1", "person", "Ana Stein", entity="ana"),
            Entity("e2", "person", "Radu Munte", entity="radu"),
            Entity("e3", "state", "Kenya", entity="Q114", wikidata="Q114"),
            Entity("e4", "state", "Serbia", entity="Q403", wikidata="Q403"),
        ),
        meetings=(Meeting("m1", "talks", "held", ("e1", "e2"), date=f"2024-05-{day}"),),
        agreements=(
            Agreement("g1", "protocol", "signed", ("e3", "e4"), ("e1", "e2"), date=f"2024-05-{day}"),
        ),
    )
    for day in (12, 19)
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph of two reports, as a build leaves it."""
    (tmp_path / "records.jsonl").write_text("".join(dump_line(r) + "\n" for r in RECORDS), encoding="utf-8")
    with open(tmp_path / "graph.nq", "wb") as file:
        nq.write(build_graph(RECORDS), file)
    load_store(tmp_path / "graph.nq", tmp_path / "store")
    return tmp_path


def test_every_view_shows_the_same(folder: Path) -> None:
    opened = open_graph(folder)
    assert [record.id for record in opened.records] == ["en-12", "en-19"]
    meetings = {fact.id for fact in opened.graph.facts if fact.type == "meeting"}
    assert len(meetings) == 2
    assert {
        key for *_, key, kind in opened.network.edges(keys=True, data="type") if kind == "meeting"
    } == meetings
    shown = {node for node, type_ in opened.events.nodes(data="type") if type_ == "meeting"}
    assert shown == {f"fact/{id}" for id in meetings}
    found = {str(row["meeting"]) for row in opened.query("SELECT ?meeting { ?meeting a cq:Meeting }")}
    assert {iri.rstrip(">").rpartition("/")[2] for iri in found} == meetings


def test_the_network_is_ready_for_measures(folder: Path) -> None:
    import networkx as nx

    network = open_graph(folder).network
    assert isinstance(network, nx.MultiGraph)
    assert network.number_of_edges("ana", "radu") == 4  # two meetings, and two protocols that they signed
    assert nx.has_path(network, "ana", "Q114")


def test_rdflib_has_every_statement(folder: Path) -> None:
    opened = open_graph(folder)
    statements = (folder / "graph.nq").read_text(encoding="utf-8").splitlines()
    assert len(list(opened.rdf.quads((None, None, None, None)))) == len(statements) == len(opened.store)
    assert "https://w3id.org/communique/data/document/en-12" in {
        str(g.identifier) for g in opened.rdf.graphs()
    }


def test_what_is_no_graph_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is no graph \(records\.jsonl is missing\)"):
        open_graph(tmp_path / "missing")
    (folder / "graph.nq").unlink()
    with pytest.raises(InputError, match=r"graph\.nq is missing"):
        open_graph(folder)
