"""What each document says happened, in the identifiers of the graph: one claim a meeting or agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from communique.edtf import bounds, valid
from communique.graph.actors import actor_id
from communique.model import Agreement, Claim, Meeting, Record

NEWS_DAYS = timedelta(days=3)  # how far from its publication an undated piece of news is taken to lie
LOOSEST = timedelta(days=31)  # a date that may mean more days than a month does not tell two events apart


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with what is needed to compare it with other claims."""

    type: str  # meeting | agreement
    claim: Claim
    published: date | None  # the day, where the document's date is a single day
    window: tuple[date, date] | None  # the days on which it may have happened; None: too vague to compare

    @property
    def core(self) -> frozenset[str]:
        """The actors that identify it: who met, or who is bound."""
        return frozenset(self.claim.participants or self.claim.parties)

    @property
    def dated(self) -> bool:
        """Whether the document gives the very day."""
        return _single_day(self.claim.date) is not None


def told_by(record: Record) -> Iterator[Told]:
    """Every meeting and agreement of the record, as the document tells it."""
    ids = {entity.id: actor_id(entity) for entity in record.entities}
    published = _single_day(record.published)
    facts: tuple[Meeting | Agreement, ...] = (*record.meetings, *record.agreements)
    for fact in facts:
        claim = _claim(record.id, fact, ids)
        type_ = "meeting" if isinstance(fact, Meeting) else "agreement"
        yield Told(type_, claim, published, _window(claim.date, published))


def _claim(document: str, fact: Meeting | Agreement, ids: dict[str, str]) -> Claim:
    """The fact with the record's entity identifiers replaced by those of the actors."""
    meeting, agreement = (fact, None) if isinstance(fact, Meeting) else (None, fact)
    return Claim(
        document=document,
        local=fact.id,
        kind=fact.kind,
        status=fact.status,
        participants=_unique(ids[e] for e in meeting.participants) if meeting else (),
        parties=_unique(ids[e] for e in agreement.parties) if agreement else (),
        signatories=_unique(ids[e] for e in agreement.signatories) if agreement else (),
        subjects=_unique(agreement.subjects) if agreement else (),
        count=agreement.count if agreement else None,
        place=ids[fact.place] if fact.place else None,
        date=fact.date,
        reported_by=_unique(ids[e] for e in fact.reported_by),
        evidence=fact.evidence,
        confidence=fact.confidence,
        why=fact.why,
    )


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once: two entities of a document may turn out to be one actor."""
    return tuple(sorted(set(values)))


def _single_day(edtf: str | None) -> date | None:
    """The day that `edtf` names, or None where it is vaguer, missing or not a date."""
    if edtf is None or not valid(edtf):
        return None
    first, last = bounds(edtf)
    return first if first == last else None


def _window(edtf: str | None, published: date | None) -> tuple[date, date] | None:
    """Days on which an event may have happened: its own date, else the days around the publication."""
    if edtf is not None and valid(edtf):
        first, last = bounds(edtf)
        return (first, last) if last - first < LOOSEST else None
    if published is None:
        return None
    return published - NEWS_DAYS, published + NEWS_DAYS
