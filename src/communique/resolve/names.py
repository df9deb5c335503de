"""Whether two written names are one person: a short list of features, each with its weight and the sentence
behind it.

"Mahinda Rajapaksa" and «گوتابایا راجاپاکسا» share a rare surname and are brothers; "D. Noboa" and "Daniel
Noboa" are one;
"Медведев" may be "Dmitri Medvedev". So likeness of spelling is not enough: what matters is that nothing
contradicts.
The features are named below; their weights are learned by logistic regression (`weights.toml`, recipe in
docs/benchmarks) and the score is the probability that the two are the same.
"""

from __future__ import annotations

import itertools
import math
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from communique.resolve.alignment import Alignment, align, initial_agrees, parts_alike
from communique.resolve.known import meanings
from communique.resolve.personal import Part, PersonalName, personal_name

FEATURES = (
    "agreement",
    "weakest",
    "one_script",
    "contradiction",
    "evidence",
    "left_over",
    "surname_only",
    "given_only",
    "initial",
    "initial_differs",
    "ending",
    "order",
    "identical",
    "vowelless",
    "known_same",
    "known_differ",
)

NOTHING_SHARED = (0.0, 1.0, 0.0, 1.0, *[0.0] * 10)
UNKNOWN = (0.0, 0.0)


@cache
def weights(kind: str) -> dict[str, float]:
    """The weight of each feature, `bias` and `threshold`, for `person` or `organization`."""
    table = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    return {name: float(value) for name, value in table[kind].items()}


def probability(log_odds: float) -> float:
    """The logistic function.

    >>> probability(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


def _initials(
    one: PersonalName, other: PersonalName, found: Alignment
) -> tuple[int, int, list[Part], list[Part]]:
    """How many initials agree, how many contradict, and the full words that remain on either side."""
    left = [one.parts[i] for i in found.left]
    right = [other.parts[j] for j in found.right]
    agree = differ = 0
    for mine, theirs in ((left, right), (right, left)):
        for initial in [part for part in mine if part.initial]:
            mine.remove(initial)
            fitting = [part for part in theirs if initial_agrees(initial, part)]
            match = next((part for part in fitting if part.initial), fitting[0] if fitting else None)
            if match is not None:
                theirs.remove(match)
                agree += 1
            elif theirs:
                differ += 1
    return agree, differ, left, right


def _contradiction(left: list[Part], right: list[Part]) -> float:
    """How unlike the words are that have no answer on either side; 0 where one side has none left."""
    if not left or not right:
        return 0.0
    short, long = sorted((left, right), key=len)
    worst = 0.0
    for part in short:
        best, nearest = max(((parts_alike(part, other), other) for other in long), key=lambda found: found[0])
        if part.patronymic and nearest.patronymic:
            apart = float(best < 0.8)  # they end alike, so what little differs is all that counts
        else:
            apart = (1.0 - best) * (0.4 if part.patronymic or nearest.patronymic else 1.0)
        worst = max(worst, apart)
    return worst


def _alone(one: PersonalName, other: PersonalName, found: Alignment) -> tuple[float, float]:
    """Whether one side gives a single word: (it answers to the other's last word, it answers to an earlier
    one)."""
    short, long = (one, other) if len(one.parts) <= len(other.parts) else (other, one)
    if len(short.parts) != 1 or not found.pairs:
        return 0.0, 0.0
    if len(long.parts) == 1:
        return 1.0, 0.0
    pair = found.pairs[0]
    at = pair.right if short is one else pair.left
    last = len(long.parts) - 1
    return (1.0, 0.0) if last in at else (0.0, 1.0)


def _order(found: Alignment) -> float:
    """1 where the words that answer to each other stand in another order."""
    pairs = sorted(found.pairs, key=lambda pair: pair.left)
    return float(any(a.right > b.right for a, b in itertools.pairwise(pairs)))


def _one_script(one: PersonalName, other: PersonalName) -> bool:
    """Whether one script writes both, so that spelling has less room: Lukashevich is not Lukashenko."""
    return {part.readings[0].script for part in one.parts} == {
        part.readings[0].script for part in other.parts
    }


def _ending(one: PersonalName, other: PersonalName, found: Alignment) -> float:
    """1 where last words answer to each other but only one ends as a woman's surname does."""
    for pair in found.pairs:
        a, b = one.parts[pair.left[-1]], other.parts[pair.right[-1]]
        last = pair.left[-1] == len(one.parts) - 1 and pair.right[-1] == len(other.parts) - 1
        if last and a.open != b.open and (a.closed or b.closed):
            return 1.0
    return 0.0


@lru_cache(maxsize=200_000)
def _ids(name: PersonalName) -> frozenset[str]:
    return meanings(name.text, name.language, "person")


def _known(one: PersonalName, other: PersonalName) -> tuple[float, float]:
    """(both are known names of one person, of two persons), as far as the package's knowledge goes."""
    a, b = _ids(one), _ids(other)
    return (float(bool(a & b)), float(not a & b)) if a and b else UNKNOWN


def _variants(one: PersonalName, other: PersonalName) -> bool:
    return any(a.groups and a.groups & b.groups for a in one.parts for b in other.parts)


def person_features(one: PersonalName, other: PersonalName) -> tuple[float, ...]:
    """The values of `FEATURES` for two names, in that order."""
    if one.keys.isdisjoint(other.keys) and not _variants(one, other):
        return NOTHING_SHARED + _known(one, other)
    found = align(one, other)
    agree, differ, left, right = _initials(one, other, found)
    total = heavy = 0.0
    weakest = 1.0
    for pair in found.pairs:
        weight = max(one.parts[i].weight for i in pair.left)
        weight = min(weight, max(other.parts[j].weight for j in pair.right))
        heavy += weight
        total += weight * pair.alike
        weakest = min(weakest, pair.alike)
    doubt = max(0.0, 0.9 - weakest) / 0.3 if found.pairs else 1.0
    surname_only, given_only = _alone(one, other, found)
    spare = abs(sum(not part.patronymic for part in left) - sum(not part.patronymic for part in right))
    return (
        total / heavy if heavy else 0.0,
        doubt,
        doubt if _one_script(one, other) else 0.0,
        _contradiction(left, right),
        min(heavy, 2.0),
        spare * (1.0 + 2.0 * doubt) if found.pairs and not surname_only and not given_only else 0.0,
        surname_only,
        given_only,
        float(min(agree, 1)),
        float(min(differ, 1)),
        _ending(one, other, found),
        _order(found),
        float(one.key == other.key),
        float("arabic" in {name.parts[0].readings[0].script for name in (one, other) if name.parts}),
        *_known(one, other),
    )


@lru_cache(maxsize=1)
def _person_weights() -> tuple[float, tuple[float, ...]]:
    table = weights("person")
    return table["bias"], tuple(table[name] for name in FEATURES)


def person_score(one: str, language_one: str, other: str, language_other: str) -> float:
    """The probability that two names, each in its article's language, are one person's.

    >>> person_score("Ebrahim Raïssi", "fr", "ابراهیم رئیسی", "fa") > 0.9
    True
    >>> person_score("Fidel Castro", "en", "Рауль Кастро", "ru") < 0.1
    True
    """
    values = person_features(personal_name(one, language_one), personal_name(other, language_other))
    bias, factors = _person_weights()
    return probability(bias + sum(v * f for v, f in zip(values, factors, strict=True)))
