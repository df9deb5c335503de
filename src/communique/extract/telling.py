"""Meetings and agreements of an article, as its sentences tell them one after another.

What a sentence leaves out is taken from the ones before it, as a reader would.
"""

from __future__ import annotations

from communique.extract.actors import Actor, Cast
from communique.extract.agreements import find_agreements
from communique.extract.context import Context
from communique.extract.events import Event
from communique.extract.meetings import find_meetings
from communique.extract.reading import Reading
from communique.extract.triggers import Analysis, analyse
from communique.extract.weighing import Weighing
from communique.extract.when import without_reports
from communique.lang.dates import DateMention
from communique.schema.load import trait


def find_events(
    readings: list[Reading], company: Cast, dates: dict[int, list[DateMention]], *, published: str | None
) -> tuple[list[Event], list[Weighing]]:
    """(the events of an article in the order they are told, not merged yet; all that was weighed for them)."""
    context = Context(company, published, named={r.index: _states_named(r) for r in readings})
    events: list[Event] = []
    for reading in readings:
        analysis = analyse(reading)
        if reading.skip and reading.index:
            context.begin_story()
        here = without_reports(reading, dates.get(reading.index, []))
        for told in (find_meetings, find_agreements):  # what is signed at a meeting is told with it
            for event in told(analysis, context, here):
                if not trait("agreement-status", event.status, "unconfirmed"):
                    context.remember(event.people + event.signatories, event.place, event.date)
                events.append(event)
        _note_topic(analysis, context)
    return events, context.weighed


def _states_named(reading: Reading) -> list[tuple[Actor, int]]:
    """The states that a sentence names, by themselves or through their people, each with the token behind it."""
    found: list[tuple[Actor, int]] = []
    for mention in reading.mentions:
        actor = mention.actor
        if isinstance(actor, Actor) and actor.type in ("state", "person"):
            home = actor.home()
            if home and home.type == "state":
                found.append((home, mention.end))
    return found


def _note_topic(analysis: Analysis, context: Context) -> None:
    for argument in analysis.arguments:
        for mention in argument.mentions:
            if argument.case == "" and isinstance(mention.actor, Actor) and mention.actor.type == "person":
                context.topic = mention.actor
                return
