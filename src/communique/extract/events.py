"""A meeting or agreement of one article, from the sentence that tells it to its record."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extract.actors import Actor
from communique.extract.reading import Reading
from communique.extract.triggers import Trigger

BELIEVED = {"meeting": 0.7, "agreement": 0.6}  # likelihood from which an event is recorded


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


def explain(reading: Reading, trigger: Trigger, cue: str) -> list[str]:
    """The words that tell an event and those that decide its status, with their tables."""
    words = " ".join(t.text for t in reading.tokens[trigger.start : trigger.end])
    lines = [f"“{words}” tells it ({trigger.row.file}, frame {trigger.frame.name})"]
    if cue:
        lines.append(f"“{cue}” decides its status")
    return lines
