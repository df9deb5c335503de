"""Reads the vocabularies: `vocabularies/NAME.toml` holds the concepts of one slot, in order of display.

A concept is a table named by its code, with `label` (one string a language), `definition` (English) and
mappings (`plover`, `cameo`, `ftm`, `wikidata`), each a list of codes of the other scheme. What the engine
asks of a concept, so that no code is named in Python, is a trait: a number or `true`, explained at the head
of the file.
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
    traits: dict[str, int] = field(default_factory=dict)  # `true` is 1; a trait that is not given is 0


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
        mappings = {k: tuple(v) for k, v in row.items() if isinstance(v, list)}
        traits = {k: int(v) for k, v in row.items() if isinstance(v, int)}
        found[code] = Concept(code, labels, row.get("definition", ""), mappings, traits)
    return found


def trait(vocabulary: str, code: str, name: str, default: int = 0) -> int:
    """What `vocabulary` says of `code`, or `default` where it says nothing or does not know the code.

    >>> trait("agreement-status", "signed", "stage"), trait("agreement-status", "alleged", "stage")
    (4, 0)
    """
    concept = concepts(vocabulary).get(code)
    return default if concept is None else concept.traits.get(name, default)
