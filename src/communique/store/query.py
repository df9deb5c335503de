"""Answers to SPARQL queries, from a store that is only read.

The default graph holds the merged facts, and a named graph holds what one document says; a query sees the
merged facts unless it says GRAPH, FROM or FROM NAMED. Nothing mixes the two on its own: a fact would be
counted once for every document that tells it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from communique.schema import namespaces
from communique.store.guard import QueryError, check_query, explain

if TYPE_CHECKING:
    import pyoxigraph

    Results: TypeAlias = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples

PREFIXES = {**namespaces.PREFIXES, "data": namespaces.DATA}  # what a query may use without declaring it


def run_query(
    store: pyoxigraph.Store,
    sparql: str,
    *,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> Results:
    """The solutions, the boolean or the triples that a SPARQL query asks for, evaluated as they are read.

    `default_graphs` and `named_graphs` are IRIs; where either is given, they make the dataset of the query,
    in place of what the query says with FROM (SPARQL 1.1 Protocol, 2.1.4). Raises QueryError for a query
    that does not parse, for an update, for SERVICE, and for a graph that is no IRI.
    """
    check_query(sparql, prefixes=PREFIXES)
    given = bool(default_graphs or named_graphs)
    try:
        return store.query(
            sparql,
            base_iri=namespaces.DATA,
            prefixes=PREFIXES,
            default_graph=[*_graphs(default_graphs)] if given else None,
            named_graphs=[*_graphs(named_graphs)] if given else None,
        )
    except SyntaxError as error:
        raise explain(sparql, error) from None


def _graphs(iris: Sequence[str]) -> list[pyoxigraph.NamedNode]:
    """The names of graphs as terms."""
    import pyoxigraph

    try:
        return [pyoxigraph.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise QueryError(f"the name of a graph is no absolute IRI ({error})") from None
