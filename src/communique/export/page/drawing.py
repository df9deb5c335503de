"""The network that the page draws: actors as nodes, facts between two actors as lines, others as small nodes.

pyvis makes it (nodes, edges and options in the form that vis-network reads), with three habits of our own:
nodes are put in at once, because `add_node` looks through all earlier ones; physics is off, because the
layout is computed here; and nothing goes through pyvis's template, which writes names into the page as
markup and loads files from the network.
"""

from __future__ import annotations

import json
import textwrap
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

from communique.export.page.layout import Box, positions
from communique.graph.network import involved
from communique.model import Actor, Fact, Graph

EVENT = "fact:"  # the prefix of a node that stands for a fact; no actor's identifier has a colon


@cache
def looks() -> dict[str, dict[str, Any]]:
    """Shapes and sizes of actors and facts, dashes and tones of statuses, as `looks.toml` gives them."""
    source = files("communique.export.page") / "looks.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def drawing(graph: Graph) -> dict[str, Any]:
    """`nodes`, `edges` and `options` for vis-network, JSON-ready; who takes part in nothing is not drawn.

    A line has the fact's identifier; a small node has `EVENT` before it, and its spokes a number after it.
    """
    from pyvis.network import Network

    network = Network(directed=False)
    edges, events = _lines(graph), [fact for fact in graph.facts if len(involved(fact)) != 2]
    degree = Counter(who for fact in graph.facts for who in involved(fact))
    actors = [actor for actor in graph.actors if degree[actor.id]]
    nodes = [_actor_node(a, degree[a.id]) for a in actors] + [_event_node(fact) for fact in events]
    index = {node["id"]: i for i, node in enumerate(nodes)}
    edges = [edge for edge in edges if edge["from"] in index and edge["to"] in index]
    links = [(index[edge["from"]], index[edge["to"]]) for edge in edges]
    for node, (x, y) in zip(nodes, positions(links, [_box(node) for node in nodes]), strict=True):
        node["x"], node["y"] = x, y
    network.nodes, network.node_ids, network.edges = nodes, [node["id"] for node in nodes], edges
    network.options = _options()
    drawn, lines, _, _, _, options = network.get_network_data()
    return {"nodes": drawn, "edges": lines, "options": json.loads(options)}


def _actor_node(actor: Actor, degree: int) -> dict[str, Any]:
    """A node whose area grows with the number of facts that the actor is in."""
    from pyvis.node import Node

    look = looks()["actor"][actor.type]
    size = round(look["size"] + 4.2 * (degree**0.5 - 1), 1)
    node = Node(actor.id, look["shape"], _label(actor.name), group=actor.type, size=min(size, 40))
    return dict(node.options, degree=degree)


def _event_node(fact: Fact) -> dict[str, Any]:
    from pyvis.node import Node

    look = looks()["fact"][fact.type]
    tone = looks()["status"][fact.status]["tone"]
    node = Node(EVENT + fact.id, look["shape"], "", group=f"{fact.type}-{tone}", size=look["size"])
    return dict(node.options, degree=0)


def _lines(graph: Graph) -> list[dict[str, Any]]:
    """One line a fact between two actors, and the spokes of the other facts."""
    pairs: dict[tuple[str, str], list[Fact]] = {}
    spokes = []
    for fact in graph.facts:
        ends = list(involved(fact))
        if len(ends) == 2:
            pairs.setdefault((ends[0], ends[1]), []).append(fact)
        else:
            spokes += [_edge(f"{fact.id}/{i}", EVENT + fact.id, end, fact, 0.0) for i, end in enumerate(ends)]
    lines = [
        _edge(fact.id, *pair, fact, bend)
        for pair, facts in pairs.items()
        for fact, bend in zip(facts, bends(len(facts)), strict=True)
    ]
    return lines + spokes


def _edge(identifier: str, source: str, target: str, fact: Fact, bend: float) -> dict[str, Any]:
    from pyvis.edge import Edge

    look = looks()["status"][fact.status]
    smooth = {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
    options: dict[str, Any] = {"id": identifier, "fact": fact.id, "dashes": look["dashes"] or False}
    edge = Edge(source, target, width=look["width"], smooth=smooth if bend else False, **options)
    return dict(edge.options)


def bends(count: int) -> list[float]:
    """How far each of `count` lines between one pair is bent, left negative: apart, and symmetric.

    >>> bends(1), bends(2), bends(3)
    ([0.0], [-0.1, 0.1], [-0.2, 0.0, 0.2])
    """
    step = min(0.2, 1.0 / max(count - 1, 1))
    return [round((i - (count - 1) / 2) * step, 3) for i in range(count)]


def _box(node: dict[str, Any]) -> Box:
    """The room that a node needs, in pixels, and below it that of a short name."""
    if not node["label"]:
        return node["size"] + 8, node["size"] + 8, node["size"] + 8
    longest = max(map(len, node["label"].split("\n")))
    return max(node["size"] + 8, min(3.2 * longest, 40)), node["size"] + 8, node["size"] + 24


def _label(name: str) -> str:
    """The name on at most two lines."""
    return "\n".join(textwrap.wrap(name, 24, max_lines=2, placeholder=" …", break_on_hyphens=False))


def _options() -> dict[str, Any]:
    """The options of vis-network except colours: those the page sets, by day or by night."""
    return {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 0},
        "interaction": {
            "hover": True,
            "hideEdgesOnZoom": False,
            "tooltipDelay": 120,
            "keyboard": {"enabled": True, "bindToWindow": False},
        },
        "nodes": {"borderWidth": 1.2, "borderWidthSelected": 3, "scaling": {"label": {"drawThreshold": 6}}},
        "edges": {"smooth": False, "hoverWidth": 1.2, "selectionWidth": 2},
    }
