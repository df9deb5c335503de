"""The JSON-LD context: short names for every property, with the type that its values have."""

from __future__ import annotations

from functools import cache

from communique.schema.namespaces import PREFIXES, expand
from communique.schema.terms import LITERALS, classes, properties, reused

TYPES = {  # class of another vocabulary -> its short name
    "org:Membership": "Membership",
    "oa:Annotation": "Annotation",
    "oa:SpecificResource": "SpecificResource",
    "oa:TextQuoteSelector": "TextQuoteSelector",
    "oa:TextPositionSelector": "TextPositionSelector",
    "foaf:Agent": "Agent",
    "skos:Concept": "Concept",
}


def context() -> dict[str, object]:
    """The value of `@context`: prefixes, classes, properties.

    >>> context()["party"]
    {'@id': 'cq:party', '@type': '@id'}
    """
    found: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type"}
    found.update({name: iri for name, iri in PREFIXES.items() if name not in properties()})
    found.update({name: f"cq:{name}" for name in classes()})
    found.update({short: name for name, short in TYPES.items()})
    for name, term in properties().items():
        found[name] = _definition(f"cq:{name}", term.range)
    for name, (property_, range_) in reused().items():
        found[name] = _definition(property_, range_)
    return found


def _definition(property_: str, range_: str) -> object:
    """How values are read: as addresses, as text with a language, or as a datatype."""
    if not range_.startswith(LITERALS):
        return {"@id": property_, "@type": "@id"}
    if range_ in ("rdf:langString", "xsd:string"):
        return property_
    return {"@id": property_, "@type": range_}


@cache
def short_names() -> dict[str, tuple[str, str]]:
    """IRI of a property or class -> its short name, and the IRI of the datatype or `@id` its values have.

    >>> short_names()["https://w3id.org/communique#count"]
    ('count', 'http://www.w3.org/2001/XMLSchema#integer')
    """
    found: dict[str, tuple[str, str]] = {}
    for name, definition in context().items():
        if isinstance(definition, dict):
            kind = definition["@type"]
            found[expand(definition["@id"])] = name, kind if kind == "@id" else expand(kind)
        elif isinstance(definition, str) and ":" in definition and name not in PREFIXES:
            found[expand(definition)] = name, ""
    return found
