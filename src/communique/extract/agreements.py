"""The agreements that a sentence tells: the noun of an instrument, its verb, those bound, a status, subjects."""

from __future__ import annotations

from communique.extract.context import Context
from communique.extract.events import BELIEVED, Event, explain
from communique.extract.reading import Mention, Reading
from communique.extract.sides import weigh_agreement
from communique.extract.status import agreement_status
from communique.extract.triggers import Analysis, Trigger
from communique.extract.when import date_of, place_of, venue_in
from communique.lang.dates import DateMention
from communique.lang.patterns import Match
from communique.lang.table import Row
from communique.schema.load import trait

_PHRASE = 6  # tokens between an instrument and the two parties of its own phrase ("the gas contract of A and B")
_COMPLEMENT = 16  # tokens behind an instrument that say what it is about


def find_agreements(analysis: Analysis, context: Context, dates: list[DateMention]) -> list[Event]:
    """The agreements of a sentence, in the order of their nouns."""
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
    if not status:
        return None
    weighing = weigh_agreement(analysis, instrument, trigger, own, window, status, context)
    context.weighed.append(weighing)
    parties, likelihood = weighing.players("party"), weighing.likelihood()
    if not parties or likelihood < BELIEVED["agreement"]:
        return None
    concluded = trait("agreement-status", status, "concluded")
    signatories = weighing.players("signatory") if concluded else []
    complement = (instrument.start, min(following, instrument.end + _COMPLEMENT, len(reading.tokens)))
    why = [f"“{_words(reading, instrument.start, instrument.end)}” is the instrument ({instrument.row.file})"]
    if trigger:
        why += explain(reading, trigger, cue)
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
        likelihood,
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
