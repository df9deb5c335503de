"""The meetings that a sentence tells: a trigger, those who take part, a status, a place and a date."""

from __future__ import annotations

from communique.extract.actors import Actor
from communique.extract.context import Context
from communique.extract.events import BELIEVED, Event, explain
from communique.extract.roles import weigh_meeting
from communique.extract.status import cues_in, meeting_status
from communique.extract.triggers import Analysis, Trigger
from communique.extract.when import date_of, days_counted, here_in, over_days, place_of, venue_in
from communique.lang.dates import DateMention
from communique.schema import concepts
from communique.schema.load import trait


def find_meetings(analysis: Analysis, context: Context, dates: list[DateMention]) -> list[Event]:
    """The meetings of a sentence, in the order of their triggers."""
    found: list[Event] = []
    for trigger in analysis.triggers:
        if trigger.frame.type == "meeting":
            found += _meeting(analysis, trigger, context, dates)
    return found


def _meeting(analysis: Analysis, trigger: Trigger, context: Context, dates: list[DateMention]) -> list[Event]:
    reading = analysis.reading
    status, cue = meeting_status(reading, trigger)
    if not status:
        return []
    weighing = weigh_meeting(analysis, trigger, status, context)
    context.weighed.append(weighing)
    people = _persons_stand_for_states(weighing.players("participant"))
    place = place_of(trigger, context, reading)
    if place is None and trigger.frame.travel == "journey":
        place = venue_in(reading, trigger.window)  # "received in Minsk on the second day of a visit"
    if trigger.frame.travel:
        people = [a for a in people if a is not place]
        if len(people) == 1 and place and place.type == "state" and people[0].home() is place:
            return []  # nobody visits their own state
    if len(people) < trigger.frame.needs:
        return []
    likelihood = weighing.likelihood()
    if likelihood < BELIEVED["meeting"]:
        return []
    place = place or venue_in(reading, trigger.window) or here_in(reading, trigger.window, context)
    each = "each" in _window_cues(analysis, trigger) and len(people) > 2
    kind = trigger.row["kind"]
    if trait("meeting-kind", kind, "two_sided") and not each and len({id(h) for a in people if (h := a.home())}) > 2:
        kind = _kind_with("many_sided")
    elif trait("meeting-kind", kind, "many_sided") and _two_sided(people):
        kind = _kind_with("two_sided")
    event = Event(
        "meeting",
        kind,
        status,
        people,
        place=place,
        date=_meeting_date(analysis, trigger, status, context, dates),
        sentences=[reading.index],
        confidence=likelihood,
        why=explain(reading, trigger, cue),
    )
    return _one_for_each(event) if each else [event]


def _kind_with(name: str) -> str:
    """The kind of meeting that has a trait."""
    return next(k for k in concepts("meeting-kind") if trait("meeting-kind", k, name))


def _two_sided(people: list[Actor]) -> bool:
    """Whether those who met are of two states, and no organisation among them."""
    homes = {id(h) for a in people if (h := a.home())}
    return len(people) > 1 and len(homes) == 2 and all(a.type != "organization" for a in people)


def _meeting_date(
    analysis: Analysis, trigger: Trigger, status: str, context: Context, dates: list[DateMention]
) -> str | None:
    """The date of a meeting, over its days where the text counts them ("a three-day visit")."""
    told = "past" if trait("meeting-status", status, "accomplished") else "near"
    when = "ahead" if trait("meeting-status", status, "ahead") else told
    found = date_of((trigger.start, trigger.end), trigger.window, dates, when=when, published=context.published)
    if found and trigger.frame.travel:
        return over_days(found, days_counted(analysis.reading, trigger.window))
    return found


def _persons_stand_for_states(people: list[Actor]) -> list[Actor]:
    """Where a person of a state takes part, the state itself is not named beside them."""
    homes = [a.home() for a in people if a.type == "person"]
    return [a for a in people if a.type != "state" or a not in homes]


def _window_cues(analysis: Analysis, trigger: Trigger) -> dict[str, str]:
    return cues_in(analysis.reading, *trigger.window)


def _one_for_each(event: Event) -> list[Event]:
    first, *others = event.people
    return [
        Event(
            event.type,
            event.kind,
            event.status,
            [first, other],
            place=event.place,
            date=event.date,
            sentences=list(event.sentences),
            confidence=event.confidence,
            why=list(event.why),
        )
        for other in others
    ]
