"""How real an event is, from the cues in its clause: done, planned, called off, proposed, alleged, over.

Cues (`cues.tsv`) are gathered from the trigger's clause, and where that has none, from the rest of its sentence. The
strongest decides: what was denied or only alleged is alleged, what ended has ended, and so on down the two lists.
"""

from __future__ import annotations

from communique.extract.reading import Reading
from communique.extract.triggers import Trigger

_CLOSE = 4  # tokens between a cue and the verb that it changes
_MEETING = (
    ("cancelled", "cancelled"),
    ("postponed", "cancelled"),
    ("negated", ""),
    ("planned", "planned"),
    ("wish", ""),
    ("invited", "planned"),
)
_AGREEMENT = (
    ("denied", "alleged"),
    ("alleged", "alleged"),
    ("ended", "ended"),
    ("proposed", "proposed"),
    ("wish", "proposed"),
    ("negotiating", "negotiating"),
    ("planned", "negotiating"),
    ("agreed", "agreed"),
    ("signed", "signed"),
    ("renewed", "signed"),
)


def cues_in(reading: Reading, start: int, end: int) -> dict[str, str]:
    """Cue -> the words that gave it, of tokens [start, end)."""
    return {cue: words for cue, words, _ in reversed(_cues(reading, start, end))}


def _cues(reading: Reading, start: int, end: int) -> list[tuple[str, str, int]]:
    """(cue, its words, the token behind it), in the order of the text."""
    return [
        (
            m.row["cue"],
            " ".join(t.text for t in reading.tokens[start + m.start : start + m.end]),
            start + m.end,
        )
        for m in reading.language.cues.find(reading.tokens[start:end])
    ]


def meeting_status(reading: Reading, trigger: Trigger) -> tuple[str, str]:
    """(status, the words that decided it) of a meeting; an empty status where the text says that there was none.

    What lies ahead is said just before a verb ("will meet"), but anywhere in the clause of a noun.
    """
    cues: dict[str, str] = {}
    for cue, words, end in _cues(reading, *trigger.window):
        ahead = cue in ("planned", "wish", "invited")
        if (
            ahead
            and trigger.pos != "noun"
            and not reading.language.profile.verb_last
            and not trigger.start - _CLOSE <= end <= trigger.end
        ):
            continue
        cues.setdefault(cue, words)
    for cue, status in _MEETING:
        if cue in cues:
            return status, cues[cue]
    return trigger.row["status"] or "held", ""


def agreement_status(reading: Reading, trigger: Trigger | None, window: tuple[int, int]) -> tuple[str, str]:
    """(status, the words that decided it) of an agreement; an empty status where nothing tells."""
    cues = cues_in(reading, *window)
    given = trigger.row["status"] if trigger else ""
    if trigger and any(
        cue == "negated" and trigger.start - _CLOSE <= end <= trigger.end for cue, _, end in _cues(reading, *window)
    ):
        return "", cues["negated"]
    for cue, status in _AGREEMENT:
        if cue in cues and not (cue == "agreed" and given == "signed") and not (cue == "signed" and given):
            if cue in ("negotiating", "planned", "wish") and given in ("ended", "proposed"):
                return given, cues[cue]
            return status, cues[cue]
    return given, ""
