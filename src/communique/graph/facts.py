"""A fact from the claims that tell of it: the best value of each field, and whether the documents differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from operator import attrgetter

from communique.edtf import days, valid
from communique.graph.claims import Told
from communique.ids import content_hash
from communique.model import Claim, Fact
from communique.schema import trait


def merge_claims(group: Sequence[Told], types: Mapping[str, str]) -> Fact:
    """The fact that the group tells of: actors and subjects of any claim, single values the best ones."""
    claims = tuple(t.claim for t in sorted(group, key=lambda t: (t.claim.document, t.claim.local)))
    fact = Fact(
        id="",
        type=group[0].type,
        kind=group[0].claim.kind,
        status=best_status(group),
        participants=_all(c.participants for c in claims),
        parties=_all(c.parties for c in claims),
        signatories=_all(c.signatories for c in claims),
        subjects=_all(c.subjects for c in claims),
        count=max((c.count for c in claims if c.count is not None), default=None),
        place=best_place(claims, types),
        date=best_date(claims),
        reported_by=_all(c.reported_by for c in claims),
        confidence=max(c.confidence for c in claims),
        disputed=is_disputed(group, types),
        claims=claims,
    )
    return replace(fact, id=fact_id(fact))


def fact_id(fact: Fact) -> str:
    """A hash of what identifies the fact: type, kind, actors, day, place, subjects and count, in no order."""
    return content_hash(
        fact.type,
        fact.kind,
        "\x1f".join(sorted(fact.participants or fact.parties)),
        fact.date or "",
        fact.place or "",
        "\x1f".join(sorted(fact.subjects)),
        str(fact.count or 1),
    )


def tell_apart(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts sorted by identifier; equal ones are told apart by their claims."""
    found = list(facts)
    uses = Counter(fact.id for fact in found)
    own = [fact if uses[fact.id] == 1 else replace(fact, id=_claimed_id(fact)) for fact in found]
    return tuple(sorted(own, key=attrgetter("id")))


def _claimed_id(fact: Fact) -> str:
    return content_hash(fact.id, *(part for c in fact.claims for part in (c.document, c.local)))


def _all(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Every value of any claim, sorted."""
    return tuple(sorted({value for each in values for value in each}))


def _stage(told: Told) -> int:
    return trait(f"{told.type}-status", told.claim.status, "stage")


def best_status(group: Sequence[Told]) -> str:
    """The status in the latest document, else the one most documents give, else the furthest along."""
    latest = max((t.published for t in group if t.published), default=None)
    heard = [t for t in group if t.published == latest] if latest else list(group)
    votes = Counter(t.claim.status for t in heard)
    return min(heard, key=lambda t: (-votes[t.claim.status], -_stage(t), t.claim.status)).claim.status


def best_place(claims: Sequence[Claim], types: Mapping[str, str]) -> str | None:
    """The place that most claims give, a venue before a state."""
    votes = Counter(c.place for c in claims if c.place is not None)
    return min(votes, key=lambda p: (types.get(p) == "state", -votes[p], p), default=None)


def best_date(claims: Sequence[Claim]) -> str | None:
    """The most precise date, then the one that most claims give. A string that is no date counts last."""
    votes = Counter(c.date for c in claims if c.date is not None)
    span = {d: days(d) if valid(d) else date.max.toordinal() for d in votes}
    return min(votes, key=lambda d: (span[d], -votes[d], d), default=None)


def is_disputed(group: Sequence[Told], types: Mapping[str, str]) -> bool:
    """Whether the documents contradict one another on status, place or count.

    A vaguer date or a state beside its town is no contradiction; nor is a status that the later document
    moves on.
    """
    return any(
        _contradict_status(a, b) or _contradict_place(a.claim, b.claim, types) or _contradict_count(a, b)
        for a, b in combinations(group, 2)
    )


def _contradict_status(a: Told, b: Told) -> bool:
    if a.claim.status == b.claim.status:
        return False
    if a.published is None or b.published is None or a.published == b.published:
        return True
    early, late = (a, b) if a.published < b.published else (b, a)
    return not 0 < _stage(early) < _stage(late)


def _contradict_place(a: Claim, b: Claim, types: Mapping[str, str]) -> bool:
    if a.place is None or b.place is None or a.place == b.place:
        return False
    return types.get(a.place) == types.get(b.place)


def _contradict_count(a: Told, b: Told) -> bool:
    return a.claim.count is not None and b.claim.count is not None and a.claim.count != b.claim.count
