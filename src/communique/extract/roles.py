"""Who takes part in what a trigger tells: every actor near it is weighed by named features.

A candidate is an actor that a mention in the trigger's sentence denotes, or one that the sentences before speak of. What
is seen of it (its case, its side of the trigger, what stands between, its type, what else it does in the sentence) are its
features; their weights are learned from annotated articles (`tools/weigh.py`) and lie in `schema/roles.toml`. The
probability is that of logistic regression: a sum of weights, squashed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.extract.actors import Actor
from communique.extract.cases import Argument
from communique.extract.context import Context
from communique.extract.reading import Mention
from communique.extract.status import cues_in
from communique.extract.triggers import Analysis, Trigger
from communique.lang.patterns import Match
from communique.lang.table import Row
from communique.schema.weights import weights

_ACTING = frozenset({"person", "state", "organization"})
_STEPS = (2, 5, 10, 20)  # tokens: the bounds of what is near and far
_LIKELY = 0.5  # likelihood from which a candidate takes part
_SPARE = 0.2  # the same, of one without whom too few would
_OFTEN = 3  # mentions of an actor that an article is about


@dataclass(slots=True, eq=False)
class Candidate:
    """An actor that may take part, and what speaks for and against it."""

    actor: Actor
    features: set[str] = field(default_factory=set)
    mention: Mention | None = None  # nothing where the sentence does not name it


def candidates(analysis: Analysis, trigger: Trigger, context: Context) -> list[Candidate]:
    """The actors that may take part in what a trigger tells, those of its sentence first, in their order."""
    found: dict[int, Candidate] = {}
    for group in analysis.arguments:
        for mention in group.mentions:
            for actor in context.who([mention]):
                if actor.type not in _ACTING:
                    continue
                candidate = Candidate(actor, _features(analysis, trigger, group, mention, context), mention)
                found[id(actor)] = _likelier(found.get(id(actor)), candidate)
    given = list(found.values())
    _compare(given, trigger)
    attached = sum("attached" in c.features for c in given)
    for actor, why in _recalled(context):
        if id(actor) not in found:
            features = {why, f"{why}:{trigger.pos}", f"{why}:attached={min(attached, 2)}", f"{why}:{actor.type}"}
            features.add(f"{why}:{trigger.frame.name}:attached={min(attached, 2)}")
            found[id(actor)] = Candidate(actor, features)
        elif why == "topic":
            found[id(actor)].features.add(why + "-here")
    return list(found.values())


def likeliest(given: list[Candidate], role: str, needed: int) -> tuple[list[Actor], list[float]]:
    """(actors that play a role, in their order; the likelihoods of all candidates, the highest first).

    Who is likelier to play it than not does; where that leaves fewer than needed, the likeliest others do too.
    """
    scores = {id(c): weights(role).likelihood(c.features) for c in given}
    ranked = sorted(given, key=lambda c: -scores[id(c)])
    chosen = [c for n, c in enumerate(ranked) if scores[id(c)] >= (_SPARE if n < needed else _LIKELY)]
    return [c.actor for c in given if c in chosen], [scores[id(c)] for c in ranked]


def meeting_likelihood(
    analysis: Analysis, trigger: Trigger, context: Context, status: str, likelihoods: list[float]
) -> float:
    """How likely it is that a trigger tells a meeting, between 0 and 1."""
    found = tale_features(analysis, trigger, context) | _company(likelihoods, trigger.frame.needs)
    return weights("meeting").likelihood(found | {f"status={status}"})


def agreement_likelihood(
    analysis: Analysis,
    instrument: Match[Row],
    governor: Trigger | None,
    window: tuple[int, int],
    status: str,
    likelihoods: list[float],
) -> float:
    """How likely it is that the noun of an instrument tells an agreement, between 0 and 1."""
    found = agreement_features(analysis, instrument, governor, window, status)
    return weights("agreement").likelihood(found | _company(likelihoods, 2) | {f"status={status}"})


def _company(likelihoods: list[float], needed: int) -> set[str]:
    """How sure those who take part are."""
    padded = [*likelihoods, 0.0, 0.0]
    return {
        f"first={int(padded[0] * 10)}",
        f"second={int(padded[1] * 10)}",
        f"need={needed}:{int(padded[needed - 1] * 10)}",
        f"likely={min(4, sum(p >= _LIKELY for p in likelihoods))}",
    }


def _likelier(known: Candidate | None, other: Candidate) -> Candidate:
    """Of two mentions of an actor, the one that is attached to the trigger, else the first."""
    if known is None or ("attached" in other.features and "attached" not in known.features):
        return other
    return known


def _recalled(context: Context) -> list[tuple[Actor, str]]:
    """Actors of the sentences before, each with what makes it one to think of."""
    found = [(context.topic, "topic")] if context.topic else []
    return found + [(a, "met") for a in context.people] + [(a, "side") for a in context.sides[:2]]


def _features(
    analysis: Analysis, trigger: Trigger, group: Argument, mention: Mention, context: Context
) -> set[str]:
    pos, frame = trigger.pos, trigger.frame
    order = "last" if analysis.reading.language.profile.verb_last else "first"
    side = "behind" if group.start >= trigger.end else "before" if group.end <= trigger.start else "inside"
    case = next((c for c, ms in trigger.arguments.items() if mention in ms), "")
    gap = max(0, group.start - trigger.end, trigger.start - group.end)
    low, high = min(group.end, trigger.end), max(group.start, trigger.start)
    breaks = sum(low <= i < high for i, _ in analysis.breaks)
    others = [t for t in analysis.triggers if t is not trigger and low <= t.start < high]
    marked = group.case or "bare"
    known = mention.actor if isinstance(mention.actor, Actor) else None
    found = {
        f"pos={pos}:{order}",
        f"frame={frame.name}",
        f"case={case}:{frame.name}",
        f"case={case}:{pos}",
        f"marked={marked}:{side}:{pos}",
        f"marked={marked}:{side}:{order}",
        f"marked={marked}:{frame.name}",
        f"side={side}:{pos}:{order}",
        f"gap={_step(gap)}:{side}",
        f"breaks={min(breaks, 2)}:{side}:{order}",
        f"between={min(len(others), 2)}:{side}:{order}",
        f"type={mention.type}",
        f"type={mention.type}:{frame.name}",
        f"marked={marked}:{mention.type}",
    }
    if case in frame.participants:
        found |= {"attached", f"attached:{mention.type}"}
    if any(mention in t.arguments.get(c, []) for t in analysis.triggers if t is not trigger for c in t.frame.participants):
        found |= {"elsewhere", f"elsewhere:{'attached' in found}"}
    if len(group.mentions) > 1:
        found.add("listed")
    if mention.inside:
        found.add("inside")
    if mention.category in ("newsagency", "outlet", "agency"):
        found.add("reports")
    if known and len(known.mentions) >= _OFTEN:
        found.add("often")
    if known and known.category:
        found.add(f"category={known.category}")
    if mention is analysis.arguments[0].mentions[0]:
        found.add(f"opens:{pos}")
    if _speaks(analysis, mention):
        found |= {"speaks", f"speaks:{side}"}
    return found


def _step(gap: int) -> int:
    return next((n for n, bound in enumerate(_STEPS) if gap <= bound), len(_STEPS))


def _speaks(analysis: Analysis, mention: Mention) -> bool:
    """Whether a word of saying stands behind a mention."""
    reading = analysis.reading
    return any(
        0 <= m.start - mention.end <= 2 or 0 <= mention.start - m.end <= 0
        for m in reading.language.sources.find(reading.tokens)
    )


def _compare(given: list[Candidate], trigger: Trigger) -> None:
    """Adds what a candidate is beside the others: a state whose person is there, one of several sides."""
    homes = {id(c.actor.home()) for c in given if c.actor.type == "person"}
    attached = {id(c.actor.home()) for c in given if c.actor.type == "person" and "attached" in c.features}
    several = sum("attached" in c.features for c in given)
    for candidate in given:
        if candidate.actor.type == "state" and id(candidate.actor) in homes:
            candidate.features.add("its-person")
            if id(candidate.actor) in attached:
                candidate.features.add("its-person-attached")
        candidate.features.add(f"{'in' if 'attached' in candidate.features else 'out'}:{min(several, 3)}")
        candidate.features.add(
            f"{'in' if 'attached' in candidate.features else 'out'}:{min(several, 3)}:{trigger.frame.name}"
        )


def tale_features(analysis: Analysis, trigger: Trigger, context: Context) -> set[str]:
    """What speaks for and against a trigger telling a meeting at all, apart from who takes part."""
    reading, pos, frame = analysis.reading, trigger.pos, trigger.frame
    found = {
        f"pos={pos}",
        f"frame={frame.name}",
        f"frame={frame.name}:{pos}",
        f"words={min(trigger.end - trigger.start, 3)}:{pos}",
        f"kind={trigger.row['kind']}",
    }
    before = reading.marker(trigger.start - 1) if trigger.start else "opens"
    found.add(f"after={before}:{pos}")
    found |= {f"case={c}:{pos}" for c, ms in trigger.arguments.items() if ms}
    if reading.headline or reading.index == 0:
        found.add("headline")
    window = range(*trigger.window)
    if any(i in reading.dated for i in window):
        found |= {"dated", f"dated:{pos}"}
    if any(trigger.arguments.get(c) for c in frame.place):
        found |= {"placed", f"placed:{frame.name}"}
    for cue in cues_in(reading, *trigger.window):
        found.add(f"cue={cue}")
        found.add(f"cue={cue}:{pos}")
    far = set(cues_in(reading, 0, len(reading.tokens))) - set(cues_in(reading, *trigger.window))
    found |= {f"far-cue={c}" for c in far}
    others = [t for t in analysis.triggers if t is not trigger]
    found.add(f"meetings={min(2, sum(t.frame.type == 'meeting' for t in others))}")
    if any(t.frame.type == "agreement" for t in others):
        found.add("agreements")
    if context.people:
        found.add("told-before")
    return found


# --- agreements ------------------------------------------------------------------------------------------------------


def parties_near(
    analysis: Analysis, instrument: Match[Row], governor: Trigger | None, own: list[Mention], context: Context
) -> tuple[list[Candidate], list[Candidate]]:
    """(states and bodies that an instrument may bind, persons who may have signed it), those of its sentence first."""
    sides: dict[int, Candidate] = {}
    signers: dict[int, Candidate] = {}
    for group in analysis.arguments:
        for mention in group.mentions:
            for actor in context.who([mention]):
                if actor.type not in _ACTING:
                    continue
                found = _near(analysis, instrument, group, mention)
                found |= {"own", f"own:{mention.type}"} if mention in own else set()
                if governor:
                    found |= {f"by {f}" for f in _features(analysis, governor, group, mention, context)}
                    found |= {f"status={governor.row['status']}:{f}" for f in ("own",) if f in found}
                    if _attached_as(governor, mention) in governor.frame.parties:
                        found |= {"bound", f"bound:{mention.type}"}
                else:
                    found.add("ungoverned")
                if actor.type == "person":
                    signers[id(actor)] = _bound(signers.get(id(actor)), Candidate(actor, found, mention))
                side = actor.home() if actor.type == "person" else actor
                if side:
                    via = found | {f"via={actor.type}:{mention.type}"}
                    sides[id(side)] = _bound(sides.get(id(side)), Candidate(side, via, mention))
    near = sum(not c.features.isdisjoint(("own", "bound")) for c in sides.values())
    for candidate in sides.values():
        here = "in" if not candidate.features.isdisjoint(("own", "bound")) else "out"
        candidate.features |= {f"{here}:{min(near, 3)}", f"side={candidate.actor.type}", f"{here}:side={candidate.actor.type}"}
    for actor, why in _opposite(context):
        if id(actor) not in sides:
            sides[id(actor)] = Candidate(actor, {why, f"{why}:{min(near, 2)}", f"{why}:{bool(governor)}:{min(near, 2)}", f"side={actor.type}"})
        else:
            sides[id(actor)].features.add(f"{why}-here")
    return list(sides.values()), list(signers.values())


def _opposite(context: Context) -> list[tuple[Actor, str]]:
    """The sides of what was told before, each with what makes it one to think of."""
    found = [(a, "side") for a in context.sides[:2]]
    return found + [(a, "matter") for a in context.two_sides() if a not in context.sides[:2]]


def _attached_as(trigger: Trigger, mention: Mention) -> str:
    return next((c for c, ms in trigger.arguments.items() if mention in ms), "")


def _bound(known: Candidate | None, other: Candidate) -> Candidate:
    """Of two mentions of a side, the one that the phrase or its verb binds, else the first."""
    if known is None or (
        not other.features.isdisjoint(("own", "bound")) and known.features.isdisjoint(("own", "bound"))
    ):
        return other
    return known


def _near(analysis: Analysis, instrument: Match[Row], group: Argument, mention: Mention) -> set[str]:
    """How an argument stands to the noun of an instrument."""
    side = "behind" if group.start >= instrument.end else "before"
    gap = max(0, group.start - instrument.end, instrument.start - group.end)
    low, high = min(group.end, instrument.end), max(group.start, instrument.start)
    breaks = sum(low <= i < high for i, _ in analysis.breaks)
    marked = group.case or "bare"
    order = "last" if analysis.reading.language.profile.verb_last else "first"
    found = {
        f"noun {side}:gap={_step(gap)}",
        f"noun {side}:{marked}",
        f"noun {side}:{marked}:gap={_step(gap)}",
        f"noun {side}:{marked}:{order}",
        f"noun {side}:breaks={min(breaks, 2)}",
        f"noun {side}:{mention.type}",
        f"type={mention.type}",
    }
    if any(low <= m.start < high for m in analysis.reading.language.instruments.find(analysis.reading.tokens)):
        found.add("noun between")
    if mention.category in ("newsagency", "outlet", "agency"):
        found.add("reports")
    if len(group.mentions) > 1:
        found |= {"listed", f"noun {side}:{marked}:listed"}
    if _speaks(analysis, mention):
        found.add("speaks")
    if mention.inside:
        found.add("inside")
    return found


def agreement_features(
    analysis: Analysis, instrument: Match[Row], governor: Trigger | None, window: tuple[int, int], status: str
) -> set[str]:
    """What speaks for and against an instrument's noun telling an agreement at all."""
    reading = analysis.reading
    before = reading.marker(instrument.start - 1) if instrument.start else "opens"
    kind = instrument.row["kind"]
    found = {f"kind={kind}", f"after={before}", f"status={status}", f"status={status}:{kind}", f"words={min(3, instrument.end - instrument.start)}"}
    if governor:
        gap = max(0, governor.start - instrument.end, instrument.start - governor.end)
        found |= {
            f"frame={governor.frame.name}",
            f"frame={governor.frame.name}:{governor.pos}",
            f"verb={governor.pos}",
            f"verb:gap={_step(gap)}",
            f"verb:{'before' if governor.start < instrument.start else 'behind'}:{governor.pos}",
            f"row={governor.row['status']}",
        }
    else:
        found |= {"ungoverned", f"ungoverned:{kind}", f"ungoverned:after={before}"}
    for cue in cues_in(reading, *window):
        found |= {f"cue={cue}", f"cue={cue}:{kind}"}
    if reading.headline or reading.index == 0:
        found.add("headline")
    return found
