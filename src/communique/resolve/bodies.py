"""A body's name taken apart: what sort of body, what about, of which state, and the words that only it has.

«شورای امنیت بلاروس», "Conseil de sécurité de la Biélorussie" and "Совет безопасности Беларуси" are three ways
to write {council, security, Belarus}.
`terms.tsv` says which words mean which concept in each language (a stem that ends in `*` stands for all its
endings;
several words make a phrase); the states come from the package's knowledge. A word that is in neither table is
kept for its sound: Gazprom, «گازپروم».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from communique.resolve.known import NONE, languages, meanings, state_forms, state_of_word
from communique.resolve.personal import folded
from communique.resolve.phonetics import Word, script_of, word
from communique.resolve.tables import rows

WEIGHTS = {"head": 0.7, "topic": 1.0, "scope": 1.0, "light": 0.4}
LONGEST = 6  # words of a phrase
ARTICLE = re.compile(r"^(?:و|ب|ل|ک)?(?:ال|لل)(?=..)")
CLITIC = re.compile(r"^[ولبک](?=...)")


@dataclass(frozen=True, slots=True)
class Concept:
    """What a word of a body's name may mean: one concept, or alternatives («مجلس»: council, assembly,
    parliament)."""

    alternatives: frozenset[str]
    weight: float
    spoken: tuple[Word, ...] = field(
        default=(), compare=False
    )  # the words that say it, for names that keep them foreign


@dataclass(frozen=True, slots=True, eq=False)
class BodyName:
    """A body's name as its concepts, states and own words."""

    text: str
    concepts: tuple[Concept, ...]
    states: frozenset[str]
    words: tuple[Word, ...]
    whole: Word  # its telling words written as one
    acronym: str  # folded; empty where the name is none
    letters: tuple[str, ...]  # first letters of its telling words, for acronyms of its own language
    ids: frozenset[str]  # entries that the whole name is known for
    key: str
    language: str


@cache
def _function_words() -> frozenset[str]:
    return frozenset(
        form for _, row in rows("functions.tsv") for form in folded(row["forms"].replace(";", " ")).split()
    )


@cache
def _terms(language: str) -> tuple[dict[tuple[str, ...], tuple[tuple[str, str], ...]], int]:
    """Phrase (folded words, a stem ends in `*`) -> (concept, role) pairs; and the length of the longest
    stem."""
    table: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}
    longest = 0
    for _, row in rows("terms.tsv"):
        for form in filter(None, row.get(language, "").split(";")):
            phrase = tuple(folded(w.rstrip("*")) + "*" * w.endswith("*") for w in form.split())
            table[phrase] = (*table.get(phrase, ()), (row["concept"], row["role"]))
            longest = max(longest, *(len(w) for w in phrase))
    return table, longest


@cache
def _roles() -> dict[str, float]:
    return {row["concept"]: WEIGHTS[row["role"]] for _, row in rows("terms.tsv") if row["role"] in WEIGHTS}


def _shapes(token: str) -> tuple[str, ...]:
    """A word as it stands, and without the article and the one-letter words that Arabic writes together with
    it."""
    if script_of(token) != "arabic":
        return (token,)
    shapes = [token, ARTICLE.sub("", token), CLITIC.sub("", token), CLITIC.sub("", ARTICLE.sub("", token))]
    return tuple(dict.fromkeys(shapes))


@lru_cache(maxsize=50_000)
def _stems(token: str, language: str) -> tuple[str, ...]:
    """The entries of terms.tsv's vocabulary that a word fits, most exact first."""
    vocabulary = _vocabulary(language)
    found = []
    for shape in _shapes(token):
        if shape in vocabulary:
            found.append(shape)
        found += [stem for n in range(len(shape), 1, -1) if (stem := shape[:n] + "*") in vocabulary]
    return tuple(sorted(dict.fromkeys(found), key=lambda stem: (-len(stem.rstrip("*")), stem.endswith("*"))))


@cache
def _vocabulary(language: str) -> frozenset[str]:
    return frozenset(stem for phrase in _terms(language)[0] for stem in phrase)


def _phrase(tokens: list[str], language: str) -> tuple[int, tuple[tuple[str, str], ...]]:
    """How many tokens from the start make a term, and its concepts; (0, ()) where none does."""
    table = _terms(language)[0]
    ways: list[tuple[str, ...]] = [()]
    best: tuple[int, tuple[tuple[str, str], ...]] = (0, ())
    for length, token in enumerate(tokens[:LONGEST], start=1):
        if length > 1 and token in _function_words() and length < len(tokens):
            ways = ways + [(*way, token) for way in ways if token in _vocabulary(language)]
            continue
        ways = [(*way, stem) for way in ways for stem in _stems(token, language)]
        fits = next((way for way in ways if way in table), None)
        if fits is not None:
            best = (length, table[fits])
        if not ways:
            break
    return best


def _state(tokens: list[str], language: str) -> tuple[int, frozenset[str]]:
    """How many tokens from the start name a state, and which."""
    known = state_forms(language)
    for length in range(min(LONGEST, len(tokens)), 1, -1):
        for first in _shapes(tokens[0]):
            ids = known.get(" ".join([first, *tokens[1:length]]))
            if ids:
                return length, ids
    for shape in _shapes(tokens[0]):
        ids = state_of_word(shape, language)
        if ids:
            return 1, ids
    return 0, NONE


def _reading(tokens: list[str], language: str) -> Iterator[tuple[str, object]]:
    """The name from left to right: ("state", ids), ("concept", concept) or ("word", token)."""
    at = 0
    while at < len(tokens):
        length, found = _phrase(tokens[at:], language)
        span, ids = _state(tokens[at:], language)
        if length and length >= span:
            yield from _concepts(found, tuple(word(token, language) for token in tokens[at : at + length]))
            at += length
        elif span:
            yield "state", ids
            at += span
        else:
            if tokens[at] not in _function_words():
                yield "word", tokens[at]
            at += 1


def _concepts(found: tuple[tuple[str, str], ...], spoken: tuple[Word, ...]) -> Iterator[tuple[str, object]]:
    """The concepts of a term; `ministry+defence` is two, several rows are alternatives of one."""
    single = [concept for concept, role in found if role != "several"]
    if single:
        yield "concept", Concept(frozenset(single), max(_roles()[c] for c in single), spoken)
        return
    for concept in found[0][0].split("+"):
        yield "concept", Concept(frozenset({concept}), _roles().get(concept, 1.0), spoken)


def _acronym(text: str) -> str:
    """The folded acronym, where a name is nothing else: OTAN, МАГАТЭ; a short one may be written Nato."""
    bare = re.sub(r"[.\s]", "", text) if re.fullmatch(r"(?:\w\.\s?)+", text.strip()) else text.strip()
    if " " in bare or not bare.isalpha() or not 2 <= len(bare) <= 7 or script_of(bare) == "arabic":
        return ""
    return folded(bare) if sum(c.isupper() for c in bare) >= 2 or bare.isupper() else ""


@lru_cache(maxsize=100_000)
def body_name(text: str, language: str = "") -> BodyName:
    """A body's name taken apart, in the words of its language.

    >>> found = body_name("Ministry of Defence of Iran", "en")
    >>> [sorted(concept.alternatives) for concept in found.concepts], found.states
    ([['ministry'], ['defence']], frozenset({'Q794'}))
    """
    key = folded(text)
    tokens = key.split()
    concepts: list[Concept] = []
    states: set[str] = set()
    own: list[Word] = []
    for sort, value in _reading(tokens, language if language in languages() else languages()[0]):
        if isinstance(value, Concept):
            concepts.append(value)
        elif sort == "state" and isinstance(value, frozenset):
            states |= value
        else:
            own.append(word(ARTICLE.sub("", str(value)), language))
    telling = [token for token in tokens if token not in _function_words()]
    return BodyName(
        text,
        tuple(dict.fromkeys(concepts)),
        frozenset(states),
        tuple(own),
        word("".join(telling), language),
        _acronym(text),
        tuple(token[0] for token in telling),
        meanings(text, language, "organization"),
        key,
        language,
    )


@cache
def of_role(role: str) -> frozenset[str]:
    """The concepts of a role: `head` says what sort of body it is, `scope` whose, `light` hardly anything."""
    return frozenset(row["concept"] for _, row in rows("terms.tsv") if row["role"] == role)


@cache
def _letters(language: str) -> dict[str, tuple[str, ...]]:
    telling = _function_words()
    found: dict[str, set[str]] = {}
    for _, row in rows("terms.tsv"):
        for form in filter(None, row.get(language, "").split(";")):
            letters = "".join(folded(w)[0] for w in form.split() if w not in telling)
            found.setdefault(row["concept"], set()).add(letters)
    return {c: tuple(sorted(forms, key=lambda form: (-len(form), form))) for c, forms in found.items()}


def first_letters(concept: str, language: str) -> tuple[str, ...]:
    """The first letters of the words of each form of a concept in a language, longest first: "hr" for human
    rights."""
    return _letters(language).get(concept, ())
