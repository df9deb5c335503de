"""Where each connected part of the network goes: the largest in the middle, the others close around it.

A part is seen as the squares of a grid that its nodes and lines touch, so that a small part finds room in
the bay of a large one, which a frame around each part would leave empty. The parts are set down one after
the other, each where it first fits, from the middle outwards (Freivalds, Dogrusoz and Kikusts, "Disconnected
graph layout and the polyomino packing approach", 2001).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache

Point = tuple[float, float]
Part = tuple[Sequence[Point], Sequence[tuple[int, int]]]  # the places of its nodes, and its links
Square = tuple[int, int]

SIDE = 40.0  # pixels of a square of the grid
ROOM = 45.0  # pixels kept free around nodes and lines
ASPECT = 1.4  # how much wider than high the whole becomes: a screen with a panel beside it


def packed(parts: Sequence[Part]) -> list[Point]:
    """How far each of `parts`, the largest first, is to be moved so that none touches another.

    >>> line = ([(0.0, 0.0), (100.0, 0.0)], [(0, 1)])
    >>> packed([line, line])[0]
    (-50.0, 0.0)
    """
    taken: set[Square] = set()
    begin: dict[frozenset[Square], int] = {}
    moves = []
    for points, links in parts:
        middle = _middle(points)
        squares = frozenset(_touched([(x - middle[0], y - middle[1]) for x, y in points], links))
        begin[squares], (right, down) = _first_fit(squares, taken, begin.get(squares, 0))
        taken |= {(x + right, y + down) for x, y in squares}
        moves.append((right * SIDE - middle[0], down * SIDE - middle[1]))
    return moves


def _middle(points: Sequence[Point]) -> Point:
    (left, right), (top, bottom) = ((min(c), max(c)) for c in zip(*points, strict=True))
    return (left + right) / 2, (top + bottom) / 2


def _touched(points: Sequence[Point], links: Sequence[tuple[int, int]]) -> Iterator[Square]:
    """The squares within `ROOM` of a node or of a line."""
    spots = [*points]
    for one, two in links:
        (x, y), (to_x, to_y) = points[one], points[two]
        steps = int(math.hypot(to_x - x, to_y - y) / SIDE) + 1
        spots += [(x + (to_x - x) * i / steps, y + (to_y - y) * i / steps) for i in range(1, steps)]
    for x, y in spots:
        for column in range(math.floor((x - ROOM) / SIDE), math.floor((x + ROOM) / SIDE) + 1):
            for row in range(math.floor((y - ROOM) / SIDE), math.floor((y + ROOM) / SIDE) + 1):
                yield column, row


def _first_fit(squares: frozenset[Square], taken: set[Square], begin: int) -> tuple[int, Square]:
    """The first place from the middle where all squares are free, and its number; those before `begin` are full."""
    radius = 1 << (math.isqrt(len(taken) + len(squares)) // 2).bit_length()  # few radii, and each only once
    while True:
        spots = _outwards(radius)
        for number in range(begin, len(spots)):
            right, down = spots[number]
            if not any((x + right, y + down) in taken for x, y in squares):
                return number, spots[number]
        begin, radius = len(spots), radius * 2


@cache
def _outwards(radius: int) -> list[Square]:
    """Places by their distance from the middle, in ellipses as wide as `ASPECT` says; a larger radius adds some."""
    wide = int(radius * ASPECT)
    ranked = [
        ((x / ASPECT) ** 2 + y * y, abs(y), y, x) for x in range(-wide, wide + 1) for y in range(-radius, radius + 1)
    ]
    return [(x, y) for _, _, y, x in sorted(spot for spot in ranked if spot[0] <= radius * radius)]
