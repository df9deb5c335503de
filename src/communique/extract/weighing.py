"""What is weighed before a meeting or agreement is believed: who is in it, and whether it is told at all.

A candidate is an actor that a mention in the sentence denotes, or one that the sentences before spoke of. What is seen
of it (its case, its side of the trigger, what stands between, its type, what else it does in the sentence) are its
features; what is seen of the trigger or noun are the features of the telling. The weights of all of them are learned
from annotated articles (`tools/weigh.py`) and lie in `schema/weights`; the likelihood is that of logistic regression.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.extract.actors import Actor
from communique.extract.cases import Argument
from communique.extract.reading import Mention, Reading
from communique.extract.triggers import Analysis
from communique.schema.weights import weights

ACTING = frozenset({"person", "state", "organization"})
_LIKELY = 0.5  # likelihood from which a candidate plays its role
_SPARE = 0.15  # the same, of one without whom too few would
_STEPS = (2, 5, 10, 20)  # tokens: the bounds between near and far
_REPORTERS = frozenset({"newsagency", "agency", "outlet"})


@dataclass(slots=True, eq=False)
class Candidate:
    """An actor that may play a role, and what speaks for and against it."""

    actor: Actor
    features: set[str] = field(default_factory=set)


@dataclass(slots=True, eq=False)
class Weighing:
    """Tokens [start, end) that may tell an event: the candidates of each role, and the features of the telling.

    The first role is the one that the event cannot do without (`participant`, `party`); it needs `needs` actors.
    """

    type: str  # meeting | agreement
    kind: str
    status: str
    reading: Reading
    start: int
    end: int
    needs: int
    roles: dict[str, list[Candidate]]
    features: set[str]

    def players(self, role: str) -> list[Actor]:
        """The actors that play a role, in their order.

        Who is likelier to play it than not does; where that leaves fewer of the first role than the event needs, the
        likeliest others do too.
        """
        given = self.roles[role]
        needed = self.needs if role == next(iter(self.roles)) else 0
        scores = [weights(role).likelihood(c.features) for c in given]
        ranked = sorted(range(len(given)), key=lambda i: -scores[i])
        chosen = {i for n, i in enumerate(ranked) if scores[i] >= (_SPARE if n < needed else _LIKELY)}
        return [c.actor for i, c in enumerate(given) if i in chosen]

    def likelihood(self) -> float:
        """How likely it is that the event is told, between 0 and 1."""
        return weights(self.type).likelihood(self.features | company(self.likelihoods(), self.needs))

    def likelihoods(self) -> list[float]:
        """Those of the candidates of the first role."""
        role, given = next(iter(self.roles.items()))
        return [weights(role).likelihood(c.features) for c in given]


def company(likelihoods: Iterable[float], needed: int) -> set[str]:
    """How sure those who take part are, as features, in tenths."""
    ranked = [*sorted(likelihoods, reverse=True), 0.0, 0.0]
    return {
        f"first={int(ranked[0] * 10)}",
        f"second={int(ranked[1] * 10)}",
        f"need={needed}:{int(ranked[needed - 1] * 10)}",
        f"likely={min(4, sum(p >= _LIKELY for p in ranked))}",
    }


def step(start: int, end: int, other: Argument) -> int:
    """How far an argument is from tokens [start, end), in five steps.

    0 is next to them, 4 more than twenty tokens away.
    """
    gap = max(0, other.start - end, start - other.end)
    return next((n for n, bound in enumerate(_STEPS) if gap <= bound), len(_STEPS))


def between(start: int, end: int, other: Argument) -> range:
    """The tokens between [start, end) and an argument, the later of the two not counted."""
    return range(min(other.end, end), max(other.start, start))


def of_mention(analysis: Analysis, group: Argument, mention: Mention) -> set[str]:
    """The features that a mention has whatever is told: its type, what it does in its sentence."""
    found = {f"type={mention.type}"}
    if len(group.mentions) > 1:
        found.add("listed")
    if mention.category in _REPORTERS:
        found.add("reports")
    if _speaks(analysis, mention):
        found.add("speaks")
    return found


def of_sentence(reading: Reading, start: int) -> set[str]:
    """The features of a sentence and of what stands before token `start`."""
    found = {f"after={reading.marker(start - 1) if start else 'opens'}"}
    if reading.headline or reading.index == 0:
        found.add("headline")
    return found


def order(reading: Reading) -> str:
    """Where the language puts its verb."""
    return "last" if reading.language.profile.verb_last else "first"


def _speaks(analysis: Analysis, mention: Mention) -> bool:
    """Whether a word of saying stands beside a mention."""
    return any(0 <= start - mention.end <= 2 or mention.start == end for start, end in analysis.saying)
