"""Where each node stands: computed once, when the page is written, so that it opens at rest.

A force layout running in the browser takes a minute for a thousand nodes and never ends the same way twice. Here every
connected part is laid out by itself (Kamada and Kawai for small parts, Fruchterman and Reingold on a grid for large
ones, both from igraph), and the parts are then set on shelves, the largest first.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

Point = tuple[float, float]

EDGE_LENGTH = 170.0  # pixels between two linked nodes, on average
MARGIN = 130.0  # pixels between two parts
SMALL = 250  # nodes; above it the quadratic layout is too slow


def positions(count: int, links: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pixel coordinates of `count` nodes joined by `links` (pairs of indices); the same links give the same places.

    >>> positions(2, [(0, 1)]) == positions(2, [(1, 0), (0, 1)])
    True
    >>> positions(0, [])
    []
    """
    import igraph

    igraph.set_random_number_generator(random.Random(20230312))
    graph = igraph.Graph(n=count, edges=sorted({(min(a, b), max(a, b)) for a, b in links if a != b}))
    parts = sorted(graph.connected_components(), key=lambda part: (-len(part), part))
    placed: list[tuple[int, int]] = [(0, 0)] * count
    for part, corner, points in _shelved([(part, _part_layout(graph, part)) for part in parts]):
        for node, (x, y) in zip(part, points, strict=True):
            placed[node] = (round(corner[0] + x), round(corner[1] + y))
    return placed


def _part_layout(graph: object, part: list[int]) -> list[Point]:
    """The part's own layout, its upper left corner at (0, 0), its links `EDGE_LENGTH` long on average."""
    inner = graph.induced_subgraph(part)  # type: ignore[attr-defined]
    if len(part) == 1:
        return [(0.0, 0.0)]
    if len(part) <= SMALL:
        points = inner.layout_kamada_kawai().coords
    else:
        points = inner.layout_fruchterman_reingold(grid="grid", niter=300).coords
    lengths = [_distance(points[link.source], points[link.target]) for link in inner.es]
    scale = EDGE_LENGTH / max(sum(lengths) / len(lengths), 1e-9)
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide = [((x - left) * scale, (y - top) * scale) for x, y in points]
    return _lying(wide)


def _lying(points: list[Point]) -> list[Point]:
    """Tall parts turned on their side: screens are wider than high."""
    width, height = max(x for x, _ in points), max(y for _, y in points)
    return [(y, x) for x, y in points] if height > width else points


def _shelved(
    parts: list[tuple[list[int], list[Point]]],
) -> list[tuple[list[int], Point, list[Point]]]:
    """Each part with the corner where it goes: rows as wide as a page of the parts' total area would be."""
    sizes = [(max(x for x, _ in points) + MARGIN, max(y for _, y in points) + MARGIN) for _, points in parts]
    page = max([w for w, _ in sizes] + [(1.7 * sum(w * h for w, h in sizes)) ** 0.5], default=0.0)
    shelved, x, y, shelf = [], 0.0, 0.0, 0.0
    for (part, points), (width, height) in zip(parts, sizes, strict=True):
        if x and x + width > page * 1.02:
            x, y, shelf = 0.0, y + shelf, 0.0
        shelved.append((part, (x, y), points))
        x, shelf = x + width, max(shelf, height)
    return shelved


def _distance(one: Sequence[float], two: Sequence[float]) -> float:
    return float(((one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2) ** 0.5)
