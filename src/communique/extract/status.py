"""How real an event is, from the cues in its clause: done, planned, called off, proposed, alleged, over.

Cues (`cues.tsv`) are gathered from the trigger's clause, and where that has none, from the rest of its sentence. The
strongest decides: what was denied or only alleged is alleged, what ended has ended, and so on down the two lists.
"""

from __future__ import annotations

from communique.extract.reading import Reading
from communique.extract.triggers import Trigger

_MEETING = (("cancelled", "cancelled"), ("postponed", "cancelled"), ("negated", ""), ("planned", "planned"),
            ("wish", "planned"), ("invited", "planned"))
_AGREEMENT = (("denied", "alleged"), ("alleged", "alleged"), ("ended", "ended"), ("proposed", "proposed"), ("wish", "proposed"),
              ("negotiating", "negotiating"), ("planned", "negotiating"), ("agreed", "agreed"), ("signed", "signed"),
              ("renewed", "signed"))


def cues_in(reading: Reading, start: int, end: int) -> dict[str, str]:
    """Cue -> the words that gave it, of tokens [start, end)."""
    found: dict[str, str] = {}
    for match in reading.language.cues.find(reading.tokens[start:end]):
        words = reading.tokens[start + match.start : start + match.end]
        found.setdefault(match.row["cue"], " ".join(t.text for t in words))
    return found


def meeting_status(reading: Reading, trigger: Trigger) -> tuple[str, str]:
    """(status, the words that decided it) of a meeting; an empty status where the text says that there was none."""
    cues = cues_in(reading, *trigger.window)
    for cue, status in _MEETING:
        if cue in cues:
            return status, cues[cue]
    return trigger.row["status"] or "held", ""


def agreement_status(reading: Reading, trigger: Trigger | None, window: tuple[int, int]) -> tuple[str, str]:
    """(status, the words that decided it) of an agreement; an empty status where nothing tells."""
    cues = cues_in(reading, *window)
    given = trigger.row["status"] if trigger else ""
    for cue, status in _AGREEMENT:
        if cue in cues and not (cue == "agreed" and given == "signed") and not (cue == "signed" and given):
            if cue in ("negotiating", "planned", "wish") and given in ("ended", "proposed"):
                return given, cues[cue]
            return status, cues[cue]
    return given, ""
