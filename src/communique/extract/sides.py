"""Whom an agreement binds and who signed it: the features of actors near its noun, and of the noun itself."""

from __future__ import annotations

from communique.extract.actors import Actor
from communique.extract.cases import Argument
from communique.extract.context import Context
from communique.extract.reading import Mention
from communique.extract.roles import argument_features
from communique.extract.status import cues_in
from communique.extract.triggers import Analysis, Trigger
from communique.extract.weighing import ACTING, Candidate, Weighing, between, of_mention, of_sentence, order, step
from communique.lang.patterns import Match
from communique.lang.table import Row

_TWO = 2  # sides of an agreement
_BINDING = frozenset({"own", "bound"})


def weigh_agreement(
    analysis: Analysis,
    noun: Match[Row],
    verb: Trigger | None,
    own: list[Mention],
    window: tuple[int, int],
    status: str,
    context: Context,
) -> Weighing:
    """What speaks for and against an agreement that the noun of an instrument may tell.

    `verb` is what is done with it, `own` are the mentions that the noun's own phrase names, `window` is its clause.
    """
    parties, signatories = _candidates(analysis, noun, verb, own, context)
    return Weighing(
        "agreement",
        noun.row["kind"],
        status,
        analysis.reading,
        noun.start,
        noun.end,
        _TWO,
        {"party": parties, "signatory": signatories},
        _telling(analysis, noun, verb, window) | {f"status={status}", f"status={status}:{noun.row['kind']}"},
    )


def _candidates(
    analysis: Analysis, noun: Match[Row], verb: Trigger | None, own: list[Mention], context: Context
) -> tuple[list[Candidate], list[Candidate]]:
    """(states and bodies that may be bound, persons who may have signed): those of the sentence, then those before."""
    sides: dict[int, Candidate] = {}
    signers: dict[int, Candidate] = {}
    for group in analysis.arguments:
        for mention in group.mentions:
            actors = [a for a in context.who([mention]) if a.type in ACTING]
            features = _features(analysis, noun, verb, group, mention, mention in own) if actors else set()
            for actor in actors:
                side: Actor | None = actor
                if actor.type == "person":
                    _take(signers, Candidate(actor, set(features)))
                    side = actor.home()
                if side:
                    via = {f"via={actor.type}:{mention.type}", f"side={side.type}"}
                    _take(sides, Candidate(side, features | via))
    near = min(3, sum(_binds(c) for c in sides.values()))
    for candidate in sides.values():
        here = "in" if _binds(candidate) else "out"
        candidate.features |= {f"{here}:{near}", f"{here}:side={candidate.actor.type}"}
    for actor, why in _recalled(context):
        if id(actor) in sides:
            sides[id(actor)].features.add(f"{why}-here")
            continue
        grounds = {why, f"{why}:{min(near, 2)}", f"{why}:{verb is not None}:{min(near, 2)}", f"side={actor.type}"}
        sides[id(actor)] = Candidate(actor, grounds)
    return list(sides.values()), list(signers.values())


def _recalled(context: Context) -> list[tuple[Actor, str]]:
    """The sides of what was told before, each with what makes it one to think of."""
    found = [(a, "side") for a in context.sides[:_TWO]]
    return found + [(a, "matter") for a in context.two_sides() if a not in context.sides[:_TWO]]


def _take(found: dict[int, Candidate], candidate: Candidate) -> None:
    """Of two mentions of an actor, keeps the one that the phrase or its verb binds, else the first."""
    known = found.get(id(candidate.actor))
    if known is None or (_binds(candidate) and not _binds(known)):
        found[id(candidate.actor)] = candidate


def _binds(candidate: Candidate) -> bool:
    return not candidate.features.isdisjoint(_BINDING)


def _features(
    analysis: Analysis, noun: Match[Row], verb: Trigger | None, group: Argument, mention: Mention, own: bool
) -> set[str]:
    """How a mention stands to the noun of an instrument and to its verb."""
    side = "behind" if group.start >= noun.end else "before"
    gap = between(noun.start, noun.end, group)
    marked = group.case or "bare"
    far = step(noun.start, noun.end, group)
    found = of_mention(analysis, group, mention) | {
        f"noun {side}:gap={far}",
        f"noun {side}:{marked}",
        f"noun {side}:{marked}:gap={far}",
        f"noun {side}:{marked}:{order(analysis.reading)}",
        f"noun {side}:breaks={min(2, sum(i in gap for i, _ in analysis.breaks))}",
        f"noun {side}:{mention.type}",
    }
    if any(start in gap for start in analysis.nouns):
        found.add("noun between")
    if "listed" in found:
        found.add(f"noun {side}:{marked}:listed")
    if own:
        found |= {"own", f"own:{mention.type}"}
    if verb is None:
        return found | {"no verb"}
    found |= {f"verb {f}" for f in argument_features(analysis, verb, group, mention)}
    if own:
        found.add(f"own:{verb.row['status']}")
    if verb.case_of(mention) in verb.frame.parties:
        found |= {"bound", f"bound:{mention.type}"}
    return found


def _telling(analysis: Analysis, noun: Match[Row], verb: Trigger | None, window: tuple[int, int]) -> set[str]:
    """The features of a noun and its verb, apart from who is bound."""
    reading, kind = analysis.reading, noun.row["kind"]
    found = of_sentence(reading, noun.start) | {f"kind={kind}", f"words={min(3, noun.end - noun.start)}"}
    found |= {f"cue={cue}" for cue in cues_in(reading, *window)}
    if verb is None:
        return found | {"no verb", f"no verb:{kind}"} | {f"no verb:{f}" for f in found if f.startswith("after=")}
    gap = step(noun.start, noun.end, Argument("", [Mention("", verb.start, verb.end, verb.start, verb.end)]))
    return found | {
        f"frame={verb.frame.name}",
        f"frame={verb.frame.name}:{verb.pos}",
        f"verb={verb.pos}",
        f"verb:gap={gap}",
        f"verb {'before' if verb.start < noun.start else 'behind'}:{verb.pos}",
        f"row={verb.row['status']}",
    }
