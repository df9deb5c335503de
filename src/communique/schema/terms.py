"""The classes and properties of the graph as `terms.toml` describes them, checked when first read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from communique.errors import DataError
from communique.schema.load import LABEL_LANGUAGES
from communique.schema.namespaces import expand

LITERALS = ("xsd:", "rdf:langString", "edtf:")  # what a datatype begins with; any other range is a class
FILE = "schema/terms.toml"


@dataclass(frozen=True, slots=True)
class Term:
    """A class or a property of our own vocabulary."""

    name: str  # after `cq:`
    labels: dict[str, str]
    comments: dict[str, str]
    broader: tuple[str, ...] = ()  # prefixed names of superclasses or super-properties
    domain: tuple[str, ...] = ()  # any of these classes
    range: str = ""  # a class or datatype; empty for a class
    symmetric: bool = False

    @property
    def literal(self) -> bool:
        """Whether the values of the property are literals."""
        return self.range.startswith(LITERALS)


@cache
def _table() -> dict[str, dict[str, dict[str, object]]]:
    source = files("communique.schema") / "terms.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def classes() -> dict[str, Term]:
    """Name -> class, in the file's order.

    >>> classes()["Meeting"].broader
    ('cq:Fact', 'sem:Event')
    """
    return {name: _term(name, row) for name, row in _table()["class"].items()}


@cache
def properties() -> dict[str, Term]:
    """Name -> property, in the file's order.

    >>> properties()["party"].range
    'cq:Actor'
    """
    return {name: _term(name, row) for name, row in _table()["property"].items()}


@cache
def reused() -> dict[str, tuple[str, str]]:
    """Name in JSON-LD -> property of another vocabulary and its range.

    >>> reused()["sameAs"]
    ('owl:sameAs', 'owl:Thing')
    """
    return {name: (str(row["property"]), str(row["range"])) for name, row in _table()["reused"].items()}


def _term(name: str, row: dict[str, object]) -> Term:
    """One row, checked: labels and comments in every language, names with known prefixes."""
    labels, comments = _texts(name, row, "label"), _texts(name, row, "comment")
    broader, domain = _names(name, row, "broader"), _names(name, row, "domain")
    range_ = str(row.get("range", ""))
    for used in (*broader, *domain, *([range_] if range_ else [])):
        try:
            expand(used)
        except KeyError:
            raise DataError(FILE, 0, f"{name}: {used!r} has an unknown prefix") from None
    return Term(name, labels, comments, broader, domain, range_, bool(row.get("symmetric")))


def _texts(name: str, row: dict[str, object], key: str) -> dict[str, str]:
    """Language -> text, for every language that labels must have."""
    found = row.get(key)
    texts = {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}
    missing = [language for language in LABEL_LANGUAGES if not texts.get(language)]
    if missing:
        raise DataError(FILE, 0, f"{name} has no {key} in {', '.join(missing)}")
    return texts


def _names(name: str, row: dict[str, object], key: str) -> tuple[str, ...]:
    """A list of prefixed names."""
    found = row.get(key, [])
    if not isinstance(found, list):
        raise DataError(FILE, 0, f"{name}: {key} must be a list")
    return tuple(str(item) for item in found)
