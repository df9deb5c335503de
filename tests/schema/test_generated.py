"""The files of `graph/` that are made from the schema are up to date, and say what they should."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.schema import concepts, vocabularies
from communique.schema.__main__ import GENERATED
from communique.schema.namespaces import EDTF, expand
from communique.schema.record_schema import record_schema
from communique.schema.terms import classes, properties

FOLDER = Path(__file__).parents[2] / "graph"


@pytest.mark.parametrize("name", GENERATED)
def test_file_is_what_the_schema_makes(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert text == GENERATED[name](), "run: python -m communique.schema"


def test_ontology_names_every_class_property_and_concept() -> None:
    from rdflib import RDF, RDFS, SKOS, Graph, URIRef

    graph = Graph().parse(data=GENERATED["ontology.ttl"](), format="turtle")
    for name in (*classes(), *properties()):
        languages = {label.language for label in graph.objects(URIRef(expand(f"cq:{name}")), RDFS.label)}  # type: ignore[attr-defined]
        assert languages >= {"en", "fr", "ro", "fa"}
    coded = sum(len(concepts(name)) for name in vocabularies() if name != "entity-type")
    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == coded
    assert len(set(graph.subjects(SKOS.definition))) == coded


def test_every_term_that_the_graph_uses_is_described() -> None:
    import io

    import pyoxigraph as ox

    from communique.export import nq
    from communique.graph.build import build_graph
    from communique.model import Agreement, Entity, Meeting, Office, Quote, Record

    quote = (Quote("words", 0, 5),)
    record = Record(
        "a",
        "en",
        entities=tuple(Entity(f"e{n}", type_, type_) for n, type_ in enumerate(concepts("entity-type"))),
        offices=(Office("e0", "envoy", "e1", False, quote),),
        meetings=(Meeting("m1", "talks", "held", ("e0", "e1"), "e3", "2024", ("e2",), quote, 1.0, ("row",)),),
        agreements=(Agreement("g1", "treaty", "signed", ("e1", "e2"), ("e0",), ("trade",), 2, "e3", "2024"),),
    )
    out = io.BytesIO()
    nq.write(build_graph([record]), out)
    used = {quad.predicate.value for quad in ox.parse(out.getvalue(), format=ox.RdfFormat.N_QUADS)}
    own = {expand(f"cq:{name}") for name in properties()}
    assert {iri for iri in used if iri.startswith(expand("cq:"))} == own
    short = {
        expand(value["@id"])
        for value in json.loads(GENERATED["context.jsonld"]())["@context"].values()
        if isinstance(value, dict)
    }
    assert own <= short | {expand("cq:why"), expand("cq:title")} and EDTF.endswith("/EDTF")


def test_record_schema_takes_what_the_reader_takes() -> None:
    schema = json.loads(json.dumps(record_schema()))
    assert schema["required"] == ["id", "language"]
    kinds = schema["$defs"]["Agreement"]["properties"]["kind"]["enum"]
    assert kinds == list(concepts("agreement-kind"))
    assert schema["$defs"]["Agreement"]["properties"]["evidence"]["items"]["anyOf"][1] == {"type": "string"}
    assert schema["$defs"]["Meeting"]["required"] == ["id", "kind", "status", "participants"]
