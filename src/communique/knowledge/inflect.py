"""Adjectives of states in all their forms: a base form and the name of a pattern give the rest.

French needs four forms of "iranien", Romanian thirty, Russian thirteen, and all follow from a few patterns.
So `demonyms/LANG.tsv` holds one base form a line with its pattern, and `demonyms/paradigms.toml` says what a
pattern does:

    [fr.en]                    # iranien
    strip = 0                  # letters taken off the base first
    endings = ["", "ne", "s", "nes"]

Base forms are written in lower case where the language writes the adjective so; `capital = true` in `[LANG]`
adds the capitalised forms, for inhabitants ("un Iranien") and the start of a sentence; `prefixes` are what
may be written onto any form but a `fixed` one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Container, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from communique.errors import DataError
from communique.knowledge.tables import table

COLUMNS = ("id", "base", "pattern", "note")


@cache
def paradigms() -> dict[str, Any]:
    """Language -> {"capital": bool, "prefixes": [...], pattern -> {"strip": letters, "endings": [...]}}."""
    source = files("communique.knowledge") / "demonyms" / "paradigms.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def demonyms(language: str, known: Container[str]) -> Iterator[tuple[str, str]]:
    """(id, form) of every inflected adjective of one language, in the order of the table.

    Raises DataError for an id that is not `known`, a pattern that is not defined, and a row that comes twice.
    """
    patterns = paradigms().get(language, {})
    file, seen = f"demonyms/{language}.tsv", set()
    for line, (identifier, base, pattern, _) in table(file, COLUMNS):
        if identifier not in known:
            raise DataError(f"knowledge/{file}", line, f"id {identifier!r} is no entry")
        if pattern not in patterns:
            raise DataError(f"knowledge/{file}", line, f"pattern {pattern!r} is not in paradigms.toml")
        if (identifier, base, pattern) in seen:
            raise DataError(f"knowledge/{file}", line, f"{base!r} of {identifier} comes twice")
        seen.add((identifier, base, pattern))
        for prefix in patterns.get("prefixes", [""]) if pattern != "fixed" else [""]:
            for form in inflect(prefix + base, patterns[pattern], capital=patterns.get("capital", False)):
                yield identifier, form


def inflect(base: str, pattern: dict[str, Any], *, capital: bool = False) -> tuple[str, ...]:
    """The forms of one base: letters stripped, each ending put on, with capitalised doubles where wanted.

    >>> inflect("roumain", {"strip": 0, "endings": ["", "e", "s", "es"]}, capital=True)[:4]
    ('roumain', 'Roumain', 'roumaine', 'Roumaine')
    """
    stem = base[: len(base) - int(pattern.get("strip", 0))]
    forms = [stem + str(ending) for ending in pattern["endings"]]
    if capital:
        forms = [variant for form in forms for variant in (form, form[:1].upper() + form[1:])]
    return tuple(dict.fromkeys(forms))
