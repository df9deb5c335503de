"""What must hold in every graph, as SHACL shapes in Turtle.

One shape a class. They are made from the same vocabularies and terms as the graph itself, so that a new
kind or status is allowed as soon as its row exists; only how often a property occurs is said here.
"""

from __future__ import annotations

from communique.schema.load import concepts
from communique.schema.terms import LITERALS, properties, reused
from communique.schema.ttl import header

USED = ("cq", "dcterms", "edtf", "foaf", "kind", "oa", "org", "owl", "prov", "sh", "skos", "status")
USED_TOO = ("subject", "xsd")

TYPES = ("meeting", "agreement")

# How often a property occurs: 1 once, ? at most once, + at least once, * any number of times.
OFTEN = {"1": (1, 1), "?": (0, 1), "+": (1, 0), "*": (0, 0)}
TOLD = "1 kind, 1 status, 1 confidence, * involves, ? place, * reportedBy, * evidence"
WHEN = "? date, ? earliest, ? latest"
MERGED = f"{TOLD}, {WHEN}, 1 disputed, + derivedFrom"
NAMED = "+ prefLabel, * altLabel, * sameAs, * metWith, * agreedWith"
SHAPES: dict[str, tuple[str, str]] = {  # class -> type of fact, properties
    "cq:Meeting": ("meeting", f"{MERGED}, * participant"),
    "cq:Agreement": ("agreement", f"{MERGED}, * party, * signatory, * subject, ? count"),
    "cq:Claim": (
        "",
        f"{TOLD}, {WHEN}, 1 asserts, * participant, * party, * signatory, * subject, ? count, * why",
    ),
    "cq:Person": ("", NAMED),
    "cq:State": ("", NAMED),
    "cq:Organization": ("", NAMED),
    "cq:Place": ("", NAMED),
    "org:Membership": ("", "1 member, 1 organization, 1 title, 1 former, * evidence, + derivedFrom"),
    "cq:Document": ("", "1 identifier, ? language, ? headline, ? issued, ? source, ? publisher"),
    "oa:Annotation": ("", "+ hasBody, 1 hasTarget"),
    "oa:SpecificResource": ("", "1 hasSource, + hasSelector"),
    "oa:TextQuoteSelector": ("", "1 exact, ? prefix, ? suffix"),
    "oa:TextPositionSelector": ("", "1 start, 1 end"),
    "skos:Concept": ("", "1 inScheme, + prefLabel"),
}

# Further conditions on a property, wherever it occurs.
MORE: dict[str, str] = {
    "confidence": "sh:minInclusive 0.0 ; sh:maxInclusive 1.0",
    "count": "sh:minInclusive 1",
    "date": 'sh:pattern "^[0-9./~?%-]+$"',
    "earliest": "sh:lessThanOrEquals cq:latest",
    "exact": "sh:minLength 1",
    "identifier": "sh:minLength 1",
    "prefLabel": "sh:uniqueLang true ; sh:minLength 1",
    "sameAs": 'sh:pattern "^http://www[.]wikidata[.]org/entity/Q[1-9][0-9]*$"',
    "start": "sh:lessThan oa:end",
    "title": "sh:minLength 1",
}
# What a value must be, where the range in `terms.toml` does not say it: texts may lack a language, a
# document may
# have an address that is no IRI, and the graph names classes but does not infer superclasses.
VALUES: dict[str, str] = {
    "rdf:langString": "sh:nodeKind sh:Literal",
    "owl:Thing": "sh:nodeKind sh:IRI",
    "oa:Selector": "sh:nodeKind sh:IRI",
    "skos:ConceptScheme": "sh:nodeKind sh:IRI",
    "cq:Actor": "sh:node cq:SomeActor",
    "cq:Fact": "sh:node cq:SomeFact",
    "hasBody": "sh:nodeKind sh:IRI",
    "issued": "sh:or ( [ sh:datatype xsd:date ] [ sh:datatype edtf:EDTF ] )",
    "source": "",
}
UNIONS = {
    "cq:SomeActor": ("cq:Person", "cq:State", "cq:Organization", "cq:Place"),
    "cq:SomeFact": ("cq:Meeting", "cq:Agreement"),
}


def shapes_graph() -> str:
    """All shapes, in Turtle.

    >>> "sh:targetClass cq:Meeting" in shapes_graph()
    True
    """
    return "\n".join([header(*USED, *USED_TOO), *map(_union, UNIONS), *map(_shape, SHAPES)])


def _union(name: str) -> str:
    """A shape for things of any of several classes."""
    classes = " ".join(f"[ sh:class {each} ]" for each in UNIONS[name])
    return f"{name} a sh:NodeShape ;\n    sh:or ( {classes} ) .\n"


def _shape(target: str) -> str:
    """The shape of one class: a line for each of its properties."""
    type_, often = SHAPES[target]
    shape = f"cq:{target.partition(':')[2]}Shape"
    rows = [f"a sh:NodeShape ;\n    sh:targetClass {target}"]
    for pair in often.split(", "):
        occurs, _, short = pair.partition(" ")
        rows.append(_property(occurs, short, type_))
    return f"{shape} " + " ;\n    ".join(rows) + " .\n"


def _property(often: str, name: str, type_: str) -> str:
    """The constraint on one property, given by its short name."""
    own = properties().get(name)
    path, range_ = (f"cq:{name}", own.range) if own else reused()[name]
    least, most = OFTEN[often]
    parts = [f"sh:path {path}", _values(name, range_, type_), MORE.get(name, "")]
    parts += [f"sh:minCount {least}" if least else "", f"sh:maxCount {most}" if most else ""]
    return f"sh:property [ {' ; '.join(filter(None, parts))} ]"


def _values(name: str, range_: str, type_: str) -> str:
    """What the values must be: one of a vocabulary, of a datatype, or a thing of a class."""
    if range_ == "skos:Concept":
        return f"sh:in ( {' '.join(_codes(name, type_))} )"
    if name in VALUES or range_ in VALUES:
        return VALUES.get(name, VALUES.get(range_, ""))
    return f"sh:datatype {range_}" if range_.startswith(LITERALS) else f"sh:class {range_}"


def _codes(name: str, type_: str) -> list[str]:
    """The concepts that a property may have: of one type of fact, or of any where `type_` is empty."""
    if name == "subject":
        return [f"subject:{code}" for code in concepts("subject")]
    return [f"{name}:{code}" for each in ([type_] if type_ else TYPES) for code in concepts(f"{each}-{name}")]
