"""Which units are compared at all: those that share a block, so that the work grows with the names and not
with their square.

A full personal name is in one block for each two of its words (by how they sound); a name of one word waits
until the
full names are settled. A body is in the blocks of its own words, of its state with each concept, or of each
two concepts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from communique.resolve.bodies import BodyName, body_name
from communique.resolve.keys import sound_keys
from communique.resolve.personal import PersonalName, folded, personal_name
from communique.resolve.phonetics import word
from communique.resolve.units import Unit

CROWDED = 120  # a block with more names than this tells nothing; its names meet in others


@lru_cache(maxsize=100_000)
def blocks(unit: Unit) -> frozenset[str]:
    """The names of the blocks that a unit is in."""
    if unit.type == "person":
        return frozenset(_person(personal_name(unit.text, unit.language)))
    if unit.type == "organization":
        names = [body_name(unit.text, unit.language), *(body_name(a, unit.language) for a in unit.acronyms)]
        return frozenset(block for name in names for block in _body(name))
    return frozenset(_place(unit))


def _person(name: PersonalName) -> Iterator[str]:
    """Blocks of each full word, and of each two that do not overlap, joined neighbours among them."""
    words = [
        ({place}, frozenset(key for reading in part.readings for key in sound_keys(reading)))
        for place, part in enumerate(name.parts)
        if not part.initial
    ]
    for _, keys in words:
        yield from ("one:" + key for key in keys)
    if len(words) < 2:
        return
    words += [({place, place + 1}, sound_keys(joined)) for place, joined in enumerate(name.joined)]
    for (mine, keys), (theirs, others) in combinations(words, 2):
        if not mine & theirs:
            yield from ("two:" + "+".join(sorted((a, b))) for a in keys for b in others)


def _body(name: BodyName) -> Iterator[str]:
    for own in name.words:
        yield from ("word:" + key for key in sound_keys(own) if len(key) > 2)
    concepts = sorted({c for concept in name.concepts for c in concept.alternatives})
    if name.states:
        for state in sorted(name.states):
            yield from (f"of:{state}+{concept}" for concept in concepts)
    else:
        yield from (f"about:{a}+{b}" for a, b in combinations(concepts, 2))
    if name.words and len(name.letters) <= 3:
        yield from ("word:" + key for key in sound_keys(name.whole) if len(key) > 2)
    yield "name:" + name.key


def _place(unit: Unit) -> Iterator[str]:
    yield "name:" + folded(unit.text)
    spoken = word(folded(unit.text).replace(" ", ""), unit.language)
    yield from ("sound:" + key for key in sound_keys(spoken) if len(key) > 2)


def candidates(found: Iterable[Unit]) -> Iterator[tuple[int, int]]:
    """Pairs of indices of units of one type that share a block that is not crowded, each once, sorted.

    Two units that are known need no comparing, and names that say little wait.
    """
    members: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
    for index, unit in enumerate(found):
        if not unit.weak:
            for block in blocks(unit):
                if not block.startswith("one:"):
                    members.setdefault((unit.type, block), ([], []))[unit.known is not None].append(index)
    pairs: set[tuple[int, int]] = set()
    for fresh, known in members.values():
        if fresh and len(fresh) + len(known) <= CROWDED:
            pairs.update(combinations(fresh, 2))
            pairs.update((min(i, j), max(i, j)) for i in fresh for j in known)
    yield from sorted(pairs)
