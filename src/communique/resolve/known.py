"""Which actors a written form may mean, from the package's knowledge: ids by folded form, language and type.

Only forms that name are looked up for persons, organisations and places ("Iran", "IRNA"); demonyms
("Iranian") serve states alone.
"""

from __future__ import annotations

from functools import cache

from communique.knowledge import entries, names
from communique.resolve.personal import folded
from communique.resolve.phonetics import script_of
from communique.resolve.tables import columns

Index = dict[str, frozenset[str]]
NONE: frozenset[str] = frozenset()


@cache
def languages() -> tuple[str, ...]:
    """The languages that the tables of this stage know, in their order."""
    return tuple(name for name in columns("terms.tsv") if name not in ("concept", "role", "note"))


@cache
def _index(language: str, kind: str, demonyms: bool) -> Index:
    table: dict[str, set[str]] = {}
    known = entries()
    for row in names(language):
        if known[row.id].type == kind and (demonyms or row.kind != "demonym"):
            table.setdefault(folded(row.form), set()).add(row.id)
    return {form: frozenset(ids) for form, ids in table.items()}


@cache
def _anywhere(kind: str) -> Index:
    table: dict[str, frozenset[str]] = {}
    for language in languages():
        for form, ids in _index(language, kind, False).items():
            table[form] = table.get(form, NONE) | ids
    return table


def meanings(form: str, language: str, kind: str) -> frozenset[str]:
    """Ids of the entries of a type that a form may name: in its language, else in any.

    >>> meanings("ایران", "fa", "state"), meanings("Ирана", "ru", "person")
    (frozenset({'Q794'}), frozenset())
    """
    key = folded(form)
    return _index(language, kind, False).get(key) or _anywhere(kind).get(key, NONE)


@cache
def state_forms(language: str) -> Index:
    """Folded names and demonyms of states in one language, demonyms of several states included."""
    return _index(language, "state", True)


@cache
def _state_stems(language: str) -> dict[str, frozenset[str]]:
    """Stems of one-word names of states, for endings that the names do not list; stems of several states are
    left out."""
    stems: dict[str, frozenset[str]] = {}
    for form, ids in _index(language, "state", False).items():
        if " " not in form and len(form) >= 4:
            stem = form[: max(4, len(form) - 2)]
            stems[stem] = stems.get(stem, NONE) | ids
    return {stem: ids for stem, ids in stems.items() if len(ids) == 1}


@cache
def state_of_word(word: str, language: str) -> frozenset[str]:
    """Ids of the states that one folded word may mean, its ending left aside where no form fits exactly.

    >>> state_of_word("ирану", "ru"), state_of_word("bank", "en")
    (frozenset({'Q794'}), frozenset())
    """
    exact = state_forms(language).get(word)
    if exact:
        return exact
    stems = {} if script_of(word) == "arabic" else _state_stems(language)  # Arabic script: listed forms only
    for length in range(min(len(word), 12), max(3, len(word) - 6), -1):
        if word[:length] in stems:
            return stems[word[:length]]
    return NONE
