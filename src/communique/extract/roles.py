"""Who takes part in a meeting: the features of actors near its trigger, and of the trigger itself."""

from __future__ import annotations

from communique.extract.actors import Actor
from communique.extract.cases import Argument
from communique.extract.context import Context
from communique.extract.reading import Mention
from communique.extract.status import cues_in
from communique.extract.triggers import Analysis, Trigger
from communique.extract.weighing import ACTING, Candidate, Weighing, between, of_mention, of_sentence, order, step

_OFTEN = 3  # mentions of an actor that an article is about


def weigh_meeting(analysis: Analysis, trigger: Trigger, status: str, context: Context) -> Weighing:
    """What speaks for and against a meeting that a trigger may tell."""
    given = _candidates(analysis, trigger, context)
    features = _telling(analysis, trigger, context) | {f"status={status}"}
    span = (trigger.start, trigger.end)
    return Weighing(
        "meeting",
        trigger.row["kind"],
        status,
        analysis.reading,
        *span,
        trigger.frame.needs,
        {"participant": given},
        features,
    )


def _candidates(analysis: Analysis, trigger: Trigger, context: Context) -> list[Candidate]:
    """The actors of the sentence in their order, then those that the sentences before spoke of."""
    found: dict[int, Candidate] = {}
    for group in analysis.arguments:
        for mention in group.mentions:
            actors = [a for a in context.who([mention]) if a.type in ACTING]
            features = argument_features(analysis, trigger, group, mention) if actors else set()
            for actor in actors:
                candidate = Candidate(actor, features | _known(actor))
                known = found.get(id(actor))
                if known is None or ("attached" in features and "attached" not in known.features):
                    found[id(actor)] = candidate
    _compare(list(found.values()), trigger)
    attached = f"attached={min(2, sum('attached' in c.features for c in found.values()))}"
    for actor, why in _recalled(context):
        if id(actor) in found:
            found[id(actor)].features.add(f"{why}-here")
            continue
        grounds = {why, f"{why}:{trigger.pos}", f"{why}:{actor.type}"}
        grounds |= {f"{why}:{attached}", f"{why}:{trigger.frame.name}:{attached}"}
        found[id(actor)] = Candidate(actor, grounds)
    return list(found.values())


def _recalled(context: Context) -> list[tuple[Actor, str]]:
    """Actors of the sentences before, each with what makes it one to think of."""
    found = [(context.topic, "topic")] if context.topic else []
    return found + [(a, "met") for a in context.people] + [(a, "side") for a in context.sides[:2]]


def argument_features(analysis: Analysis, trigger: Trigger, group: Argument, mention: Mention) -> set[str]:
    """How a mention stands to a trigger."""
    pos, frame, order_ = trigger.pos, trigger.frame.name, order(analysis.reading)
    side = "behind" if group.start >= trigger.end else "before" if group.end <= trigger.start else "inside"
    case = trigger.case_of(mention)
    gap = between(trigger.start, trigger.end, group)
    breaks = min(2, sum(i in gap for i, _ in analysis.breaks))
    others = min(2, sum(t.start in gap for t in analysis.triggers if t is not trigger))
    marked = group.case or "bare"
    found = of_mention(analysis, group, mention) | {
        f"pos={pos}:{order_}",
        f"frame={frame}",
        f"case={case}:{frame}",
        f"case={case}:{pos}",
        f"marked={marked}:{side}:{pos}",
        f"marked={marked}:{side}:{order_}",
        f"marked={marked}:{frame}",
        f"marked={marked}:{mention.type}",
        f"side={side}:{pos}:{order_}",
        f"gap={step(trigger.start, trigger.end, group)}:{side}",
        f"breaks={breaks}:{side}:{order_}",
        f"between={others}:{side}:{order_}",
        f"type={mention.type}:{frame}",
    }
    if "speaks" in found:
        found.add(f"speaks:{side}")
    if case in (trigger.frame.participants or trigger.frame.parties):
        found |= {"attached", f"attached:{mention.type}"}
    rivals = (t for t in analysis.triggers if t is not trigger)
    if any(t.case_of(mention) in t.frame.participants for t in rivals):
        found |= {"elsewhere", f"elsewhere:{'attached' in found}"}
    if mention is analysis.arguments[0].mentions[0]:
        found.add(f"opens:{pos}")
    return found


def _known(actor: Actor) -> set[str]:
    """The features of an actor itself."""
    found = {f"category={actor.category}"} if actor.category else set()
    return found | {"often"} if len(actor.mentions) >= _OFTEN else found


def _compare(given: list[Candidate], trigger: Trigger) -> None:
    """Adds what a candidate is beside the others: a state whose person is there, one of several sides."""
    persons = [c for c in given if c.actor.type == "person"]
    homes = {id(c.actor.home()) for c in persons}
    attached = {id(c.actor.home()) for c in persons if "attached" in c.features}
    several = min(3, sum("attached" in c.features for c in given))
    for candidate in given:
        here = "in" if "attached" in candidate.features else "out"
        candidate.features |= {f"{here}:{several}", f"{here}:{several}:{trigger.frame.name}"}
        if candidate.actor.type == "state" and id(candidate.actor) in homes:
            candidate.features.add("its-person")
        if candidate.actor.type == "state" and id(candidate.actor) in attached:
            candidate.features.add("its-person-attached")


def _telling(analysis: Analysis, trigger: Trigger, context: Context) -> set[str]:
    """The features of a trigger, apart from who takes part."""
    reading, pos, frame = analysis.reading, trigger.pos, trigger.frame
    found = of_sentence(reading, trigger.start) | {
        f"pos={pos}",
        f"frame={frame.name}",
        f"frame={frame.name}:{pos}",
        f"words={min(trigger.end - trigger.start, 3)}:{pos}",
        f"kind={trigger.row['kind']}",
    }
    found |= {f"case={case}:{pos}" for case, mentions in trigger.arguments.items() if mentions}
    if any(i in reading.dated for i in range(*trigger.window)):
        found |= {"dated", f"dated:{pos}"}
    if any(trigger.arguments.get(case) for case in frame.place):
        found |= {"placed", f"placed:{frame.name}"}
    here = cues_in(reading, *trigger.window)
    found |= {f"cue={cue}" for cue in here} | {f"cue={cue}:{pos}" for cue in here}
    found |= {f"far-cue={cue}" for cue in cues_in(reading, 0, len(reading.tokens)) if cue not in here}
    others = [t.frame.type for t in analysis.triggers if t is not trigger]
    found.add(f"meetings={min(2, others.count('meeting'))}")
    if "agreement" in others:
        found.add("agreements")
    if context.people:
        found.add("told-before")
    return found
