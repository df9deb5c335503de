"""Queries see the merged facts, or the graphs that they name; nothing mixes the two."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from communique.store.guard import QueryError
from communique.store.load import open_store
from communique.store.query import run_query

DOCUMENT = "https://w3id.org/communique/data/document/fr-1"


def _count(built: Path, sparql: str, **dataset: list[str]) -> int:
    return len(list(run_query(open_store(built), sparql, **dataset)))  # type: ignore[arg-type]


def test_default_graph_holds_facts_and_no_claims(built: Path) -> None:
    assert _count(built, "SELECT * { ?fact a cq:Agreement }") == 2
    assert _count(built, "SELECT * { ?claim a cq:Claim }") == 0
    assert _count(built, "SELECT * { GRAPH ?document { ?claim a cq:Claim } }") == 6


def test_named_dataset_replaces_the_default(built: Path) -> None:
    claims, facts = "SELECT * { ?claim a cq:Claim }", "SELECT * { ?fact a cq:Agreement }"
    named = "SELECT * { GRAPH ?g { ?claim a cq:Claim } }"
    assert _count(built, claims, default_graphs=[DOCUMENT]) == 1
    assert _count(built, facts, default_graphs=[DOCUMENT]) == 0
    assert _count(built, named, default_graphs=[DOCUMENT]) == 0
    assert _count(built, named, named_graphs=[DOCUMENT]) == 1
    assert _count(built, facts, named_graphs=[DOCUMENT]) == 0


def test_from_in_the_query_reads_no_files(built: Path) -> None:
    assert _count(built, f"SELECT * FROM <{DOCUMENT}> {{ ?claim a cq:Claim }}") == 1
    assert _count(built, f"SELECT * FROM <{(built / 'graph.nq').as_uri()}> {{ ?s ?p ?o }}") == 0


def test_relative_iris_are_those_of_the_data(built: Path) -> None:
    assert _count(built, "SELECT * { <document/fr-1> dcterms:identifier ?id }") == 1


@pytest.mark.parametrize("iri", ["no iri", "relative", "<x:a>", ""])
def test_graph_that_is_no_iri(iri: str, built: Path) -> None:
    with pytest.raises(QueryError, match="IRI"):
        run_query(open_store(built), "ASK {}", default_graphs=[iri])


def test_ask_and_construct_have_their_types(built: Path) -> None:
    store = open_store(built)
    assert isinstance(run_query(store, "ASK { ?s a cq:Meeting }"), pyoxigraph.QueryBoolean)
    triples = run_query(store, "CONSTRUCT WHERE { ?s a cq:Meeting }")
    assert isinstance(triples, pyoxigraph.QueryTriples)
