"""CSV of the facts between actors: one line for each two of those involved in a fact, with its first quote.

A cell that a spreadsheet would run as a formula begins with an apostrophe: see `export.characters`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import BinaryIO

from communique.export.nodes_csv import write_rows
from communique.graph.network import fact_attributes, involved
from communique.model import Fact, Graph

filename = "edges.csv"

ENDS = ("source", "target", "source_name", "target_name", "source_role", "target_role", "fact")
SAID = (
    "type", "kind", "status", "date", "earliest", "latest", "place", "subjects", "count", "confidence",
    "disputed",
)  # fmt: skip
PROOF = ("documents", "quote")

Row = tuple[str | int | float | bool, ...]


def write(graph: Graph, out: BinaryIO) -> None:
    """The facts, UTF-8 with lines ended as RFC 4180 has them, written to `out`.

    A fact that only one actor is known of has a line with an empty target. Roles, subjects and documents are
    separated by commas.
    """
    names = {actor.id: actor.name for actor in graph.actors}
    write_rows(out, ENDS + SAID + PROOF, (row for fact in graph.facts for row in _rows(fact, names)))


def _rows(fact: Fact, names: dict[str, str]) -> Iterator[Row]:
    """One row a pair, in the order of identifiers."""
    roles = {actor: ",".join(parts) for actor, parts in involved(fact).items()}
    attributes = fact_attributes(fact, names)
    said = tuple(attributes[column] for column in SAID)
    pairs = list(combinations(roles, 2)) or [(only, "") for only in roles]
    for one, other in pairs:
        ends = (one, other, names.get(one, one), names.get(other, other), roles[one], roles.get(other, ""))
        yield (*ends, fact.id, *said, *_proof(fact))


def _proof(fact: Fact) -> tuple[str, str]:
    """The documents that say so, and the first words that prove it."""
    documents = ",".join(sorted({claim.document for claim in fact.claims}))
    quotes = (quote.text for claim in fact.claims for quote in claim.evidence)
    return documents, next(quotes, "")
