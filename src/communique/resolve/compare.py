"""Two written names compared, with the reasons: each feature that counted, what it added, and a sentence.

The score is the logistic function of the bias and the weights times the features; so what each feature adds
can be read
off, and the sentences are the whole story and not a gloss on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.resolve import names, organizations
from communique.resolve.alignment import align
from communique.resolve.bodies import BodyName, body_name
from communique.resolve.personal import PersonalName, personal_name

TYPES = ("person", "organization")

SENTENCES = {
    "person": {
        "agreement": "the words that answer to each other sound {value:.0%} alike",
        "weakest": "the words least alike of those that answer to each other are doubtful",
        "one_script": "and both are in one script, where spelling has less room",
        "contradiction": "each name has a word that the other has no answer for",
        "evidence": "{value:.1f} telling words answer to each other",
        "left_over": "one name has more words than the other, patronymics aside; worse in case of doubt",
        "surname_only": "one gives a surname only, and it is the other's last word",
        "given_only": "one gives a single word, and it is not the other's last",
        "initial": "an initial agrees with a full name",
        "initial_differs": "an initial contradicts a full name",
        "ending": "one surname ends as a woman's and the other as a man's",
        "order": "the words stand in another order",
        "identical": "the same letters but for case and marks",
        "vowelless": "one is written in a script without short vowels",
        "known_same": "both are known names of one person",
        "known_differ": "they are known names of two persons",
    },
    "organization": {
        "shared": "{value:.0%} of what the names say is said by both",
        "only_one": "one name says more than the other",
        "each_its_own": "each name says something that the other does not",
        "words_differ": "each name has a word of its own that the other has no answer for",
        "word_missing": "one name has a word of its own that the other lacks",
        "same_scope": "both are of the same state or region",
        "scope_differs": "they are of different states or regions",
        "scope_missing": "only one says which state or region it is of",
        "heads_differ": "they are different sorts of body",
        "acronym": "one is an acronym of the other",
        "acronym_differs": "they are different acronyms of one language",
        "sound": "the whole names sound alike",
        "identical": "the same letters but for case and marks",
        "known_same": "both are known names of one body",
        "known_differ": "they are known names of two bodies",
        "nothing": "the names have nothing in common",
        "scope_only": "one names only a state or region, or the United Nations",
    },
}


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence: its value, what it adds to the log-odds that the two are one, and why."""

    name: str
    value: float
    adds: float
    why: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on two names: how likely they are one actor's, whether that is enough, and the features."""

    score: float
    same: bool
    features: tuple[Feature, ...]
    pairs: tuple[str, ...]  # which words answer to which, or what each body's name was read as


def compare(one: str, language_one: str, other: str, language_other: str, kind: str = "person") -> Comparison:
    """The verdict on two names of a type (`person` or `organization`), each with its language (BCP 47; may be
    empty).

    >>> verdict = compare("Aleksandr Lukașenko", "ro", "الکساندر لوکاشنکو", "fa")
    >>> verdict.same, verdict.pairs[0]
    (True, 'aleksandr = الکساندر (0.99)')
    """
    if kind == "person":
        left, right = personal_name(one, language_one), personal_name(other, language_other)
        return _verdict(kind, names.FEATURES, names.person_features(left, right), _words(left, right))
    if kind == "organization":
        a, b = body_name(one, language_one), body_name(other, language_other)
        return _verdict(kind, organizations.FEATURES, organizations.body_features(a, b), (_read(a), _read(b)))
    raise ValueError(f"type {kind!r} is neither person nor organization")


def score(one: str, language_one: str, other: str, language_other: str, kind: str = "person") -> float:
    """How likely two names are one actor's, without the reasons.

    >>> score("Ministry of Health", "en", "Ministerul Sănătății", "ro", "organization") > 0.8
    True
    """
    compared = names.person_score if kind == "person" else organizations.body_score
    return compared(one, language_one, other, language_other)


def threshold(kind: str) -> float:
    """The score from which two names count as one actor's."""
    return names.weights(kind)["threshold"]


def _verdict(
    kind: str, order: tuple[str, ...], values: tuple[float, ...], pairs: tuple[str, ...]
) -> Comparison:
    table = names.weights(kind)
    found = [
        Feature(name, value, value * table[name], SENTENCES[kind][name].format(value=value))
        for name, value in zip(order, values, strict=True)
        if value
    ]
    likely = names.probability(table["bias"] + sum(feature.adds for feature in found))
    found.sort(key=lambda feature: (-abs(feature.adds), feature.name))
    return Comparison(likely, likely >= table["threshold"], tuple(found), pairs)


def _words(one: PersonalName, other: PersonalName) -> tuple[str, ...]:
    return tuple(
        f"{' '.join(one.parts[i].text for i in pair.left)} = "
        f"{' '.join(other.parts[j].text for j in pair.right)} ({pair.alike:.2f})"
        for pair in align(one, other).pairs
    )


def _read(name: BodyName) -> str:
    read = [
        *("/".join(sorted(c.alternatives)) for c in name.concepts),
        *sorted(name.states),
        *(f"“{own.text}”" for own in name.words),
    ]
    return f"{name.text}: {', '.join(read) or '-'}"
