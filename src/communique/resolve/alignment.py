"""Which word of one name answers to which word of the other, and what is left over on either side.

Names change their order (Orbán Viktor), drop middle names, join what others part (Jean-Yves Le Drian, ژان ایو
لودریان). Pairs of words are
taken best first; a word may also answer to two neighbours of the other name written as one. What is left on
both sides
after that contradicts: a brother has another first name, not a missing one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique.resolve.personal import Part, PersonalName
from communique.resolve.phonetics import Word, likeness, swap_price

ALIKE = 0.6  # words less alike than this do not answer to each other
SURE = 0.9  # words as alike as this need no joining
JOINED = 0.8  # the same for a word and two neighbours
SAME_GROUP = 0.9  # Tony and Anthony
SEATS = tuple("اع")


@dataclass(frozen=True, slots=True)
class Pair:
    """Words `left` of one name (one index, or two neighbours) that answer to words `right` of the other."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    alike: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs best first, and the indices that nothing answers to."""

    pairs: tuple[Pair, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]


@lru_cache(maxsize=500_000)
def parts_alike(one: Part, other: Part) -> float:
    """How alike two words of names are, 0 to 1: their best readings, less the price of a particle that only
    one has.

    >>> from communique.resolve.personal import personal_name
    >>> tony, anthony = (personal_name(name).parts[0] for name in ("Tony", "Anthony"))
    >>> parts_alike(tony, anthony)
    0.9
    """
    price = abs(one.price - other.price)
    best = max(0.0, likeness(one.readings[0], other.readings[0]) - price)
    if len(one.readings) > 1 or len(other.readings) > 1:
        best = max(
            best,
            *(
                likeness(a, b)
                for a in one.readings
                for b in other.readings
                if a is not one.readings[0] or b is not other.readings[0]
            ),
        )
    if one.groups & other.groups:
        best = max(best, SAME_GROUP)
    return best


def initial_agrees(initial: Part, full: Part) -> bool:
    """Whether a word may begin with this initial, across scripts: their first sounds may be one.

    >>> from communique.resolve.personal import personal_name
    >>> h, hassan, reza = (personal_name(name).parts[0] for name in ("H. X", "حسن", "رضا"))
    >>> initial_agrees(h, hassan), initial_agrees(h, reza)
    (True, False)
    """
    letter = initial.readings[0]
    return any(_starts(letter, reading) for reading in full.readings)


@lru_cache(maxsize=100_000)
def _starts(letter: Word, full: Word) -> bool:
    if not (letter.units and full.units):
        return letter.text[:1] == full.text[:1]
    reach = 2 if full.text[:1] in SEATS else 1  # the seat of an initial vowel is no sound of its own
    limit = 0.05 if letter.script == full.script else 0.25
    return any(swap_price(letter.units[0], unit) <= limit for unit in full.units[:reach])


def _wholes(one: PersonalName, other: PersonalName) -> Iterator[Pair]:
    for i, a in enumerate(one.parts):
        if a.initial:
            continue
        for j, b in enumerate(other.parts):
            if not b.initial and (alike := parts_alike(a, b)) >= ALIKE:
                yield Pair((i,), (j,), alike)


def _either(first: Part, second: Part, other: Part) -> float:
    return max(parts_alike(first, other), parts_alike(second, other))


def _starts_alike(joined: Word, part: Part) -> bool:
    """A quick look: whether the first or second letter group of a word may begin with the first of
    another."""
    first = joined.units[:1]
    return bool(first) and any(
        swap_price(first[0], unit) <= 0.5 for reading in part.readings for unit in reading.units[:2]
    )


def _joins(
    one: PersonalName, other: PersonalName, sure_one: set[int], sure_other: set[int]
) -> Iterator[tuple[int, int, float]]:
    """Index of the joined pair in `one`, index in `other`, and how alike they are; words with a sure answer
    left out."""
    for i, joined in enumerate(one.joined):
        if one.parts[i].initial or one.parts[i + 1].initial or (i in sure_one and i + 1 in sure_one):
            continue
        for j, b in enumerate(other.parts):
            if j in sure_other or not _starts_alike(joined, b):
                continue
            alike = max(likeness(joined, reading) for reading in b.readings)
            if (
                alike >= JOINED
                and not b.initial
                and alike > _either(one.parts[i], one.parts[i + 1], b) + 0.05
            ):
                yield i, j, alike


def align(one: PersonalName, other: PersonalName) -> Alignment:
    """The pairing of two names' words, initials left aside.

    >>> from communique.resolve.personal import personal_name
    >>> found = align(personal_name("Orbán Viktor", "hu"), personal_name("Виктор Орбан", "ru"))
    >>> [(pair.left, pair.right) for pair in found.pairs]
    [((0,), (1,)), ((1,), (0,))]
    """
    found = list(_wholes(one, other))
    sure = {p.left[0] for p in found if p.alike >= SURE}, {p.right[0] for p in found if p.alike >= SURE}
    if len(sure[0]) < max(len(one.parts), len(other.parts)):
        found += [Pair((i, i + 1), (j,), alike) for i, j, alike in _joins(one, other, *sure)]
        found += [Pair((j,), (i, i + 1), alike) for i, j, alike in _joins(other, one, sure[1], sure[0])]
    found.sort(
        key=lambda p: (-p.alike * (len(p.left) + len(p.right)), abs(p.left[0] - p.right[0]), p.left, p.right)
    )
    left, right = set(range(len(one.parts))), set(range(len(other.parts)))
    pairs = []
    for pair in found:
        if left.issuperset(pair.left) and right.issuperset(pair.right):
            pairs.append(pair)
            left.difference_update(pair.left)
            right.difference_update(pair.right)
    return Alignment(tuple(pairs), tuple(sorted(left)), tuple(sorted(right)))
