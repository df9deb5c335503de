"""How real an event is, from the cues in its clause: done, planned, called off, proposed, alleged, over.

Cues (`lang/*/cues.tsv`) are gathered from the trigger's clause; the strongest decides (`schema/cues.toml`): what was
denied or only alleged is alleged, what ended has ended, and so on down the list.
"""

from __future__ import annotations

from communique.extract.reading import Reading
from communique.extract.triggers import Trigger
from communique.schema import concepts
from communique.schema.cues import cues

# what is told without more took place, or was signed
_USUAL_MEETING, _USUAL_AGREEMENT = (next(iter(concepts(f"{type_}-status"))) for type_ in ("meeting", "agreement"))
_CLOSE = 4  # tokens between a cue and the verb that it changes


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
    found: dict[str, str] = {}
    for cue, words, end in _cues(reading, *trigger.window):
        if (
            cue in cues().ahead
            and trigger.pos != "noun"
            and not reading.language.profile.verb_last
            and not trigger.start - _CLOSE <= end <= trigger.end
        ):
            continue
        found.setdefault(cue, words)
    for cue, status in cues().statuses["meeting"].items():
        if cue in found:
            return status, found[cue]
    return trigger.row["status"] or _USUAL_MEETING, ""


def agreement_status(reading: Reading, trigger: Trigger | None, window: tuple[int, int]) -> tuple[str, str]:
    """(status, the words that decided it) of an agreement; an empty status where none was made."""
    found = cues_in(reading, *window)
    given = trigger.row["status"] if trigger else ""
    if trigger and any(
        cue == "negated" and trigger.start - _CLOSE <= end <= trigger.end for cue, _, end in _cues(reading, *window)
    ):
        return "", found["negated"]
    for cue, status in cues().statuses["agreement"].items():
        if cue in found and given not in cues().keeps.get(cue, ()):
            return status, found[cue]
    return given if trigger else _USUAL_AGREEMENT, ""
