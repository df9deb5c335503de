"""The graph from the records: actors, the facts that connect them, and the documents that say so."""

from __future__ import annotations

from collections.abc import Iterable

from communique.errors import InputError
from communique.graph.actors import gather_actors
from communique.graph.claims import told_by
from communique.graph.facts import merge_claims, tell_apart
from communique.graph.merge import group_claims
from communique.model import Document, Graph, Record


def build_graph(records: Iterable[Record]) -> Graph:
    """Everything that the records say together, sorted by identifier.

    The records have been resolved: `Entity.entity` is the actor; where it is None, entities of the same
    type and name are one actor. A record that is given twice counts once. The order of the records does not
    matter.

    Raises InputError where two different records have the same identifier.
    """
    documents = _by_id(records)
    ordered = [documents[id] for id in sorted(documents)]
    actors = gather_actors(ordered)
    types = {actor.id: actor.type for actor in actors}
    told = [each for record in ordered for each in told_by(record)]
    facts = tell_apart(merge_claims(group, types) for group in group_claims(told, types))
    return Graph(actors, facts, tuple(_document(record) for record in ordered))


def _by_id(records: Iterable[Record]) -> dict[str, Record]:
    """Record.id -> record; the identifier names the document everywhere in the graph."""
    found: dict[str, Record] = {}
    for record in records:
        if found.setdefault(record.id, record) != record:
            raise InputError(record.id, "two different records have this identifier", "give each its own")
    return found


def _document(record: Record) -> Document:
    """The record without what it says: title, date and origin."""
    return Document(record.id, record.language, record.title, record.published, record.source, record.url)
