"""The graph as networkx sees it: for centrality, communities, paths, and for drawing.

Two views. In the actor network every fact is an edge between each two of those involved, so that the usual
measures apply. In the event network each fact is a node of its own between its actors: nothing is lost, and
a summit of thirty is thirty edges and not four hundred and thirty-five.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from communique.edtf import bounds, valid
from communique.model import Actor, Fact, Graph

if TYPE_CHECKING:
    import networkx as nx

ROLES = {"participants": "participant", "parties": "party", "signatories": "signatory"}


def involved(fact: Fact) -> dict[str, list[str]]:
    """Actor.id -> roles in the fact, for everybody who takes part in it, sorted."""
    found: dict[str, list[str]] = {}
    for field, role in ROLES.items():
        for actor in getattr(fact, field):
            found.setdefault(actor, []).append(role)
    return dict(sorted(found.items()))


def actor_network(graph: Graph) -> nx.MultiGraph:
    """Actors as nodes; each fact as an edge, keyed by its identifier, between each two of those involved.

    Node attributes: type, label, language, wikidata. Edge attributes: those of `fact_attributes`. Empty
    values are strings, so that every format can hold them. Actors without a fact are there, too.

    >>> actor_network(Graph((), (), ())).number_of_nodes()
    0
    """
    import networkx as nx

    network = nx.MultiGraph()
    network.add_nodes_from((actor.id, actor_attributes(actor)) for actor in graph.actors)
    names = {actor.id: actor.name for actor in graph.actors}
    for fact in graph.facts:
        attributes = fact_attributes(fact, names)
        for one, other in combinations(involved(fact), 2):
            network.add_edge(one, other, key=fact.id, **attributes)
    return network


def event_network(graph: Graph) -> nx.Graph:
    """Actors and facts as nodes (attribute `bipartite` 0 and 1); an edge for each part that an actor takes.

    Edge attribute: roles, with commas. Fact nodes are named `fact/` and the identifier, so that they never
    meet an actor's name.

    >>> event_network(Graph((), (), ())).number_of_edges()
    0
    """
    import networkx as nx

    network = nx.Graph()
    network.add_nodes_from((actor.id, {"bipartite": 0, **actor_attributes(actor)}) for actor in graph.actors)
    names = {actor.id: actor.name for actor in graph.actors}
    for fact in graph.facts:
        node = f"fact/{fact.id}"
        network.add_node(node, bipartite=1, **fact_attributes(fact, names))
        for actor, roles in involved(fact).items():
            network.add_edge(node, actor, roles=",".join(roles))
    return network


def actor_attributes(actor: Actor) -> dict[str, str]:
    """What a node says of an actor."""
    return {
        "type": actor.type,
        "label": actor.name,
        "language": actor.language,
        "wikidata": actor.wikidata or "",
    }


def fact_attributes(fact: Fact, names: dict[str, str]) -> dict[str, str | int | float | bool]:
    """What an edge or node says of a fact. `names`: Actor.id -> name, for the label and the place."""
    dated = fact.date is not None and valid(fact.date)
    first, last = bounds(fact.date) if fact.date and dated else ("", "")
    return {
        "type": fact.type,
        "kind": fact.kind,
        "status": fact.status,
        "label": fact_label(fact, names),
        "date": fact.date or "",
        "earliest": str(first),
        "latest": str(last),
        "place": names.get(fact.place, fact.place) if fact.place else "",
        "subjects": ",".join(fact.subjects),
        "count": fact.count or 1,
        "confidence": fact.confidence,
        "disputed": fact.disputed,
        "documents": len({claim.document for claim in fact.claims}),
    }


def fact_label(fact: Fact, names: dict[str, str]) -> str:
    """A short English line for the fact: kind, who, status and date.

    >>> row = "meeting", "talks", "held", ("a", "b"), (), (), (), None, None, "2023-03", (), 1.0, False, ()
    >>> fact_label(Fact("f", *row), {"a": "Ada", "b": "Bo"})
    'talks: Ada, Bo (held, 2023-03)'
    """
    who = ", ".join(
        names.get(actor, actor) for actor in fact.participants or fact.parties or fact.signatories
    )
    when = f", {fact.date}" if fact.date else ""
    return f"{fact.kind}: {who} ({fact.status}{when})"
