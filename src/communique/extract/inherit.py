"""Places and dates that an event takes from the one that encloses it.

Talks during a visit happen where the visit goes; what is signed at a meeting is signed there, and on that day where the
text tells both in one breath. The article's dateline is the place of what its own people do there.
"""

from __future__ import annotations

from communique.extract.actors import Actor, Cast
from communique.extract.events import Event
from communique.schema.load import trait

_NEAR = 2  # sentences
_BUILDINGS = frozenset({"venue", ""})  # palaces and the like, and places that no table knows


def inherit(events: list[Event], company: Cast) -> None:
    """Fills places and dates that the telling of an event leaves to its context (see the module)."""
    for event in events:
        around = [
            e for e in _enclosing(event, events) if company.story(e.sentences[0]) == company.story(event.sentences[0])
        ]
        if event.place is None and _takes_place(event):
            event.place = _place(event, around) or _dateline(event, company)
        if event.date is None and event.type == "agreement" and _done(event):
            near = [e for e in around if _distance(event, e) < _NEAR]
            event.date = next((e.date for e in near if e.date), None)


def _place(event: Event, around: list[Event]) -> Actor | None:
    """The place of the nearest event around; a building only of what is told in the same sentence."""
    for other in around:
        if other.place and (other.place.category not in _BUILDINGS or _distance(event, other) == 0):
            return other.place
    return None


def _dateline(event: Event, company: Cast) -> Actor | None:
    """The place of the dateline, where somebody of that place takes part in a meeting."""
    place = company.here(event.sentences[0])
    home = company.home(event.sentences[0])
    hosts = any(a.home() is home for a in event.people if a.type == "person")
    return place if event.type == "meeting" and home and hosts and len(event.people) > 1 else None


def _takes_place(event: Event) -> bool:
    if event.type == "meeting":
        return _done(event) and not trait("meeting-kind", event.kind, "destination") and not _remote(event)
    return _done(event)


def _enclosing(event: Event, events: list[Event]) -> list[Event]:
    """Events that happened, share the sides of this one and are told before it or with it, the nearest first."""
    sides = _sides(event)
    candidates = [
        e
        for e in events
        if e is not event
        and sides & _sides(e)
        and ((e.type == "meeting" and _done(e) and not _remote(e)) or (e.type == "agreement" and _done(e)))
        and len(sides & _sides(e)) * 2 >= min(2, len(sides)) + 1
        and min(e.sentences) <= max(event.sentences)
    ]
    return sorted(candidates, key=lambda e: _distance(event, e))


def _done(event: Event) -> bool:
    """Whether an event really happened."""
    return bool(trait(f"{event.type}-status", event.status, "accomplished"))


def _remote(event: Event) -> bool:
    return bool(trait("meeting-kind", event.kind, "remote"))


def _distance(a: Event, b: Event) -> int:
    return min(abs(x - y) for x in a.sentences for y in b.sentences)


def _sides(event: Event) -> set[int]:
    """The states or bodies behind those involved."""
    homes: list[Actor | None] = [a if a.type == "organization" else a.home() for a in event.people + event.signatories]
    return {id(h) for h in homes if h}
