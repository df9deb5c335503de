"""The vocabulary of the graph as an ontology in Turtle: classes, properties, and the controlled vocabularies.

Made from `terms.toml` and `vocabularies/`. A property with one class as its domain says `rdfs:domain`; one
that several classes share says `schema:domainIncludes`, since several `rdfs:domain` would mean all of them
at once. Codes of schemes that have no addresses (CAMEO, PLOVER) are `skos:notation` with the scheme as
datatype.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.schema.load import Concept, concepts, vocabularies
from communique.schema.namespaces import CQ
from communique.schema.terms import Term, classes, properties
from communique.schema.ttl import block, header, string, strings

USED = (
    "cq",
    "dcterms",
    "edtf",
    "foaf",
    "ftm",
    "kind",
    "oa",
    "org",
    "owl",
    "prov",
    "rdf",
    "rdfs",
    "schema",
    "sem",
)
USED_TOO = ("skos", "status", "subject", "wd", "xsd")
LINKED = {"wikidata": "wd:", "ftm": "ftm:"}  # schemes whose codes have an address
CODED = {"cameo": "CAMEO", "plover": "PLOVER"}  # schemes whose codes have none


def ontology() -> str:
    """The whole ontology, in the order of the files that it is made from."""
    parts = [header(*USED, *USED_TOO), _about(), *map(_class, classes().values())]
    parts += map(_property, properties().values())
    parts += [_scheme_type(code, name) for code, name in CODED.items()]
    for vocabulary in vocabularies():
        if vocabulary != "entity-type":  # these are classes
            parts.extend(_scheme(vocabulary))
    return "\n".join(parts)


def _about() -> str:
    title = {"en": "The vocabulary of communique", "fr": "Le vocabulaire de communique"}
    text = "Actors, meetings and agreements in the news, with the words that prove them and who says so."
    rows = [
        ("a", "owl:Ontology"),
        ("dcterms:title", strings(title)),
        ("dcterms:description", string(text, "en")),
    ]
    return block(f"<{CQ.removesuffix('#')}>", rows)


def _class(term: Term) -> str:
    return block(
        f"cq:{term.name}",
        [
            ("a", "owl:Class"),
            ("rdfs:subClassOf", ", ".join(term.broader)),
            ("rdfs:label", strings(term.labels)),
            ("rdfs:comment", strings(term.comments)),
            ("skos:closeMatch", _links(_type_of(term))),
        ],
    )


def _type_of(term: Term) -> Concept | None:
    """The entity type that is this class, for its mappings."""
    return concepts("entity-type").get(term.name.lower())


def _property(term: Term) -> str:
    type_ = "owl:DatatypeProperty" if term.literal else "owl:ObjectProperty"
    one = len(term.domain) == 1
    return block(
        f"cq:{term.name}",
        [
            ("a", type_ + (", owl:SymmetricProperty" if term.symmetric else "")),
            ("rdfs:subPropertyOf", ", ".join(term.broader)),
            ("rdfs:domain" if one else "schema:domainIncludes", ", ".join(term.domain)),
            ("rdfs:range", term.range),
            ("rdfs:label", strings(term.labels)),
            ("rdfs:comment", strings(term.comments)),
        ],
    )


def _scheme_type(code: str, name: str) -> str:
    return block(
        f"cq:{code}",
        [
            ("a", "rdfs:Datatype"),
            ("rdfs:label", string(name)),
            ("rdfs:comment", string(f"A code of {name}.", "en")),
        ],
    )


def _scheme(vocabulary: str) -> Iterator[str]:
    """A controlled vocabulary and its concepts."""
    yield block(f"cq:{vocabulary}", [("a", "skos:ConceptScheme"), ("rdfs:label", string(vocabulary, "en"))])
    prefix = vocabulary.rpartition("-")[2]
    for concept in concepts(vocabulary).values():
        yield block(
            f"{prefix}:{concept.code}",
            [
                ("a", "skos:Concept"),
                ("skos:inScheme", f"cq:{vocabulary}"),
                ("skos:prefLabel", strings(concept.labels)),
                ("skos:definition", string(concept.definition, "en")),
                ("skos:notation", _notations(concept)),
                ("skos:closeMatch", _links(concept)),
            ],
        )


def _links(concept: Concept | None) -> str:
    """The concept in schemes with addresses."""
    mappings = concept.mappings if concept else {}
    return ", ".join(f"{prefix}{code}" for name, prefix in LINKED.items() for code in mappings.get(name, ()))


def _notations(concept: Concept) -> str:
    """The concept's codes in schemes without addresses."""
    pairs = ((name, code) for name in CODED for code in concept.mappings.get(name, ()))
    return ", ".join(f"{string(code)}^^cq:{name}" for name, code in pairs)
