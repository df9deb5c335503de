"""Known names in a sentence: states, cities, organisations, agencies and people of the shipped knowledge.

All names of a language, with the forms that its inflections make of them, are found in one pass by an Aho-Corasick
automaton over the folded tokens of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique import knowledge
from communique.knowledge import Entry
from communique.lang import Language, Token, load
from communique.lang.patterns import half_spaces
from communique.lang.tokens import shape, tokenize

_RANKING = {"state": 0, "organization": 1, "person": 2, "place": 3}
_ACRONYM = 6  # letters: longer names in capitals are headlines


@dataclass(frozen=True, slots=True)
class Known:
    """A known name at tokens [start, end): the entries that bear it, best first, and the kind of name."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class _Form:
    entries: tuple[Entry, ...]
    kind: str
    size: int  # tokens
    loud: bool  # an acronym: must be in capitals
    small: bool  # begins with a small letter: a later word has the capital


_Reading = tuple[str, bool, int, bool]  # kind, loud, size and small of a `_Form`


def find_known(tokens: list[Token], language: Language) -> list[Known]:
    """The known names in a sentence, left to right, the longest where two overlap."""
    starts: dict[int, int] = {}
    line = [" "]
    at = 0
    for i, token in enumerate(tokens):
        starts[at] = i
        line.append(token.fold + " ")
        at += len(token.fold) + 1
    found: dict[int, Known] = {}
    for end, form in _automaton(language.code).iter("".join(line)):
        length, payload = form
        start = starts.get(end - length + 1)
        if start is None:
            continue
        known = _accept(payload, tokens, start, language)
        if known and (start not in found or known.end > found[start].end):
            found[start] = known
    return list(_leftmost(found))


def _leftmost(found: dict[int, Known]) -> Iterator[Known]:
    reach = 0
    for start in sorted(found):
        if start >= reach:
            yield found[start]
            reach = found[start].end


def _accept(forms: tuple[_Form, ...], tokens: list[Token], start: int, language: Language) -> Known | None:
    """The known name, where the way that it is written in the text allows it."""
    first = tokens[start]
    for form in forms:
        if language.profile.capitals:
            if form.loud and first.shape != "U":
                continue
            small = form.small and form.entries[0].type != "person"
            written = tokens[start : start + form.size] if small else tokens[start : start + 1]
            if form.kind != "demonym" and not any(t.shape in "CUd" for t in written):
                continue
        return Known(start, start + form.size, form.entries, form.kind)
    return None


@cache
def _automaton(code: str) -> Any:
    """The automaton of a language. Values: (length of the pattern, its forms: most certain first)."""
    import ahocorasick

    entries = knowledge.entries()
    language = load(code)
    collected: dict[str, dict[_Reading, list[str]]] = {}
    for row in knowledge.names(code):
        bends = row.kind not in ("acronym", "demonym") and entries[row.id].type != "person"
        loud = row.kind == "acronym" or (row.form.isupper() and len(row.form) <= _ACRONYM and row.form.isalpha())
        small = row.form[0].islower()
        for words in _spellings(row.form, language if bends else None):
            readings = collected.setdefault(" " + " ".join(words) + " ", {})
            ids = readings.setdefault((row.kind, loud, len(words), small), [])
            if row.id not in ids:
                ids.append(row.id)
    automaton = ahocorasick.Automaton()
    made: dict[tuple[tuple[_Reading, tuple[str, ...]], ...], tuple[_Form, ...]] = {}
    for pattern, readings in collected.items():
        shared = tuple((reading, tuple(ids)) for reading, ids in readings.items())  # by all cases of a name
        if shared not in made:
            made[shared] = _forms(shared)
        automaton.add_word(pattern, (len(pattern), made[shared]))
    automaton.make_automaton()
    return automaton


def _forms(readings: Iterable[tuple[_Reading, tuple[str, ...]]]) -> tuple[_Form, ...]:
    """What a pattern may name, the most certain first; of states that share a name the first in the tables."""
    entries = knowledge.entries()
    forms = [
        _Form(
            tuple(sorted((entries[i] for i in ids), key=lambda e: (_RANKING[e.type], e.category != "capital"))),
            kind,
            size,
            loud,
            small,
        )
        for (kind, loud, size, small), ids in readings
    ]
    return tuple(sorted(forms, key=lambda f: (f.kind == "demonym", _RANKING[f.entries[0].type], f.kind)))


def _spellings(form: str, language: Language | None) -> Iterator[tuple[str, ...]]:
    """The folded token sequences of a name: half-spaces lost, first and last word inflected."""
    glues = language is not None and not language.profile.capitals
    for spelled in half_spaces(form.replace(" ", "\u200c") if glues else form):
        words = tuple(t.fold for t in tokenize(spelled))
        if not words:
            continue
        yield words
        if language is None or not language.inflections or shape(form[0]) == "p":
            continue
        lasts = list(inflect(words[-1], language.inflections))
        if len(words) == 1:
            yield from ((w,) for w in lasts)
            continue
        firsts = list(inflect(words[0], language.inflections))
        yield from ((f, *words[1:]) for f in firsts)
        yield from ((*words[:-1], w) for w in lasts)
        yield from ((f, *words[1:-1], w) for f in firsts for w in lasts)


def inflect(word: str, inflections: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Other forms of a name's word: those of the longest ending that fits.

    >>> list(inflect("rusia", {"ia": ["iei"], "a": ["ei"], "": ["ului"]}))
    ['rusiei']
    """
    for cut in range(len(word) + 1):
        forms = inflections.get(word[cut:])
        if forms is not None:
            yield from (word[:cut] + form for form in forms)
            return
