"""One record for one event: what headline, lead and body tell of it is put together.

Two tellings are one event when their kind and status agree, nothing that both give differs, and those involved are the
same or one telling names fewer of them. Merging only adds: the fuller telling keeps its values.
"""

from __future__ import annotations

from communique.extract.actors import Actor
from communique.extract.events import Event
from communique.schema.load import trait


def merge_events(events: list[Event]) -> list[Event]:
    """The distinct events, in the order of their first telling."""
    distinct: list[Event] = []
    for event in events:
        known = next((e for e in distinct if same_event(e, event)), None)
        if known:
            _join(known, event)
        else:
            distinct.append(event)
    return distinct


def same_event(a: Event, b: Event) -> bool:
    """Whether two tellings are of one event (see the module)."""
    if a.type != b.type or a.kind != b.kind:
        return False
    if a.status != b.status and not _both_made(a, b):
        return False
    if _differ(a.date, b.date) or (a.count and b.count and a.count != b.count):
        return False
    if a.type == "meeting":
        return _same_people(a.people, b.people) and not (
            trait("meeting-kind", a.kind, "destination")
            and a.place
            and b.place
            and a.place is not b.place
            and a.place.home() is not b.place
        )
    if bool(a.subjects) and bool(b.subjects) and not set(a.subjects) & set(b.subjects):
        return False
    if a.count != b.count and (a.count is None) != (b.count is None) and (a.subjects or b.subjects):
        return False
    return _same_sides(a.people, b.people)


def _both_made(a: Event, b: Event) -> bool:
    """Whether two agreements were both made, signed or not."""
    return a.type == "agreement" and all(trait("agreement-status", e.status, "accomplished") for e in (a, b))


def _differ(a: str | None, b: str | None) -> bool:
    """Whether two dates exclude each other: neither is part of the other's text."""
    if not a or not b or a == b:
        return False
    return not (a.startswith(b) or b.startswith(a) or "/" in a + b)


def _same_people(a: list[Actor], b: list[Actor]) -> bool:
    """The same participants, or one telling's among the other's; a state stands for its person."""
    small, large = sorted((a, b), key=len)
    return all(any(x is y or x is y.home() or y is x.home() for y in large) for x in small)


def _same_sides(a: list[Actor], b: list[Actor]) -> bool:
    small, large = sorted((a, b), key=len)
    return all(x in large for x in small)


def _join(known: Event, event: Event) -> None:
    """Adds to a known event what another telling of it gives."""
    fuller = [a for a in event.people if a not in known.people]
    homes = {id(a.home()) for a in event.people if a.type == "person"}
    if known.type == "meeting":
        known.people = [a for a in known.people if not (a.type == "state" and id(a) in homes)]
        fuller = [a for a in fuller if not (a.type == "state" and any(p.home() is a for p in known.people))]
    known.people += fuller
    known.signatories += [a for a in event.signatories if a not in known.signatories]
    known.subjects += [s for s in event.subjects if s not in known.subjects]
    known.count = known.count or event.count
    known.place = known.place or event.place
    known.date = known.date or event.date
    known.status = max((known.status, event.status), key=lambda s: trait(f"{event.type}-status", s, "stage"))
    known.sentences += [s for s in event.sentences if s not in known.sentences]
    known.confidence = min(0.99, max(known.confidence, event.confidence) + 0.05)
    known.why += [w for w in event.why if w not in known.why]
