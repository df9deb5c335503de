"""The graph as RDF statements, in the vocabulary of `schema/terms.toml`.

The default graph holds what all documents say together: actors, offices, facts, documents and the quotes that
prove each fact. What one document says is in a named graph of its own, whose name is the document: there each
claim stands as the document makes it, so that contradictions stay side by side.

Every node has an identifier that follows from its content, so there are no blank nodes and the same graph
always gives the same statements. Text from documents only ever becomes a literal or a percent-encoded path.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from communique.edtf import bounds, valid
from communique.export.addresses import Addresses, web_address
from communique.export.statements import about, dates, node, number, term, text, typed
from communique.model import Actor, Claim, Document, Fact, Graph, HeldOffice, Quote
from communique.schema import concepts, trait
from communique.schema.namespaces import DATA, EDTF, PREFIXES, concept_iri, expand

if TYPE_CHECKING:
    import pyoxigraph as ox

    from communique.export.statements import Object, Statement

_ROLES = ("participants", "cq:participant"), ("parties", "cq:party"), ("signatories", "cq:signatory")

_PATHS = ("actor", "document", "fact", "office", "outlet", "quote")


def lines(graph: Graph, *, base: str = DATA) -> list[bytes]:
    """Every statement of the graph once, as a line of N-Quads without its end; sorted.

    `base` is the IRI under which actors, facts, documents, claims, quotes and offices have their addresses.
    """
    import pyoxigraph as ox

    written = ox.serialize(_every(graph, Addresses(base)), format=ox.RdfFormat.N_QUADS) or b""
    return sorted(set(written.removesuffix(b"\n").split(b"\n"))) if written else []


def quads(graph: Graph, *, base: str = DATA) -> list[ox.Quad]:
    """Every statement of the graph once, in the order of the lines of its N-Quads."""
    import pyoxigraph as ox

    return list(ox.parse(b"\n".join(lines(graph, base=base)), format=ox.RdfFormat.N_QUADS))


def _every(graph: Graph, at: Addresses) -> Iterator[ox.Quad]:
    """The statements of all graphs; what proves several things is repeated."""
    import pyoxigraph as ox

    default = ox.DefaultGraph()
    yield from (ox.Quad(*statement, default) for statement in merged(graph, at))
    for fact in graph.facts:
        for claim in fact.claims:
            name = node(at.document(claim.document))
            yield from (ox.Quad(*statement, name) for statement in claim_statements(claim, fact, at))


def data_prefixes(base: str = DATA) -> dict[str, str]:
    """The prefixes that statements under `base` use, with one for each sort of address."""
    used = {name: iri for name, iri in PREFIXES.items() if name not in ("ftm", "rdfs", "schema", "sem", "sh")}
    return used | {name: f"{base}{name}/" for name in _PATHS}


def merged(graph: Graph, at: Addresses) -> Iterator[Statement]:
    """The default graph: what all documents say together."""
    for actor in graph.actors:
        yield from actor_statements(actor, at)
        for office in actor.offices:
            yield from office_statements(actor.id, office, at)
    for fact in graph.facts:
        yield from fact_statements(fact, at)
        yield from acquaintance(fact, at)
    for document in graph.documents:
        yield from document_statements(document, at)
    yield from concept_statements(graph.facts)


def actor_statements(actor: Actor, at: Addresses) -> Iterator[Statement]:
    """Type, names and Wikidata item of an actor."""
    properties: list[tuple[str, Object]] = [
        ("rdf:type", term(f"cq:{actor.type.capitalize()}")),
        ("skos:prefLabel", text(actor.name, actor.language)),
    ]
    others = (name for name in actor.names if (name.text, name.language) != (actor.name, actor.language))
    properties += [("skos:altLabel", text(name.text, name.language)) for name in others]
    if actor.wikidata and re.fullmatch(r"Q[0-9]+", actor.wikidata):
        properties.append(("owl:sameAs", term(f"wd:{actor.wikidata}")))
    return about(at.actor(actor.id), properties)


def office_statements(person: str, office: HeldOffice, at: Addresses) -> Iterator[Statement]:
    """The membership of a person in a body, with the documents and quotes that give it."""
    membership = at.office(person, office)
    yield from about(
        membership,
        [
            ("rdf:type", term("org:Membership")),
            ("org:member", node(at.actor(person))),
            ("org:organization", node(at.actor(office.organization))),
            ("cq:title", text(office.title, office.language)),
            ("cq:former", typed(str(office.former).lower(), "xsd:boolean")),
            *(("prov:wasDerivedFrom", node(at.document(document))) for document in office.documents),
        ],
    )
    for proof in office.evidence:
        yield from evidence_statements(membership, proof.document, proof.quote, at)


def fact_statements(fact: Fact, at: Addresses) -> Iterator[Statement]:
    """A meeting or agreement, with the documents that tell of it and the quotes that prove it."""
    subject = at.fact(fact.id)
    properties: list[tuple[str, Object]] = [
        ("rdf:type", term(f"cq:{fact.type.capitalize()}")),
        ("cq:disputed", typed(str(fact.disputed).lower(), "xsd:boolean")),
        *what_is_said(fact, fact.type, at),
        *(("prov:wasDerivedFrom", node(at.document(claim.document))) for claim in fact.claims),
    ]
    yield from about(subject, properties)
    for claim in fact.claims:
        for quote in claim.evidence:
            yield from evidence_statements(subject, claim.document, quote, at)


def claim_statements(claim: Claim, fact: Fact, at: Addresses) -> Iterator[Statement]:
    """A fact as one document tells it; the document's named graph holds this."""
    return about(
        at.claim(claim.document, claim.local),
        [
            ("rdf:type", term("cq:Claim")),
            ("cq:asserts", node(at.fact(fact.id))),
            *what_is_said(claim, fact.type, at),
            *(("cq:evidence", node(at.quote(claim.document, quote))) for quote in claim.evidence),
            *(("cq:why", text(reason)) for reason in claim.why),
        ],
    )


def what_is_said(said: Fact | Claim, type_: str, at: Addresses) -> Iterator[tuple[str, Object]]:
    """The properties that a fact and a claim share: kind, status, who, what about, where, when, says who."""
    yield "cq:kind", node(concept_iri(f"{type_}-kind", said.kind))
    yield "cq:status", node(concept_iri(f"{type_}-status", said.status))
    for field, role in _ROLES:
        for actor in getattr(said, field):
            yield role, node(at.actor(actor))
            yield "cq:involves", node(at.actor(actor))
    yield from (("cq:subject", node(concept_iri("subject", subject))) for subject in said.subjects)
    if said.count is not None:
        yield "cq:count", typed(str(said.count), "xsd:integer")
    if said.place is not None:
        yield "cq:place", node(at.actor(said.place))
    yield from dates(said.date)
    yield from (("cq:reportedBy", node(at.actor(source))) for source in said.reported_by)
    yield "cq:confidence", number(said.confidence)


def acquaintance(fact: Fact, at: Addresses) -> Iterator[Statement]:
    """Direct links between actors, both ways: who met whom, who agreed with whom. Plans give none."""
    if not trait(f"{fact.type}-status", fact.status, "accomplished"):
        return
    if fact.type == "meeting" and not trait("meeting-kind", fact.kind, "encounter"):
        return
    name = term("cq:metWith" if fact.type == "meeting" else "cq:agreedWith")
    for one, other in permutations(fact.participants or fact.parties, 2):
        yield node(at.actor(one)), name, node(at.actor(other))


def evidence_statements(proven: str, document: str, quote: Quote, at: Addresses) -> Iterator[Statement]:
    """A Web Annotation that ties the words of a document to what they prove, and back.

    The words are selected twice, by themselves with what stands around them, and by their position in code
    points; a quote whose position is not known (0 to 0) has the first selector only.
    """
    name = at.quote(document, quote)
    target, words, position = f"{name}/target", f"{name}/text", f"{name}/position"
    yield node(proven), term("cq:evidence"), node(name)
    yield from about(
        name,
        [
            ("rdf:type", term("oa:Annotation")),
            ("oa:hasBody", node(proven)),
            ("oa:hasTarget", node(target)),
        ],
    )
    yield from about(
        target,
        [
            ("rdf:type", term("oa:SpecificResource")),
            ("oa:hasSource", node(at.document(document))),
            ("oa:hasSelector", node(words)),
        ],
    )
    yield from about(words, _quote_selector(quote))
    if quote.end > quote.start:
        yield node(target), term("oa:hasSelector"), node(position)
        yield from about(position, _position_selector(quote))


def _quote_selector(quote: Quote) -> Iterator[tuple[str, Object]]:
    yield "rdf:type", term("oa:TextQuoteSelector")
    yield "oa:exact", text(quote.text)
    if quote.prefix:
        yield "oa:prefix", text(quote.prefix)
    if quote.suffix:
        yield "oa:suffix", text(quote.suffix)


def _position_selector(quote: Quote) -> Iterator[tuple[str, Object]]:
    yield "rdf:type", term("oa:TextPositionSelector")
    yield "oa:start", typed(str(quote.start), "xsd:nonNegativeInteger")
    yield "oa:end", typed(str(quote.end), "xsd:nonNegativeInteger")


def document_statements(document: Document, at: Addresses) -> Iterator[Statement]:
    """Title, language, day, address and outlet of a document; an address that is no web page is a string."""
    properties: list[tuple[str, Object]] = [
        ("rdf:type", term("cq:Document")),
        ("dcterms:identifier", text(document.id)),
    ]
    if document.language:
        properties.append(("dcterms:language", text(document.language)))
    if document.title:
        properties.append(("dcterms:title", text(document.title, document.language)))
    if document.published and valid(document.published):
        properties.append(("dcterms:issued", _issued(document.published)))
    if document.url:
        page = web_address(document.url)
        properties.append(("dcterms:source", node(page) if page else text(document.url)))
    if document.source:
        outlet = at.outlet(document.source)
        properties.append(("dcterms:publisher", node(outlet)))
        yield from about(outlet, [("rdf:type", term("foaf:Agent")), ("foaf:name", text(document.source))])
    yield from about(at.document(document.id), properties)


def _issued(edtf: str) -> Object:
    """The day of publication as xsd:date where it is a single day, else as EDTF."""
    import pyoxigraph as ox

    first, last = bounds(edtf)
    if first == last:
        return typed(first.isoformat(), "xsd:date")
    return ox.Literal(edtf, datatype=ox.NamedNode(EDTF))


def concept_statements(facts: Iterable[Fact]) -> Iterator[Statement]:
    """Labels, in every language, of the kinds, statuses and subjects that the facts use."""
    used: set[tuple[str, str]] = set()
    for fact in facts:
        used.add((f"{fact.type}-kind", fact.kind))
        used.add((f"{fact.type}-status", fact.status))
        used.update((f"{fact.type}-status", claim.status) for claim in fact.claims)
        used.update(("subject", subject) for subject in fact.subjects)
    for vocabulary, code in sorted(used):
        concept = concepts(vocabulary).get(code)
        labels = concept.labels if concept else {"en": code}
        properties: list[tuple[str, Object]] = [
            ("rdf:type", term("skos:Concept")),
            ("skos:inScheme", node(expand(f"cq:{vocabulary}"))),
        ]
        properties += [("skos:prefLabel", text(label, language)) for language, label in labels.items()]
        yield from about(concept_iri(vocabulary, code), properties)
