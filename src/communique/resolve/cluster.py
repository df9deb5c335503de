"""Units joined into actors: likeliest pairs first, and never against hard evidence.

Two units are joined where their names are likely one actor's and nothing in either cluster contradicts: two
different
QIDs, or two full names that cannot be one person's. A false join costs more than a missed one, so the bar is
higher
than for a pair of names alone. Names that say little are joined last: to the one actor that fits and is tied
to the
same states, else to their like; where two actors fit, to none.
"""

from __future__ import annotations

from collections.abc import Iterable

from communique.resolve.alignment import align
from communique.resolve.blocks import blocks, candidates
from communique.resolve.bodies import body_name
from communique.resolve.names import person_score
from communique.resolve.organizations import body_score, says_the_same
from communique.resolve.personal import folded, personal_name
from communique.resolve.phonetics import likeness, word
from communique.resolve.units import Unit

JOIN = {"person": 0.93, "organization": 0.85, "place": 0.93, "state": 0.93}
APART = 0.15  # names of one cluster that are less likely one actor's than this contradict each other
WITNESSES = 12  # names of a cluster that are asked


def score(one: Unit, other: Unit) -> float:
    """The probability that two units of one type are one actor."""
    if folded(one.text) == folded(other.text):
        return 1.0
    if one.type == "person":
        return _persons(one, other)
    if one.type == "organization":
        return _bodies(one, other)
    a, b = (word(folded(unit.text).replace(" ", ""), unit.language) for unit in (one, other))
    return likeness(a, b) if min(len(a.consonants), len(b.consonants)) > 1 else 0.0


def _persons(one: Unit, other: Unit) -> float:
    """The score of two persons; 0 where the fuller name begins with a word that the other lacks.

    Tamim bin Hamad is not Hamad: what is missing there is the given name, and what is left is the father's.
    """
    a, b = personal_name(one.text, one.language), personal_name(other.text, other.language)
    if min(len(a.parts), len(b.parts)) > 1 and len(a.parts) != len(b.parts):
        found = align(a, b)
        fuller, left = (a, found.left) if len(a.parts) > len(b.parts) else (b, found.right)
        if 0 in left and not fuller.parts[0].initial:
            return 0.0
    return person_score(one.text, one.language, other.text, other.language)


def _bodies(one: Unit, other: Unit) -> float:
    """The score of two bodies: 0 where a name says something of weight that the other does not; acronyms as
    written."""
    if set(one.acronyms) & {other.text, *other.acronyms} or one.text in other.acronyms:
        return 0.9 if one.language == other.language else 0.5
    a, b = body_name(one.text, one.language), body_name(other.text, other.language)
    return body_score(one.text, one.language, other.text, other.language) if says_the_same(a, b) else 0.0


class Clusters:
    """Units in disjoint sets, each with what it is known as and the names that speak for it."""

    def __init__(self, found: list[Unit]) -> None:
        self.units = found
        self.parent = list(range(len(found)))
        self.known = {i: {unit.known} - {None} for i, unit in enumerate(found)}
        self.names = {i: [i] for i in range(len(found))}

    def root(self, index: int) -> int:
        """The unit that stands for the set that a unit is in."""
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def join(self, one: int, other: int) -> bool:
        """Join two units' sets unless something contradicts; whether they are one set now."""
        a, b = sorted((self.root(one), self.root(other)))
        if a == b:
            return True
        sure = bool(self.known[a] and self.known[b])
        if len(self.known[a] | self.known[b]) > 1 or (not sure and self._contradict(a, b)):
            return False
        self.parent[b] = a
        self.known[a] |= self.known.pop(b)
        self.names[a] = sorted(self.names[a] + self.names.pop(b))
        return True

    def _contradict(self, a: int, b: int) -> bool:
        """Whether some name of one set cannot be of the actor of the other."""
        return any(
            score(self.units[i], self.units[j]) < APART
            for i in self._witnesses(a)
            for j in self._witnesses(b)
        )

    def _witnesses(self, root: int) -> list[int]:
        """The fullest names of a set."""
        names = self.names[root]
        return (
            names
            if len(names) <= WITNESSES
            else sorted(names, key=lambda i: (-len(self.units[i].text), self.units[i].key))[:WITNESSES]
        )

    def sets(self) -> list[list[int]]:
        """The sets, each sorted, in the order of their first units."""
        found: dict[int, list[int]] = {}
        for index in range(len(self.units)):
            found.setdefault(self.root(index), []).append(index)
        return list(found.values())


def _by_knowledge(clusters: Clusters) -> None:
    first: dict[tuple[str, str], int] = {}
    for index, unit in enumerate(clusters.units):
        if unit.known:
            clusters.join(first.setdefault((unit.type, unit.known), index), index)


def _by_name(clusters: Clusters) -> None:
    """Join the telling names, the likeliest first; one name of two known actors is joined to neither."""
    found = clusters.units
    meanings: dict[tuple[str, str], set[str]] = {}
    for unit in found:
        if unit.known:
            meanings.setdefault((unit.type, folded(unit.text)), set()).add(unit.known)
    edges = []
    for i, j in candidates(found):
        one, other = found[i], found[j]
        if one.known and other.known:
            continue
        if any(
            not unit.known and len(meanings.get((unit.type, folded(unit.text)), ())) > 1
            for unit in (one, other)
        ):
            continue
        likely = score(one, other)
        if likely >= JOIN[one.type]:
            edges.append((-likely, one.key, other.key, i, j))
    for *_, i, j in sorted(edges):
        clusters.join(i, j)


def _fits(clusters: Clusters) -> dict[tuple[str, str, str], set[int]]:
    """(type, block of one word, state) -> sets with a telling name there."""
    index: dict[tuple[str, str, str], set[int]] = {}
    for i, unit in enumerate(clusters.units):
        if unit.weak or unit.type not in ("person", "organization"):
            continue
        for block in blocks(unit):
            if block.startswith(("one:", "of:", "about:")):
                for state in unit.states:
                    index.setdefault((unit.type, block, state), set()).add(clusters.root(i))
    return index


def _by_context(clusters: Clusters) -> None:
    """Join names that say little to the only actor that fits and shares a state, else to their like."""
    index = _fits(clusters)
    likes: dict[tuple[str, str, str], int] = {}
    choices = {}
    for i, unit in enumerate(clusters.units):
        if unit.weak:
            near = {
                root
                for block in blocks(unit)
                for state in unit.states
                for root in index.get((unit.type, block, state), ())
            }
            choices[i] = [root for root in sorted(near) if len(near) <= 60 and _may_be(clusters, unit, root)]
    for i, fitting in choices.items():
        unit = clusters.units[i]
        if len(fitting) == 1:
            clusters.join(fitting[0], i)
        elif not fitting and (unit.type != "person" or _rare(unit)):
            for state in sorted(unit.states):
                clusters.join(likes.setdefault((unit.type, folded(unit.text), state), i), i)


def _rare(unit: Unit) -> bool:
    return (
        sum(part.weight for part in personal_name(unit.text, unit.language).parts if not part.initial) >= 1.0
    )


def _may_be(clusters: Clusters, unit: Unit, root: int) -> bool:
    """Whether a weak name is likely one of a set's names: its surname, or the whole of a common name."""
    return any(score(unit, clusters.units[i]) >= JOIN[unit.type] for i in clusters._witnesses(root))


def cluster(found: Iterable[Unit]) -> list[list[Unit]]:
    """The units of each actor; the same sets whatever the order of the units."""
    ordered = sorted(found, key=lambda unit: (unit.key, unit.members))
    clusters = Clusters(ordered)
    _by_knowledge(clusters)
    _by_name(clusters)
    _by_context(clusters)
    return [[ordered[i] for i in inside] for inside in clusters.sets()]
