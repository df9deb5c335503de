"""Whether two written names are one body: concepts, states, own words, acronyms and knowledge, each a
weighted feature.

"Central Bank of Iran" and "Central Bank of Iraq" differ in one word out of four, «سازمان تجارت جهانی» and
"WTO" share not
one letter. What counts is whether each thing that one name says is said by the other too, in any language.
"""

from __future__ import annotations

from functools import lru_cache

from communique.resolve.bodies import BodyName, Concept, body_name, first_letters, of_role
from communique.resolve.names import probability, weights
from communique.resolve.phonetics import likeness

FEATURES = (
    "shared",
    "only_one",
    "each_its_own",
    "words_differ",
    "word_missing",
    "same_scope",
    "scope_differs",
    "scope_missing",
    "heads_differ",
    "acronym",
    "acronym_differs",
    "sound",
    "identical",
    "known_same",
    "known_differ",
    "nothing",
    "scope_only",
)
ALIKE = 0.72
CLOSE = 0.9


def _share(
    one: tuple[Concept, ...], other: tuple[Concept, ...]
) -> tuple[float, list[Concept], list[Concept]]:
    """Weight of the concepts that both names say, and those that only one of them does."""
    left, right = list(one), list(other)
    shared = 0.0
    for concept in one:
        match = next((c for c in right if c.alternatives & concept.alternatives), None)
        if match is not None:
            left.remove(concept)
            right.remove(match)
            shared += min(concept.weight, match.weight)
    return shared, left, right


def _own(one: BodyName, other: BodyName, left: list[Concept], right: list[Concept]) -> tuple[float, int, int]:
    """Summed likeness of own words that answer to each other, and how many remain on either side.

    A word that answers to none of the other's own words may be a term of the other's that was kept foreign:
    Neft.
    """
    pairs = sorted(
        ((likeness(a, b), i, j) for i, a in enumerate(one.words) for j, b in enumerate(other.words)),
        reverse=True,
    )
    mine, theirs = set(range(len(one.words))), set(range(len(other.words)))
    total = 0.0
    for alike, i, j in pairs:
        if alike >= ALIKE and i in mine and j in theirs:
            mine.discard(i)
            theirs.discard(j)
            total += alike
    for words, concepts, rest in ((one.words, right, mine), (other.words, left, theirs)):
        for index in sorted(rest):
            hit = next(
                (c for c in concepts if any(likeness(words[index], w) >= 0.85 for w in c.spoken)), None
            )
            if hit is not None:
                concepts.remove(hit)
                rest.discard(index)
                total += 0.9
    return total, len(mine), len(theirs)


def _take(rest: str, letters: str) -> str | None:
    """What remains of `rest` once these letters are taken out of it; None where one is missing."""
    for letter in letters:
        if letter not in rest:
            return None
        rest = rest.replace(letter, "", 1)
    return rest


def _spelled(acronym: BodyName, full: BodyName) -> float:
    """1 where an acronym is made of the first letters of a full name, in its language or translated into it.

    Whose body it is may be left out (HCR), and one letter may stand for a word that the table does not know;
    then less.
    """
    rest = acronym.acronym
    if acronym.language == full.language and "".join(full.letters) == rest:
        return 1.0
    missing = 0
    for concept in full.concepts:
        options = [
            letters
            for name in sorted(concept.alternatives)
            for letters in first_letters(name, acronym.language)
        ]
        after = next((left for letters in options if (left := _take(rest, letters)) is not None), None)
        if after is not None:
            rest = after
        elif concept.alternatives & of_role("scope") or concept.weight < 0.5:
            missing += 1
        else:
            return 0.0
    extra = len(rest) - len(full.words) - len(full.states)
    if len(acronym.acronym) < 2 or len(full.concepts) - missing < 2:
        return 0.0
    return 0.9 - 0.2 * missing if extra <= 0 else 0.5 if extra == 1 and len(acronym.acronym) > 3 else 0.0


def _acronyms(one: BodyName, other: BodyName) -> tuple[float, float]:
    """(how well the acronym of one fits the other, whether two acronyms of one language differ)."""
    if one.acronym and other.acronym:
        same = one.acronym == other.acronym
        return float(same), float(not same and one.language == other.language)
    if one.acronym and len(other.letters) > 1:
        return _spelled(one, other), 0.0
    if other.acronym and len(one.letters) > 1:
        return _spelled(other, one), 0.0
    return 0.0, 0.0


def _sound(one: BodyName, other: BodyName) -> float:
    """How alike two short names sound that have words of their own: Gazprombank, «گازپروم بانک»."""
    if not (one.words or other.words) or max(len(one.letters), len(other.letters)) > 3:
        return 0.0
    return likeness(one.whole, other.whole)


def _both(left: list[Concept], right: list[Concept], role: str) -> float:
    """1 where each side has a concept of this role that the other has not."""
    wanted = of_role(role)
    return float(any(c.alternatives & wanted for c in left) and any(c.alternatives & wanted for c in right))


def _scope(name: BodyName) -> frozenset[str]:
    """Whose body it is: its states, or the regions that it is of."""
    return name.states | {c for concept in name.concepts for c in concept.alternatives & of_role("scope")}


def _bare(name: BodyName) -> bool:
    """Whether a name says no more than whose body it is: "United Nations", "Union européenne" but not its
    agencies."""
    return (
        not name.words
        and bool(_scope(name))
        and not any(c.weight > 0.5 and not c.alternatives & of_role("scope") for c in name.concepts)
    )


def says_the_same(one: BodyName, other: BodyName) -> bool:
    """Whether each thing of weight that one name says is said by the other too: what joining two bodies for
    good asks.

    Own words must sound alike more closely than for a pair that somebody asks about; an acronym alone does
    not do.

    >>> union, its_body = body_name("African Union", "en"), body_name("Commission de l'Union africaine", "fr")
    >>> says_the_same(union, its_body), says_the_same(union, body_name("Uniunea Africană", "ro"))
    (False, True)
    """
    if one.acronym and other.acronym:
        return one.acronym == other.acronym
    if one.states and other.states and not one.states & other.states:
        return False
    if _sound(one, other) >= CLOSE and len(one.whole.consonants) > 2:
        return True
    _, left, right = _share(one.concepts, other.concepts)
    if _scope(one) != _scope(other) or sum(c.weight > 0.5 for c in left + right) > len(one.words) + len(
        other.words
    ):
        return False
    alike, spare_left, spare_right = _own(one, other, left, right)
    if spare_left or spare_right or any(c.weight > 0.5 for c in left + right):
        return False
    return not one.words or not other.words or alike >= CLOSE * min(len(one.words), len(other.words))


def body_features(one: BodyName, other: BodyName) -> tuple[float, ...]:
    """The values of `FEATURES` for two names, in that order."""
    shared, left, right = _share(one.concepts, other.concepts)
    alike, spare_left, spare_right = _own(one, other, left, right)
    heavy_left, heavy_right = (
        sum(c.weight for c in left) + spare_left + 0.8 * bool(spare_right and one.states - other.states),
        sum(c.weight for c in right) + spare_right + 0.8 * bool(spare_left and other.states - one.states),
    )
    acronym, differs = _acronyms(one, other)
    sound = max(0.0, _sound(one, other) - 0.7) / 0.3
    if acronym > 0.6 or sound > 0.5:
        heavy_left = heavy_right = spare_left = spare_right = 0
    mine, theirs = _scope(one), _scope(other)
    same_scope, common = bool(mine & theirs), shared + alike + len(one.states & other.states)
    return (
        common / (common + heavy_left + heavy_right) if common else 0.0,
        min(abs(heavy_left - heavy_right), 3.0),
        min(heavy_left, heavy_right, 2.0),
        float(min(spare_left, spare_right, 1)),
        float(min(abs(spare_left - spare_right), 1)),
        float(same_scope),
        float(bool(mine and theirs) and not same_scope),
        float(bool(mine) != bool(theirs)),
        _both(left, right, "head"),
        acronym,
        differs,
        sound,
        float(one.key == other.key),
        float(bool(one.ids & other.ids)),
        float(bool(one.ids and other.ids) and not one.ids & other.ids),
        float(not common and not acronym and sound < 0.3),
        float(_bare(one) != _bare(other) and not acronym),
    )


@lru_cache(maxsize=1)
def _weights() -> tuple[float, tuple[float, ...]]:
    table = weights("organization")
    return table["bias"], tuple(table[name] for name in FEATURES)


def body_score(one: str, language_one: str, other: str, language_other: str) -> float:
    """The probability that two names, each in its article's language, are one body's.

    >>> body_score("شورای امنیت بلاروس", "fa", "Conseil de sécurité de la Biélorussie", "fr") > 0.9
    True
    """
    values = body_features(body_name(one, language_one), body_name(other, language_other))
    bias, factors = _weights()
    return probability(bias + sum(v * f for v, f in zip(values, factors, strict=True)))
