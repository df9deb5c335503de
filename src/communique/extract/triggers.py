"""Triggers of a sentence, and the arguments that belong to each.

A trigger is a word of `triggers.tsv`. Its arguments are found by case and place: marked ones in its clause; the subject
before it (or, of a clause that begins with a relative pronoun, the mention before that); the object behind it. In a
passive the two change places. Where the verb closes its clause, all of the clause before it belongs to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extract.cases import Argument, arguments
from communique.extract.reading import Mention, Reading
from communique.extract.sources import credited_mentions
from communique.lang.table import Row
from communique.schema.frames import Frame, frames

_BREAKS = frozenset(";؛:")
_WHO = frozenset({"person", "state", "organization", "title", "anaphor"})


@dataclass(slots=True)
class Trigger:
    """Tokens [start, end) that tell an event, and its arguments by case."""

    start: int
    end: int
    row: Row
    frame: Frame
    arguments: dict[str, list[Mention]] = field(default_factory=dict)
    window: tuple[int, int] = (0, 0)
    antecedent: list[Mention] = field(default_factory=list)  # what a relative clause is about: "Belgrade, où ..."

    @property
    def pos(self) -> str:
        return self.row["pos"]

    def case_of(self, mention: Mention) -> str:
        """The case under which a mention is an argument; an empty one where it is none."""
        return next((case for case, mentions in self.arguments.items() if mention in mentions), "")

    def add(self, case: str, mentions: list[Mention]) -> None:
        """Adds an argument; agencies and outlets are sources, and take part only where they are named as a side."""
        if case not in ("with", "between", "of"):
            mentions = [m for m in mentions if m.category not in ("newsagency", "outlet")]
        held = self.arguments.setdefault(case, [])
        held.extend(m for m in mentions if m not in held)


@dataclass(slots=True)
class Analysis:
    """A sentence cut into clauses, with its arguments and triggers."""

    reading: Reading
    arguments: list[Argument]
    triggers: list[Trigger]
    breaks: list[tuple[int, str]]  # (token, clause | relative | mark), ascending
    saying: list[tuple[int, int]]  # first and last token of words that credit somebody
    nouns: list[int]  # first tokens of the nouns of instruments


def analyse(reading: Reading) -> Analysis:
    """The triggers of a sentence with their arguments."""
    sources = [m for _, m in credited_mentions(reading) if m.type == "organization"]
    groups = arguments(reading, but=sources)
    analysis = Analysis(
        reading,
        groups,
        _find_triggers(reading),
        _find_breaks(reading),
        [(m.start, m.end) for m in reading.language.sources.find(reading.tokens)],
        [m.start for m in reading.language.instruments.find(reading.tokens)],
    )
    for trigger in analysis.triggers:
        trigger.window = _window(analysis, trigger)
        if (trigger.window[0], "relative") in analysis.breaks:
            near = [g for g in groups if g.end <= trigger.window[0]]
            trigger.antecedent = near[-1].mentions if near else []
    for trigger in analysis.triggers:
        _attach(analysis, trigger)
    return analysis


def _find_triggers(reading: Reading) -> list[Trigger]:
    held = {i for m in reading.mentions if m.type != "title" for i in range(m.start, m.end)}
    found: list[Trigger] = []
    i = reading.skip
    while i < len(reading.tokens):
        match = reading.language.triggers.longest(reading.tokens, i) if i not in held else None
        if match is None:
            i += 1
            continue
        found.append(Trigger(match.start, match.end, match.row, frames()[match.row["frame"]]))
        i = match.end
    return _without_light_verbs(found)


def _without_light_verbs(triggers: list[Trigger]) -> list[Trigger]:
    """Triggers without the verbs that only say that a meeting named by a noun took place ("the summit was held")."""
    nouns = any(t.frame.type == "meeting" and t.pos == "noun" for t in triggers)
    return [t for t in triggers if not (nouns and t.pos != "noun" and t.frame.setting)]


def _find_breaks(reading: Reading) -> list[tuple[int, str]]:
    held = {i for m in reading.mentions for i in range(m.start, m.end)}
    breaks: list[tuple[int, str]] = []
    for i in range(reading.skip, len(reading.tokens)):
        if i in held:
            continue
        role = reading.marker(i)
        if role in ("clause", "relative"):
            breaks.append((i, role))
        elif reading.tokens[i].text in _BREAKS:
            breaks.append((i, "mark"))
    return breaks


def _window(analysis: Analysis, trigger: Trigger) -> tuple[int, int]:
    """The clause of a trigger: from the break before it to the break behind it."""
    left = max((i for i, _ in analysis.breaks if i < trigger.start), default=analysis.reading.skip)
    right = min((i for i, _ in analysis.breaks if i >= trigger.end), default=len(analysis.reading.tokens))
    return left, right


def _attach(analysis: Analysis, trigger: Trigger) -> None:
    left, right = trigger.window
    verb_last = analysis.reading.language.profile.verb_last
    others = [t for t in analysis.triggers if t is not trigger and t.frame.type == trigger.frame.type]
    next_verb = min((t.start for t in others if t.start >= trigger.end and t.pos != "noun"), default=right)
    last_verb = max((t.end for t in others if t.end <= trigger.start and t.pos != "noun"), default=left)
    for group in analysis.arguments:
        if group.start >= trigger.end and _taken_between(analysis, trigger, group):
            continue
        if trigger.start < group.start and group.end < trigger.end:  # "spoke to Petro by phone"
            trigger.add(group.case if group.case in ("with", "between", "at") else "object", group.mentions)
        elif (
            group.start >= trigger.end
            and group.start < right
            and group.start < (right if verb_last and trigger.pos == "noun" else next_verb)
        ):
            _attach_right(trigger, group, bare_genitive=analysis.reading.language.profile.bare_genitive)
        elif group.end <= trigger.start and group.start >= left and group.end > last_verb:
            opens = not any(left <= t.start and t.end <= group.start for t in analysis.triggers if t is not trigger)
            if verb_last or opens or group.case == "possessive":
                _attach_left(trigger, group, verb_last=verb_last)
    if not trigger.arguments.get("subject") and not (trigger.frame.travel == "journey" and trigger.arguments.get("of")):
        trigger.add("subject", _subject(analysis, trigger))
    if trigger.pos == "noun" and not any(trigger.arguments.get(case) for case in trigger.frame.participants):
        trigger.add("subject", _subject_behind(analysis, trigger, right))
    if trigger.pos == "passive":
        subject = trigger.arguments.pop("subject", [])
        agent = trigger.arguments.pop("by", []) or trigger.arguments.pop("host", [])
        trigger.arguments.update({k: v for k, v in (("object", subject), ("subject", agent)) if v})


def _subject_behind(analysis: Analysis, trigger: Trigger, right: int) -> list[Mention]:
    """The subject behind a phrase that opens its sentence: "In talks held in Tehran, X and Y discussed"."""
    for group in analysis.arguments:
        if trigger.end <= group.start < right and group.case == "" and any(m.type in _WHO for m in group.mentions):
            return group.mentions if analysis.reading.tokens[group.start - 1].text in ",،" else []
    return []


def _taken_between(analysis: Analysis, trigger: Trigger, group: Argument) -> bool:
    """Whether a trigger in between takes an argument: in "signed after talks between A and B", the talks do."""
    case = group.case or "of"
    for other in analysis.triggers:
        if trigger.end <= other.start and other.end <= group.start and other.pos == "noun":
            frame = other.frame
            if case in ("with", "between", "of") and case in (*frame.participants, *frame.parties):
                return True
    return False


def _attach_right(trigger: Trigger, group: Argument, *, bare_genitive: bool) -> None:
    if 0 <= group.marker < trigger.end:  # the marker is part of the trigger: "received by", "will call on"
        case = "by" if trigger.pos == "passive" else "to" if trigger.frame.travel else "object"
    elif group.case:
        case = group.case
    elif trigger.pos == "noun" and group.start == trigger.end:
        case = "of" if bare_genitive else ""
    elif any(m.type in _WHO for m in group.mentions):
        case = "object" if trigger.pos != "noun" else "of" if not trigger.arguments else ""
    else:
        case = "object" if trigger.pos == "verb" else ""
    if case in ("object", "of") and trigger.arguments.get(case) and not group.case:
        return
    if case == "of" and trigger.pos != "noun":
        return
    if (
        not case
        and trigger.frame.travel == "journey"
        and any(m.type in _WHO for m in group.mentions)
        and "of" not in trigger.arguments
    ):
        case = "subject" if "subject" not in trigger.arguments else ""
    if case:
        trigger.add(case, group.mentions)


def _attach_left(trigger: Trigger, group: Argument, *, verb_last: bool) -> None:
    if group.case == "possessive" and group.end + 2 >= trigger.start - 3:
        trigger.add("of", group.mentions)
    elif group.case in ("at", "to", "with", "host", "between", "object", "lead") or (
        group.case in ("by", "of") and verb_last
    ):
        trigger.add(group.case, group.mentions)


def _subject(analysis: Analysis, trigger: Trigger) -> list[Mention]:
    """The bare argument that a trigger's clause is about; before a relative pronoun, the nearest one."""
    left, _ = trigger.window
    kind = next((k for i, k in analysis.breaks if i == left), "")
    before = [g for g in analysis.arguments if g.end <= trigger.start and any(m.type in _WHO for m in g.mentions)]
    if kind == "relative":
        inside = [g for g in before if g.start >= left and g.case == ""]
        if inside:  # "where A and B signed", «که X امضا کرد»
            return inside[0].mentions
        near = [g for g in before if g.end <= left]
        return near[-1].mentions[-1:] if near and near[-1].case in ("", "and") else near[-1].mentions if near else []
    bare = [g for g in before if g.case == ""]
    inside = [g for g in bare if g.start >= left]
    if inside:
        if analysis.reading.language.profile.verb_last:
            return inside[0].mentions
        verbs = [t for t in analysis.triggers if t.end <= trigger.start and t.start >= left and t.pos != "noun"]
        first = [g for g in inside if not verbs or g.end <= verbs[0].start]
        return (first or inside)[-1].mentions
    if kind == "mark":
        return []
    return bare[0].mentions if bare else []
