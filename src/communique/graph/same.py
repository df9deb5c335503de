"""Whether two documents tell of the same event; where that is not clear, they do not.

Two agencies report one signing in different words, and the graph should show one agreement with two
sources. But the same two ministers may also meet twice in a month, and the same two states sign eight
memoranda on one day. A false merge is worse than two nodes, so each test below must be passed, and each
refuses what it cannot tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from communique.edtf import contains, days, valid
from communique.graph.claims import Told
from communique.model import Claim
from communique.schema import trait

UNDATED_DAYS = timedelta(days=2)  # two undated reports of one event appear within so many days


def same_event(one: Told, other: Told, types: Mapping[str, str]) -> bool:
    """Whether two claims surely tell of one event. `types` gives the type of each actor.

    In this order: same type and kind from different documents; compatible dates; compatible statuses; then,
    for a meeting, who met and where; for an agreement, who is bound, how many instruments and what about.
    """
    a, b = one.claim, other.claim
    if one.type != other.type or a.kind != b.kind or a.document == b.document:
        return False
    if not same_time(one, other) or not (a.status == b.status or same_day(a, b)):
        return False
    if one.type == "meeting":
        return same_company(one, other, types) and same_venue(a, b, types)
    return same_parties(a, b) and same_matter(a, b)


def same_day(a: Claim, b: Claim) -> bool:
    """Whether both name one and the same day."""
    return a.date is not None and a.date == b.date and valid(a.date) and days(a.date) == 1


def same_time(one: Told, other: Told) -> bool:
    """Whether the dates fit: equal, one within the other, or both reported within a few days."""
    if one.window is None or other.window is None:
        return False
    a, b = one.claim.date, other.claim.date
    if a is not None and b is not None and valid(a) and valid(b):
        return contains(a, b) or contains(b, a)
    if one.claim.status != other.claim.status:
        return False
    if one.published is not None and other.published is not None and a is None and b is None:
        return abs(one.published - other.published) <= UNDATED_DAYS
    return one.window[0] <= other.window[1] and other.window[0] <= one.window[1]


def same_company(one: Told, other: Told, types: Mapping[str, str]) -> bool:
    """Whether those who met are the same: all of them, or on one day the same persons and some more.

    Where states alone are named, other officials of theirs may have met elsewhere: then the place must be
    the same. A kind that few actors identify (a visit: the visitor) needs fewer in common, and the same
    destination.
    """
    a, b, shared = one.claim, other.claim, one.core & other.core
    needed = trait("meeting-kind", a.kind, "identified_by", 2)
    place = a.place is not None and a.place == b.place
    persons = sum(types.get(actor) == "person" for actor in shared)
    if needed < 2 and not place:
        return False
    if one.core == other.core and len(shared) >= needed:
        return place or any(types.get(actor) != "state" for actor in shared)
    nested = one.core <= other.core or other.core <= one.core
    return nested and persons >= needed and same_day(a, b)


def same_venue(a: Claim, b: Claim, types: Mapping[str, str]) -> bool:
    """Whether the places fit: equal, one not given, a town and a state, or one day (then it is disputed)."""
    if a.place is None or b.place is None or a.place == b.place:
        return True
    return types.get(a.place) != types.get(b.place) or same_day(a, b)


def same_parties(a: Claim, b: Claim) -> bool:
    """Whether the same two or more are bound, and the signatories do not speak against it."""
    signatories = set(a.signatories), set(b.signatories)
    strangers = all(signatories) and not signatories[0] & signatories[1]
    return set(a.parties) == set(b.parties) and len(a.parties) >= 2 and not strangers


def same_matter(a: Claim, b: Claim) -> bool:
    """Whether two agreements of the same parties are one: by number of instruments and by subject.

    A counted set is never one instrument; counts that differ are a contradiction about one day. Equal
    subjects fit, and on one day one list may be part of the other. Without subjects the kind must be one
    that parties conclude once, or the day and the place or a signatory must be shared.
    """
    if (a.count or 1) > 1 and (b.count or 1) > 1:
        return a.count == b.count or same_day(a, b)
    if (a.count or 1) > 1 or (b.count or 1) > 1:
        return False
    if a.subjects and b.subjects:
        nested = set(a.subjects) <= set(b.subjects) or set(b.subjects) <= set(a.subjects)
        return a.subjects == b.subjects or (nested and same_day(a, b))
    if not same_day(a, b):
        return False
    if trait("agreement-kind", a.kind, "single"):
        return True
    place = a.place is not None and a.place == b.place
    return not a.subjects and not b.subjects and (place or bool(set(a.signatories) & set(b.signatories)))
