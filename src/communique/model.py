"""The records that cross stages: what one article says, and what all of them say together.

An article is read into a `Record`: entities, offices, meetings and agreements, each with the words that prove it.
Records that have been resolved against each other are merged into a `Graph` of actors and facts; a fact keeps every
claim that it was merged from, so no wording and no source is lost.

All are frozen, slotted dataclasses. Spans are half-open, in code points of the article's original text:
`article.text[span.start:span.end] == span.text`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was read: its text untouched, and what is known of it."""

    id: str
    text: str
    language: str = ""  # BCP 47 code; empty until it has been detected
    title: str | None = None
    published: str | None = None  # EDTF
    source: str | None = None  # the outlet, as the input names it
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that prove a fact: usually the sentence, with some text on either side."""

    text: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or place as one article names it."""

    id: str  # within the record: e1, e2, ...
    type: str  # person | state | organization | place
    name: str  # the fullest name, in the article's language
    mentions: tuple[Span, ...] = ()  # every occurrence, in the order of the text
    wikidata: str | None = None
    entity: str | None = None  # the actor in the graph, once documents are resolved against each other


@dataclass(frozen=True, slots=True)
class Office:
    """A person holds a title at a body or state."""

    person: str  # an Entity.id of the record
    title: str
    organization: str  # an Entity.id of the record
    former: bool = False
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A concrete encounter, held, planned or cancelled."""

    id: str  # within the record: m1, m2, ...
    kind: str  # a code of the vocabulary meeting-kind
    status: str  # a code of the vocabulary meeting-status
    participants: tuple[str, ...]  # Entity.ids
    place: str | None = None  # an Entity.id
    date: str | None = None  # EDTF
    reported_by: tuple[str, ...] = ()  # Entity.ids
    evidence: tuple[Quote, ...] = ()
    confidence: float = 1.0  # 0 to 1
    why: tuple[str, ...] = ()  # the rows and rules that put it here, as sentences


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument or commitment: signed, agreed, negotiated, proposed, alleged or ended."""

    id: str  # within the record: g1, g2, ...
    kind: str  # a code of the vocabulary agreement-kind
    status: str  # a code of the vocabulary agreement-status
    parties: tuple[str, ...]  # Entity.ids
    signatories: tuple[str, ...] = ()  # Entity.ids of persons
    subjects: tuple[str, ...] = ()  # codes of the vocabulary subject
    count: int | None = None
    place: str | None = None  # an Entity.id
    date: str | None = None  # EDTF
    reported_by: tuple[str, ...] = ()  # Entity.ids
    evidence: tuple[Quote, ...] = ()
    confidence: float = 1.0  # 0 to 1
    why: tuple[str, ...] = ()  # the rows and rules that put it here, as sentences


@dataclass(frozen=True, slots=True)
class Record:
    """What a careful analyst would write down after reading one article."""

    id: str
    language: str
    published: str | None = None  # EDTF
    title: str | None = None
    source: str | None = None
    url: str | None = None
    entities: tuple[Entity, ...] = ()
    offices: tuple[Office, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()


# --- the graph -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an actor in one language."""

    text: str
    language: str  # BCP 47


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """A membership as the graph knows it: title and body, and the documents that say so."""

    title: str
    language: str
    organization: str  # Actor.id
    former: bool
    documents: tuple[str, ...]  # Document.ids
    evidence: tuple[DocumentQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentQuote:
    """A quote with the document it stands in."""

    document: str  # Document.id
    quote: Quote


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organisation or place, one node over all documents, languages and scripts."""

    id: str  # the last part of its IRI: a QID or a content hash
    type: str
    name: str  # preferred name (English where known, else of the most frequent form)
    language: str  # of `name`
    names: tuple[Name, ...]  # every name and description seen, sorted
    wikidata: str | None = None
    offices: tuple[HeldOffice, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact as one document makes it, in graph identifiers."""

    document: str  # Document.id
    local: str  # Meeting.id or Agreement.id in the record
    kind: str
    status: str
    participants: tuple[str, ...]  # Actor.ids; empty for an agreement
    parties: tuple[str, ...]  # Actor.ids; empty for a meeting
    signatories: tuple[str, ...]  # Actor.ids
    subjects: tuple[str, ...]
    count: int | None
    place: str | None  # Actor.id
    date: str | None  # EDTF
    reported_by: tuple[str, ...]  # Actor.ids
    evidence: tuple[Quote, ...]
    confidence: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A meeting or agreement, merged from the claims of one or more documents."""

    id: str  # content hash; the last part of its IRI
    type: str  # meeting | agreement
    kind: str
    status: str
    participants: tuple[str, ...]
    parties: tuple[str, ...]
    signatories: tuple[str, ...]
    subjects: tuple[str, ...]
    count: int | None
    place: str | None
    date: str | None
    reported_by: tuple[str, ...]
    confidence: float
    disputed: bool  # documents differ on kind, status, place, date or count
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A source document in the graph."""

    id: str  # Record.id
    language: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything that a set of records says, sorted by identifier."""

    actors: tuple[Actor, ...]
    facts: tuple[Fact, ...]
    documents: tuple[Document, ...]
