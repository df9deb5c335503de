"""Dates and places of events: the nearest date to a trigger in its clause, the venue that its markers name."""

from __future__ import annotations

from datetime import date, timedelta

from communique.extract.actors import Actor
from communique.extract.cases import case_before
from communique.extract.context import Context
from communique.extract.reading import Mention, Reading
from communique.extract.triggers import Trigger
from communique.lang.dates import DateMention

_DAY = 10  # letters of a full date
_LONG = 14  # days: longer visits are not counted in days


def date_of(
    trigger: tuple[int, int],
    window: tuple[int, int],
    dates: list[DateMention],
    *,
    when: str,
    published: str | None,
) -> str | None:
    """The EDTF date nearest to a trigger in its clause, else the only one of its sentence.

    A weekday or a day without a year has two readings: `when` says whether the event lies in the "past", "ahead", or
    whichever is nearer to the day of publication ("near").
    """
    inside = [d for d in dates if window[0] <= d.start < window[1] and (d.edtf or d.ahead)]
    if not inside:
        inside = dates if len(dates) == 1 else []
    if not inside:
        return None
    nearest = min(
        inside,
        key=lambda d: (max(0, d.start - trigger[1], trigger[0] - d.end), len(d.edtf or d.ahead or "") < _DAY),
    )
    return nearest.ahead if when == "ahead" or (when == "near" and _nearer_ahead(nearest, published)) else nearest.edtf


def _nearer_ahead(found: DateMention, published: str | None) -> bool:
    """Whether the reading ahead of a date is nearer to publication than the one behind."""
    if not (found.edtf and found.ahead and published) or found.edtf == found.ahead:
        return False
    try:
        day, past, ahead = (date.fromisoformat(d.split("/")[0]) for d in (published, found.edtf, found.ahead))
    except ValueError:
        return False
    return ahead - day < day - past


def without_reports(reading: Reading, dates: list[DateMention]) -> list[DateMention]:
    """Dates without those that only say when somebody spoke ("said on Thursday")."""
    spoken = [m for m in reading.language.sources.find(reading.tokens) if m.row["source"] == "precedes"]
    return [d for d in dates if not any(0 <= d.start - m.end <= 1 or 0 <= m.start - d.end <= 0 for m in spoken)]


def days_counted(reading: Reading, window: tuple[int, int]) -> int:
    """How many days a clause counts ("a three-day visit", «سفر سه‌روزه»); 0 where it counts none."""
    for i in range(*window):
        match = reading.language.numbers.longest(reading.tokens, i)
        value = match.row["value"] if match else reading.tokens[i].key
        behind = match.end if match else i + 1
        if (
            value.isdigit()
            and len(value) < 3
            and any(_is_day(reading, j) for j in range(behind, min(behind + 2, window[1])))
        ):
            return int(value)
    return 0


def _is_day(reading: Reading, i: int) -> bool:
    return reading.word(i) in reading.language.dates.get("day_words", [])


def over_days(edtf: str, days: int) -> str:
    """A day stretched over a number of days.

    >>> over_days("2024-11-03", 3), over_days("2024-11", 3)
    ('2024-11-03/2024-11-05', '2024-11')
    """
    if not 2 <= days <= _LONG or len(edtf) != _DAY:
        return edtf
    return f"{edtf}/{date.fromisoformat(edtf) + timedelta(days - 1)}"


def here_in(reading: Reading, window: tuple[int, int], context: Context) -> Actor | None:
    """The dateline's place where a clause says "here"."""
    for match in reading.language.anaphors.find(reading.tokens):
        if match.row["refers"] == "here" and window[0] <= match.start < window[1]:
            return context.company.here(reading.index)
    return None


def place_of(trigger: Trigger, context: Context, reading: Reading) -> Actor | None:
    """The venue of an event: a place named with it, the most specific first; "here" is the dateline's place."""
    mentions: list[Mention] = []
    for case in trigger.frame.place:
        mentions += [m for m in trigger.arguments.get(case, []) if m.type in ("place", "state", "organization")]
    if not mentions and trigger.frame.travel:
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
    for m in reading.mentions:
        if (
            m.type == "place"
            and window[0] <= m.start < window[1]
            and isinstance(m.actor, Actor)
            and not m.inside
            and case_before(reading, m.start) == "at"
        ):
            return m.actor
    return None
