"""Each shape accepts a good graph and refuses one with a single mistake."""

from __future__ import annotations

import io
import warnings

import pytest

from communique.export import ttl
from communique.graph.build import build_graph
from communique.model import Agreement, Entity, Meeting, Office, Quote, Record
from communique.schema.namespaces import DATA, PREFIXES
from communique.schema.shapes import SHAPES, shapes_graph

QUOTE = (Quote("words", 2, 7, "two ", " more"),)
RECORD = Record(
    "a",
    "en",
    "2024-05-07",
    "A title",
    "Wire One",
    "https://example.org/a",
    entities=(
        Entity("e1", "person", "Ada Ionescu", (), None, "ada"),
        Entity("e2", "state", "Romania", (), "Q218", "Q218"),
        Entity("e3", "organization", "Some Bank", (), None, "bank"),
        Entity("e4", "place", "Arad", (), None, "arad"),
    ),
    offices=(Office("e1", "envoy", "e2", False, QUOTE),),
    meetings=(Meeting("m1", "talks", "held", ("e1", "e3"), "e4", "2024-05", ("e3",), QUOTE, 0.5),),
    agreements=(
        Agreement("g1", "treaty", "signed", ("e2", "e3"), ("e1",), ("trade",), 2, "e4", "2024-05-06"),
    ),
)

# shape and mistake -> where it is made, what is taken out, what is put in
BREAK = {
    "Meeting kind of an agreement": (
        "?x a cq:Meeting ; cq:kind ?o",
        "?x cq:kind ?o",
        "?x cq:kind kind:treaty",
    ),
    "Meeting without a status": ("?x a cq:Meeting ; cq:status ?o", "?x cq:status ?o", ""),
    "Meeting from no document": ("?x a cq:Meeting ; prov:wasDerivedFrom ?o", "?x prov:wasDerivedFrom ?o", ""),
    "Meeting too sure": ("?x a cq:Meeting ; cq:confidence ?o", "?x cq:confidence ?o", "?x cq:confidence 1.5"),
    "Meeting with a person unknown": ("?x a cq:Meeting", "", "?x cq:participant <urn:nobody>"),
    "Meeting ends first": (
        "?x a cq:Meeting ; cq:latest ?o",
        "?x cq:latest ?o",
        '?x cq:latest "2024-01-01"^^xsd:date',
    ),
    "Meeting undated": ("?x a cq:Meeting ; cq:date ?o", "?x cq:date ?o", '?x cq:date "6 May"^^edtf:EDTF'),
    "Agreement counts none": ("?x a cq:Agreement ; cq:count ?o", "?x cq:count ?o", "?x cq:count 0"),
    "Agreement signed by a bank": ("?x a cq:Agreement", "", "?x cq:signatory actor:bank"),
    "Agreement on a new subject": ("?x a cq:Agreement", "", "?x cq:subject subject:gossip"),
    "Agreement of two kinds": ("?x a cq:Agreement", "", "?x cq:kind kind:protocol"),
    "Claim about nothing": (
        "?x a cq:Meeting",
        "",
        "<urn:claim> a cq:Claim ; cq:kind kind:talks ; cq:status status:held ; cq:confidence 0.5",
    ),
    "Person without a name": ("?x a cq:Person ; skos:prefLabel ?o", "?x skos:prefLabel ?o", ""),
    "State with two names in a language": ("?x a cq:State", "", '?x skos:prefLabel "Rumania"@en'),
    "Organization that is a page": ("?x a cq:Organization", "", "?x owl:sameAs <https://example.org/>"),
    "Place without a name": ("?x a cq:Place ; skos:prefLabel ?o", "?x skos:prefLabel ?o", ""),
    "Membership of nobody": ("?x a org:Membership ; org:member ?o", "?x org:member ?o", ""),
    "Document without an identifier": (
        "?x a cq:Document ; dcterms:identifier ?o",
        "?x dcterms:identifier ?o",
        "",
    ),
    "Document of a text date": (
        "?x a cq:Document ; dcterms:issued ?o",
        "?x dcterms:issued ?o",
        '?x dcterms:issued "in May"',
    ),
    "Annotation of nothing": ("?x a oa:Annotation ; oa:hasBody ?o", "?x oa:hasBody ?o", ""),
    "SpecificResource of no document": (
        "?x a oa:SpecificResource ; oa:hasSource ?o",
        "?x oa:hasSource ?o",
        "",
    ),
    "TextQuoteSelector without words": ("?x a oa:TextQuoteSelector ; oa:exact ?o", "?x oa:exact ?o", ""),
    "TextPositionSelector backwards": (
        "?x a oa:TextPositionSelector ; oa:end ?o",
        "?x oa:end ?o",
        '?x oa:end "1"^^xsd:nonNegativeInteger',
    ),
    "Concept of no scheme": ("?x a skos:Concept ; skos:inScheme ?o", "?x skos:inScheme ?o", ""),
}


def violated(update: str) -> set[str]:
    """Names of the shapes that the graph breaks after a SPARQL update, by the class of their targets."""
    import pyshacl
    from rdflib import RDF, SH, Graph

    out = io.BytesIO()
    ttl.write(build_graph([RECORD]), out)
    data = Graph().parse(data=out.getvalue(), format="turtle")
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
    if update:
        data.update(f"{prefixes} PREFIX actor: <{DATA}actor/> {update}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        shapes = Graph().parse(data=shapes_graph(), format="turtle")
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    targets = {data.value(node, RDF.type) for node in report.objects(None, SH.focusNode)}
    return {str(target).rpartition("#")[2].rpartition("/")[2] for target in targets}


def test_a_good_graph_breaks_nothing() -> None:
    assert violated("") == set()


@pytest.mark.parametrize("mistake", BREAK)
def test_one_mistake_is_found(mistake: str) -> None:
    where, taken, put = BREAK[mistake]
    delete = f"DELETE {{ {taken} }}" if taken else ""
    broken = violated(f"{delete} INSERT {{ {put} }} WHERE {{ {where} }}")
    assert mistake.partition(" ")[0] in broken


def test_every_shape_has_a_mistake() -> None:
    assert {name.partition(" ")[0] for name in BREAK} == {target.partition(":")[2] for target in SHAPES}
