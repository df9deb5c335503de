"""Every RDF format says the same, to every reader, with the same bytes each time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from types import ModuleType

import pyoxigraph as ox
import pytest

from communique.export import formats, jsonld, nq, trig, ttl
from communique.export.rdf import quads
from communique.graph.build import build_graph
from communique.model import Graph

DATASETS = {nq: ox.RdfFormat.N_QUADS, trig: ox.RdfFormat.TRIG, jsonld: ox.RdfFormat.JSON_LD}
NAMES = {nq: "nquads", trig: "trig", jsonld: "json-ld"}


def written(module: ModuleType, graph: Graph) -> bytes:
    out = io.BytesIO()
    module.write(graph, out)
    return out.getvalue()


def canonical(data: set[ox.Quad]) -> set[str]:
    return {str(quad) for quad in data}


@pytest.mark.parametrize("module", DATASETS, ids=NAMES.get)
def test_oxigraph_reads_back_every_statement(module: ModuleType, graph: Graph) -> None:
    read = ox.parse(written(module, graph), format=DATASETS[module])
    assert canonical(set(read)) == canonical(set(quads(graph)))


def through_rdflib(data: bytes, format: str) -> set[str]:
    """The statements that rdflib reads, by way of N-Quads, in Oxigraph's notation."""
    from rdflib import Dataset

    dataset = Dataset()
    dataset.parse(data=data.decode(), format=format)
    return canonical(set(ox.parse(dataset.serialize(format="nquads"), format=ox.RdfFormat.N_QUADS)))


@pytest.mark.parametrize("module", DATASETS, ids=NAMES.get)
def test_rdflib_reads_back_every_statement(module: ModuleType, graph: Graph) -> None:
    assert through_rdflib(written(module, graph), NAMES[module]) == canonical(set(quads(graph)))


def test_turtle_holds_the_merged_graph(graph: Graph) -> None:
    from rdflib import Graph as Triples

    data = written(ttl, graph)
    merged = {quad for quad in quads(graph) if quad.graph_name == ox.DefaultGraph()}
    assert canonical(set(ox.parse(data, format=ox.RdfFormat.TURTLE))) == canonical(merged)
    assert len(Triples().parse(data=data, format="turtle")) == len(merged)


def test_n_quads_are_sorted_lines(graph: Graph) -> None:
    lines = written(nq, graph).decode().split("\n")
    assert lines[-1] == "" and lines[:-1] == sorted(set(lines[:-1]))


@pytest.mark.parametrize("module", [nq, trig, ttl, jsonld], ids=lambda module: module.filename)
def test_an_empty_graph_can_be_written(module: ModuleType) -> None:
    data = written(module, build_graph([]))
    assert not list(ox.parse(data, format=DATASETS.get(module, ox.RdfFormat.TURTLE)))


def test_every_format_has_help_and_a_file_name_of_its_own() -> None:
    found = formats()
    assert {"nq", "trig", "ttl", "jsonld"} <= set(found)
    assert all(module.__doc__ and module.__doc__.strip() for module in found.values())
    assert len({module.filename for module in found.values()}) == len(found)


PROGRAM = """
import io, sys
from communique.export import nq, trig, ttl, jsonld
from communique.graph.build import build_graph
from communique.schema.record_json import load_line
graph = build_graph(map(load_line, sys.stdin.buffer.read().decode().splitlines()))
for module in (nq, trig, ttl, jsonld):
    module.write(graph, sys.stdout.buffer)
"""


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    from communique.model import Agreement, Entity, Record
    from communique.schema.record_json import dump_line

    record = Record(
        "a",
        "en",
        entities=(
            Entity("e1", "state", "Iran"),
            Entity("e2", "state", "Romania"),
            Entity("e3", "state", "Iraq"),
        ),
        agreements=(
            Agreement("g1", "treaty", "signed", ("e1", "e2", "e3"), (), ("trade", "energy"), date="2024"),
        ),
    )
    outputs = set()
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            input=dump_line(record).encode(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        outputs.add(run.stdout)
    assert len(outputs) == 1 and b"treaty" in outputs.pop()
