"""Meetings and agreements of an article, as its sentences tell them one after another.

Each sentence is analysed into triggers with their arguments; a meeting trigger whose frame finds enough actors is a
meeting; an instrument ("memorandum", تفاهم‌نامه) with a verb that makes, wants or ends it, or with two parties
of its own,
is an agreement. What a sentence leaves out is taken from the one before it, as a reader would.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extract.actors import Actor, Cast
from communique.extract.context import Context
from communique.extract.reading import Mention, Reading
from communique.extract.roles import agreement_likelihood, candidates, likeliest, meeting_likelihood, parties_near
from communique.extract.status import agreement_status, cues_in, meeting_status
from communique.extract.triggers import Analysis, Trigger, analyse
from communique.extract.when import (
    date_of,
    days_counted,
    here_in,
    over_days,
    place_of,
    venue_in,
    without_reports,
)
from communique.lang.dates import DateMention
from communique.lang.patterns import Match
from communique.lang.table import Row
from communique.schema import concepts
from communique.schema.load import trait

_ACTING = frozenset({"person", "state", "organization"})
_PHRASE = 6  # tokens between an instrument and the two parties of its own phrase ("the gas contract of A and B")
_BELIEVED = 0.6  # likelihood from which a meeting is recorded
_COMPLEMENT = 16  # tokens behind an instrument that say what it is about


@dataclass(slots=True)
class Event:
    """A meeting or agreement as one sentence tells it."""

    type: str  # meeting | agreement
    kind: str
    status: str
    people: list[Actor]  # participants, or parties
    signatories: list[Actor] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    count: int | None = None
    place: Actor | None = None
    date: str | None = None
    sentences: list[int] = field(default_factory=list)
    confidence: float = 0.0
    why: list[str] = field(default_factory=list)


def find_events(
    readings: list[Reading], company: Cast, dates: dict[int, list[DateMention]], *, published: str | None
) -> list[Event]:
    """The events of an article in the order they are told, not merged yet."""
    context = Context(company, published, named={r.index: _states_named(r) for r in readings})
    events: list[Event] = []
    for reading in readings:
        analysis = analyse(reading)
        if reading.skip and reading.index:
            context.begin_story()
        here = without_reports(reading, dates.get(reading.index, []))
        for told in (_meetings, _agreements):  # what is signed at a meeting is told with it
            for event in told(analysis, context, here):
                if not trait("agreement-status", event.status, "unconfirmed"):
                    context.remember(event.people + event.signatories, event.place, event.date)
                events.append(event)
        _note_topic(analysis, context)
    return events


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


# --- meetings --------------------------------------------------------------------------------------------------------


def _meetings(analysis: Analysis, context: Context, dates: list[DateMention]) -> list[Event]:
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
    given = candidates(analysis, trigger, context)
    people, likelihoods = likeliest(given, "participant", trigger.frame.needs)
    people = _persons_stand_for_states(people)
    place = place_of(trigger, context, reading)
    if place is None and trigger.frame.travel == "journey":
        place = venue_in(reading, trigger.window)  # "received in Minsk on the second day of a visit"
    if trigger.frame.travel:
        people = [a for a in people if a is not place]
        if place is None or not people:
            return []
        if place.type == "state" and any(a.home() is place for a in people if a.type != "state") and len(people) == 1:
            return []
    if len(people) < trigger.frame.needs or not _is_session(trigger, people):
        return []
    told = meeting_likelihood(analysis, trigger, context, status, likelihoods)
    if told < _BELIEVED:
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
        confidence=told,
        why=_why(reading, trigger, cue),
    )
    return _one_for_each(event) if each else [event]


def _kind_with(name: str) -> str:
    """The kind of meeting that has a trait."""
    return next(k for k in concepts("meeting-kind") if trait("meeting-kind", k, name))


def _two_sided(people: list[Actor]) -> bool:
    """Whether those who met are of two states, and no organisation among them."""
    homes = {id(h) for a in people if (h := a.home())}
    return len(people) > 1 and len(homes) == 2 and all(a.type != "organization" for a in people)


def _is_session(trigger: Trigger, people: list[Actor]) -> bool:
    """Whether who takes part can hold a session: an organisation or two; other meetings always pass."""
    return not trigger.frame.bodies or len(people) > 1 or people[0].type == "organization"


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


def _why(reading: Reading, trigger: Trigger, cue: str) -> list[str]:
    words = " ".join(t.text for t in reading.tokens[trigger.start : trigger.end])
    lines = [f"“{words}” tells it ({trigger.row.file}, frame {trigger.frame.name})"]
    if cue:
        lines.append(f"“{cue}” decides its status")
    return lines


# --- agreements ------------------------------------------------------------------------------------------------------


def _agreements(analysis: Analysis, context: Context, dates: list[DateMention]) -> list[Event]:
    reading = analysis.reading
    held = {i for m in reading.mentions if m.type in ("person", "organization") for i in range(m.start, m.end)}
    instruments = _heads(
        reading,
        [
            m
            for m in reading.language.instruments.find(reading.tokens)
            if m.start >= reading.skip and not any(i in held for i in range(m.start, m.end))
        ],
    )
    instruments = [m for i, m in enumerate(instruments) if not _only_agreeing(analysis, m, instruments[i + 1 :])]
    found: list[Event] = []
    for i, instrument in enumerate(instruments):
        following = instruments[i + 1].start if i + 1 < len(instruments) else len(reading.tokens)
        event = _agreement(analysis, instrument, following, context, dates)
        if event:
            found.append(event)
    return found


def _only_agreeing(analysis: Analysis, instrument: Match[Row], others: list[Match[Row]]) -> bool:
    """Whether an instrument is only part of a verb ("reached agreement on a truce") with the true one behind it."""
    inside = any(t.pos == "verb" and t.start <= instrument.start < t.end for t in analysis.triggers)
    return inside and any(o.start - instrument.end < _COMPLEMENT for o in others[:1])


def _heads(reading: Reading, instruments: list[Match[Row]]) -> list[Match[Row]]:
    """Instruments without those that only describe another: of "text of the treaty" the treaty, of "truce protocol"
    the protocol.
    """
    kept: list[Match[Row]] = []
    for instrument in instruments:
        last = kept[-1] if kept else None
        if last and _linked(reading, last.end, instrument.start):
            if last.row["kind"] == "agreement" and instrument.row["kind"] not in ("agreement", "commitment"):
                kept[-1] = instrument
            continue
        kept.append(instrument)
    return kept


def _linked(reading: Reading, end: int, start: int) -> bool:
    """Whether nothing but prepositions, articles and one or two words stands between two nouns."""
    gap = range(end, start)
    if len(gap) > 8 or any(
        reading.tokens[i].shape == "p" or reading.marker(i) in ("and", "clause", "relative", "with", "between")
        for i in gap
    ):
        return False
    return len(gap) <= 2 or any(reading.marker(i) in ("of", "about") for i in gap)


def _agreement(
    analysis: Analysis, instrument: Match[Row], following: int, context: Context, dates: list[DateMention]
) -> Event | None:
    reading = analysis.reading
    if _denied(reading, instrument.start):
        return None
    trigger = _governor(analysis, instrument)
    window = _joint_window(analysis, instrument, trigger)
    own = _own_parties(analysis, instrument, following, window)
    status, cue = agreement_status(reading, trigger, window)
    if not status and trigger:
        return None
    status = status or "signed"
    sides, signers = parties_near(analysis, instrument, trigger, own, context)
    parties, likelihoods = likeliest(sides, "party", 2)
    told = agreement_likelihood(analysis, instrument, trigger, window, status, likelihoods)
    if not parties or told < _BELIEVED:
        return None
    signatories: list[Actor] = []
    if trait("agreement-status", status, "concluded"):
        signatories, _ = likeliest(signers, "signatory", 0)
    complement = (instrument.start, min(following, instrument.end + _COMPLEMENT, len(reading.tokens)))
    why = [f"“{_words(reading, instrument.start, instrument.end)}” is the instrument ({instrument.row.file})"]
    if trigger:
        why += _why(reading, trigger, cue)
    elif cue:
        why.append(f"“{cue}” decides its status")
    place = (place_of(trigger, context, reading) if trigger else None) or venue_in(reading, window)
    return Event(
        "agreement",
        instrument.row["kind"],
        status,
        parties,
        signatories,
        _subjects(reading, instrument, complement),
        _count(reading, instrument),
        place,
        date_of(
            (instrument.start, instrument.end),
            window,
            dates,
            when="ahead" if trait("agreement-status", status, "ahead") else "past",
            published=context.published,
        ),
        [reading.index],
        told,
        why,
    )


def _denied(reading: Reading, i: int) -> bool:
    """Whether a noun stands behind "no" ("no agreement was signed", «هیچ سندی»), an adjective in between allowed."""
    return any(reading.marker(j) == "not" and reading.markers[j].end in (i, i - 1) for j in range(max(0, i - 4), i))


def _words(reading: Reading, start: int, end: int) -> str:
    return " ".join(t.text for t in reading.tokens[start:end])


def _governor(analysis: Analysis, instrument: Match[Row]) -> Trigger | None:
    """The agreement trigger that an instrument belongs to: in its clause, the nearest; verbs before nouns."""
    left = max((i for i, k in analysis.breaks if i < instrument.start and k != "relative"), default=0)
    right = min(
        (i for i, k in analysis.breaks if i >= instrument.end and k != "relative"),
        default=len(analysis.reading.tokens),
    )
    near = [
        t
        for t in analysis.triggers
        if t.frame.type == "agreement" and left <= t.start < right and not (t.start <= instrument.start < t.end)
    ]
    if not near:
        near = [t for t in analysis.triggers if t.frame.type == "agreement" and abs(t.start - instrument.start) < 12]
    return min(near, key=lambda t: _distance(t, instrument), default=None)


def _distance(trigger: Trigger, instrument: Match[Row]) -> float:
    gap = trigger.start - instrument.end if trigger.start >= instrument.end else instrument.start - trigger.end
    return gap + (2 if trigger.start < instrument.start and trigger.pos == "passive" else 0)


def _joint_window(analysis: Analysis, instrument: Match[Row], trigger: Trigger | None) -> tuple[int, int]:
    left = max((i for i, k in analysis.breaks if i < instrument.start), default=analysis.reading.skip)
    right = min((i for i, _ in analysis.breaks if i >= instrument.end), default=len(analysis.reading.tokens))
    if trigger is None:
        return left, right
    return min(left, trigger.window[0]), max(right, trigger.window[1])


def _own_parties(analysis: Analysis, instrument: Match[Row], following: int, window: tuple[int, int]) -> list[Mention]:
    """Parties that the instrument's own phrase names: between A and B, with C, A's, A–B."""
    found: list[Mention] = []
    for group in analysis.arguments:
        if instrument.end <= group.start < min(following, window[1]) and group.start - instrument.end < _COMPLEMENT:
            bound = [m for m in group.mentions if m.type in ("state", "organization")]
            of_two = group.case in ("", "of", "object") and len(bound) > 1 and group.start - instrument.end < _PHRASE
            if group.case in ("between", "with") or of_two:
                found += [
                    m for m in group.mentions if m.type in ("state", "organization", "anaphor", "person", "title")
                ]
        elif group.end <= instrument.start and instrument.start - group.end <= 3 and group.case == "possessive":
            found += group.mentions
    return found


def _subjects(reading: Reading, instrument: Match[Row], complement: tuple[int, int]) -> list[str]:
    """What an instrument is about: subjects in its phrase and just before it ("defence cooperation agreement")."""
    start = max(0, instrument.start - (0 if reading.language.profile.title_first else 4))
    matches = reading.language.subjects.find(reading.tokens[start : complement[1]])
    return list(dict.fromkeys(m.row["subject"] for m in matches))


def _count(reading: Reading, instrument: Match[Row]) -> int | None:
    """How many instruments: the number before the noun."""
    for i in range(instrument.start - 1, max(-1, instrument.start - 4), -1):
        token = reading.tokens[i]
        if any(m.start <= i < m.end for m in reading.mentions):
            return None  # "the two countries' agreement"
        if token.shape == "d" and token.key.isdigit():
            return int(token.key) if 1 < int(token.key) < 1000 else None
        match = reading.language.numbers.longest(reading.tokens, i)
        if match and match.row["value"].isdigit():
            return int(match.row["value"]) if int(match.row["value"]) > 1 else None
        if token.shape == "p":
            return None
    return None
