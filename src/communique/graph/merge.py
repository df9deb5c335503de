"""Claims of several documents brought together into facts.

Claims are compared only with those that share actors and days (blocks). What `same_event` holds to be one
event becomes one fact where all of its claims agree pairwise and no document appears twice. Where they do
not - one vague report fits two events - the claims about one day are settled first, and a vaguer one joins
them only where it fits in a single place. No step depends on the order in which documents are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from communique.graph.claims import Told
from communique.graph.same import same_event
from communique.schema import trait

MANY = 12  # a meeting of more persons than this is found by its whole list only


def group_claims(told: Sequence[Told], types: Mapping[str, str]) -> list[list[Told]]:
    """The claims in groups, one group a fact. `types` gives the type of each actor."""
    ordered = sorted(told, key=lambda t: (t.claim.document, t.type, len(t.claim.local), t.claim.local))
    links = _links(ordered, types)
    groups: list[list[Told]] = []
    for component in _components(range(len(ordered)), links):
        whole = _agree(component, ordered, links)
        parts = [component] if whole else _split(component, ordered, links)
        groups.extend([ordered[i] for i in part] for part in parts)
    return groups


def _links(told: Sequence[Told], types: Mapping[str, str]) -> dict[int, set[int]]:
    """Which claims tell of the same event, by position; symmetric."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, one in enumerate(told):
        for key in _block_keys(one, types):
            blocks[key].append(position)
    links: dict[int, set[int]] = defaultdict(set)
    for block in blocks.values():
        for i, j in _overlapping(block, told):
            if j not in links[i] and same_event(told[i], told[j], types):
                links[i].add(j)
                links[j].add(i)
    return links


def _block_keys(one: Told, types: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """What a claim of the same event must share: all actors, or two persons, or a visitor and a place."""
    if one.window is None:
        return
    kind, core = (one.type, one.claim.kind), sorted(one.core)
    yield (*kind, "all", *core)
    persons = [actor for actor in core if types.get(actor) == "person"]
    if one.type != "meeting" or len(persons) > MANY:
        return
    if trait("meeting-kind", one.claim.kind, "identified_by", 2) < 2:
        yield from ((*kind, "one", actor, one.claim.place or "") for actor in persons)
    else:
        yield from ((*kind, "two", *pair) for pair in combinations(persons, 2))


def _overlapping(block: Sequence[int], told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Pairs of the block whose days overlap, found by a sweep along the calendar."""
    spans = sorted((*window, i) for i in block if (window := told[i].window))
    for position, (_, last, i) in enumerate(spans):
        for first, _, j in spans[position + 1 :]:
            if first > last:
                break
            yield i, j


def _components(members: Sequence[int], links: Mapping[int, set[int]]) -> Iterator[list[int]]:
    """Those of the members that are linked with one another, directly or through other members."""
    left = set(members)
    for start in members:
        if start not in left:
            continue
        left.remove(start)
        found, ahead = [], [start]
        while ahead:
            found.append(at := ahead.pop())
            fresh = links.get(at, set()) & left
            left -= fresh
            ahead.extend(fresh)
        yield sorted(found)


def _agree(members: Sequence[int], told: Sequence[Told], links: Mapping[int, set[int]]) -> bool:
    """Whether every claim fits every other, and each comes from a document of its own."""
    every = set(members)
    return _own_documents(members, told) and all(links.get(i, set()) | {i} >= every for i in members)


def _own_documents(members: Sequence[int], told: Sequence[Told]) -> bool:
    """Whether no document appears twice: what one document tells apart is not brought together."""
    return len({told[i].claim.document for i in members}) == len(members)


def _split(members: Sequence[int], told: Sequence[Told], links: Mapping[int, set[int]]) -> list[list[int]]:
    """Parts of a component that does not hold together.

    Claims about one day come first, in parts that agree. A vaguer claim joins the only part that it fits,
    if it fits just one and its document is not yet there; else it stays alone.
    """
    firm = [i for i in members if told[i].dated]
    parts = [part for group in _components(firm, links) for part in _equal_parts(group, told, links)]
    joined = [list(part) for part in parts]
    alone: list[list[int]] = []
    for i in sorted(set(members) - set(firm)):
        fits = [n for n, part in enumerate(parts) if links.get(i, set()) & set(part)]
        if len(fits) == 1:
            joined[fits[0]].append(i)
        else:
            alone.append([i])
    for part, wider in zip(parts, joined, strict=True):
        if _own_documents(wider, told):
            alone.append(wider)
        else:
            alone.extend([part, *([i] for i in wider[len(part) :])])
    return alone


def _equal_parts(
    group: Sequence[int], told: Sequence[Told], links: Mapping[int, set[int]]
) -> Iterator[list[int]]:
    """The group where it agrees; else claims that say exactly the same, and the others one by one."""
    if _agree(group, told, links):
        yield list(group)
        return
    parts: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i in group:
        claim = told[i].claim
        parts[claim.status, claim.date, claim.place, claim.subjects, claim.count, told[i].core].append(i)
    for part in parts.values():
        yield from [part] if _agree(part, told, links) else [[i] for i in part]
