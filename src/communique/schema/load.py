"""Reads the vocabularies: `vocabularies/NAME.toml` holds the concepts of one slot, in the order they are shown.

A concept is a table named by its code, with `label` (one string a language), `definition` (English) and mappings
(`plover`, `cameo`, `ftm`, `wikidata`), each a list of codes of the other scheme.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from communique.errors import DataError

LABEL_LANGUAGES = ("en", "fr", "ro", "fa")


@dataclass(frozen=True, slots=True)
class Concept:
    """One value of a controlled vocabulary."""

    code: str
    labels: dict[str, str]
    definition: str = ""
    mappings: dict[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def vocabularies() -> tuple[str, ...]:
    """Names of all vocabularies, sorted.

    >>> vocabularies()
    ('agreement-kind', 'agreement-status', 'entity-type', 'meeting-kind', 'meeting-status', 'subject')
    """
    folder = files("communique.schema") / "vocabularies"
    return tuple(sorted(p.name.removesuffix(".toml") for p in folder.iterdir() if p.name.endswith(".toml")))


@cache
def concepts(vocabulary: str) -> dict[str, Concept]:
    """Code -> concept of one vocabulary, in the file's order. Raises DataError where a label is missing.

    >>> list(concepts("meeting-status"))
    ['held', 'planned', 'cancelled']
    """
    name = f"schema/vocabularies/{vocabulary}.toml"
    source = files("communique.schema") / "vocabularies" / f"{vocabulary}.toml"
    found: dict[str, Concept] = {}
    for code, row in tomllib.loads(source.read_text(encoding="utf-8")).items():
        labels = row.get("label", {})
        missing = [lang for lang in LABEL_LANGUAGES if not labels.get(lang)]
        if missing:
            raise DataError(name, 0, f"concept {code!r} has no label in {', '.join(missing)}")
        mappings = {k: tuple(v) for k, v in row.items() if k not in ("label", "definition")}
        found[code] = Concept(code, labels, row.get("definition", ""), mappings)
    return found
