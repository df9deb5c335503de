"""Dates and places of events: the nearest date to a trigger in its clause, the venue that its markers name."""

from __future__ import annotations

from communique.extract.actors import Actor
from communique.extract.context import Context
from communique.extract.reading import Mention, Reading
from communique.extract.triggers import Trigger
from communique.lang.dates import DateMention


_DAY = 10  # letters of a full date


def date_of(trigger: tuple[int, int], window: tuple[int, int], dates: list[DateMention], *, ahead: bool = False) -> str | None:
    """The EDTF date nearest to a trigger in its clause, else the only one of its sentence.

    `ahead`: the event is still to come, so a weekday or day without a year is the next one.
    """
    inside = [d for d in dates if window[0] <= d.start < window[1] and (d.edtf or d.ahead)]
    if not inside:
        inside = dates if len(dates) == 1 else []
    if not inside:
        return None
    nearest = min(inside, key=lambda d: (max(0, d.start - trigger[1], trigger[0] - d.end), len(d.edtf or d.ahead or "") < _DAY))
    return nearest.ahead if ahead else nearest.edtf


def place_of(trigger: Trigger, context: Context, reading: Reading) -> Actor | None:
    """The venue of an event: a place named with it, the most specific first; "here" is the dateline's place."""
    mentions: list[Mention] = []
    for case in trigger.frame.place:
        mentions += [m for m in trigger.arguments.get(case, []) if m.type in ("place", "state", "organization")]
    if not mentions and trigger.frame.name in ("visit", "trip"):
        mentions = [m for m in trigger.antecedent if m.type in ("place", "state")]
    for mention in mentions:
        if mention.type == "place" and isinstance(mention.actor, Actor):
            return _most_specific(mention, mentions)
    for mention in mentions:
        if isinstance(mention.actor, Actor) and mention.actor.type == "state":
            return mention.actor
    return None


def _most_specific(mention: Mention, mentions: list[Mention]) -> Actor | None:
    venues = [m for m in mentions if m.type == "place" and m.category in ("venue", "")]
    chosen = venues[0] if venues else mention
    return chosen.actor if isinstance(chosen.actor, Actor) else None


def venue_in(reading: Reading, window: tuple[int, int]) -> Actor | None:
    """A place that is named as a venue anywhere in a clause."""
    from communique.extract.cases import case_before

    for m in reading.mentions:
        if m.type == "place" and window[0] <= m.start < window[1] and isinstance(m.actor, Actor) and not m.inside \
                and case_before(reading, m.start) == "at":
            return m.actor
    return None
