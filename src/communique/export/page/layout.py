"""Where each node stands: computed once, when the page is written, so that it opens at rest.

A force layout running in the browser takes a minute for a thousand nodes and never ends the same way
twice. Here every connected part is laid out by itself (Kamada and Kawai for small parts, Fruchterman and
Reingold on a grid for large ones, both from igraph), nodes that would lie on one another are moved apart,
and the parts are packed around the largest.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from communique.export.page.packing import Point, packed

Box = tuple[float, float, float]  # half the width of a node and its name, height above and below the centre

EDGE_LENGTH = 100.0  # pixels between two linked nodes, on average
SMALL = 250  # nodes; above it the quadratic layout is too slow
READABLE = 2000  # nodes; above it names are only read after zooming in, and overlaps do not matter
ROUNDS = 80  # of moving nodes apart; a few dozen are enough


def positions(links: Sequence[tuple[int, int]], boxes: Sequence[Box]) -> list[tuple[int, int]]:
    """Pixel coordinates of nodes with these `boxes`, joined by `links` (pairs of indices).

    The same links and boxes give the same places.

    >>> box = (30.0, 10.0, 30.0)
    >>> positions([(0, 1)], [box, box]) == positions([(1, 0), (0, 1)], [box, box])
    True
    """
    import igraph

    igraph.set_random_number_generator(random.Random(20230312))
    pairs = sorted({(min(a, b), max(a, b)) for a, b in links if a != b})
    graph = igraph.Graph(n=len(boxes), edges=pairs)
    parts = sorted(graph.connected_components(), key=lambda part: (-len(part), part))
    placed: list[tuple[int, int]] = [(0, 0)] * len(boxes)
    laid = [_part_layout(graph, part, [boxes[i] for i in part]) for part in parts]
    inner = [graph.induced_subgraph(part).get_edgelist() for part in parts]
    for part, points, (right, down) in zip(parts, laid, packed(list(zip(laid, inner, strict=True))), strict=True):
        for node, (x, y) in zip(part, points, strict=True):
            placed[node] = (round(x + right), round(y + down))
    return placed


def _part_layout(graph: Any, part: list[int], boxes: list[Box]) -> list[Point]:
    """The part's own layout, its links `EDGE_LENGTH` long on average."""
    inner = graph.induced_subgraph(part)
    if len(part) == 1:
        return [(0.0, 0.0)]
    if len(part) <= SMALL:
        points = inner.layout_kamada_kawai().coords
    else:
        points = inner.layout_fruchterman_reingold(grid="grid", niter=300).coords
    lengths = [_distance(points[link.source], points[link.target]) for link in inner.es]
    scale = EDGE_LENGTH / max(sum(lengths) / len(lengths), 1e-9)
    wide = _lying([(x * scale, y * scale) for x, y in points])
    return _apart(wide, boxes) if len(part) <= READABLE else wide


def _apart(points: list[Point], boxes: list[Box]) -> list[Point]:
    """The points moved just so far that no two boxes overlap: in rounds, each pair where it takes less."""
    moved = [[x, y] for x, y in points]
    widest = 2 * max(width for width, _, _ in boxes)
    for _ in range(ROUNDS):
        order = sorted(range(len(moved)), key=lambda i: (moved[i][0], i))
        touched = False
        for at, one in enumerate(order):
            for two in order[at + 1 :]:
                if moved[two][0] - moved[one][0] > widest:
                    break
                touched |= _push(moved[one], moved[two], boxes[one], boxes[two])
        if not touched:
            break
    return [(x, y) for x, y in moved]


def _push(one: list[float], two: list[float], box: Box, other: Box) -> bool:
    """Moves two overlapping boxes away from each other, half the overlap each; False where they do not."""
    across = box[0] + other[0] - abs(two[0] - one[0])
    upper, lower, above, below = (one, two, box, other) if one[1] <= two[1] else (two, one, other, box)
    along = above[2] + below[1] - (lower[1] - upper[1])
    if across <= 0.5 or along <= 0.5:
        return False
    if along / (above[2] + below[1]) <= across / (box[0] + other[0]):
        upper[1], lower[1] = upper[1] - along / 2, lower[1] + along / 2
    else:
        right, left = (two, one) if two[0] >= one[0] else (one, two)
        right[0], left[0] = right[0] + across / 2, left[0] - across / 2
    return True


def _lying(points: list[Point]) -> list[Point]:
    """Tall parts turned on their side: screens are wider than high."""
    width, height = (max(c) - min(c) for c in zip(*points, strict=True))
    return [(y, x) for x, y in points] if height > width else points


def _distance(one: Sequence[float], two: Sequence[float]) -> float:
    return float(((one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2) ** 0.5)
