"""One node for each actor, whatever the documents call it.

Resolution has given each entity of each record the identifier of its actor; here everything that the
documents say of one actor is gathered: the names in every language and script, the Wikidata item, and the
offices held.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from communique import knowledge
from communique.ids import content_hash
from communique.lang.text import fold
from communique.model import Actor, DocumentQuote, Entity, HeldOffice, Name, Office, Record
from communique.schema import concepts


def actor_id(entity: Entity) -> str:
    """The identifier of the actor that `entity` is: as resolved, else a hash of its type and name.

    >>> actor_id(Entity("e1", "state", "Belarus", entity="Q184"))
    'Q184'
    >>> actor_id(Entity("e1", "state", "Belarus")) == actor_id(Entity("e7", "state", "Belarus"))
    True
    """
    return entity.entity or content_hash(entity.type, entity.name)


@dataclass(slots=True)
class _Seen:
    """What the documents read so far say of one actor."""

    types: Counter[str] = field(default_factory=Counter)
    names: Counter[Name] = field(default_factory=Counter)  # full names: number of documents
    forms: set[Name] = field(default_factory=set)  # every wording, descriptions too
    items: Counter[str] = field(default_factory=Counter)
    offices: list[tuple[Record, Office, str]] = field(default_factory=list)  # and the Actor.id of the body


def gather_actors(records: Iterable[Record]) -> tuple[Actor, ...]:
    """All actors of the records, sorted by identifier; the order of the records does not matter."""
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for record in records:
        ids = {entity.id: actor_id(entity) for entity in record.entities}
        for entity in record.entities:
            _note_entity(seen[ids[entity.id]], entity, record.language)
        for office in record.offices:
            seen[ids[office.person]].offices.append((record, office, ids[office.organization]))
    return tuple(_actor(id, seen[id]) for id in sorted(seen))


def _note_entity(seen: _Seen, entity: Entity, language: str) -> None:
    """Adds what one record says of the actor."""
    seen.types[entity.type] += 1
    seen.names[Name(entity.name, language)] += 1
    seen.forms.add(Name(entity.name, language))
    seen.forms.update(Name(" ".join(m.text.split()), language) for m in entity.mentions if _is_name(m.text, entity))
    if entity.wikidata:
        seen.items[entity.wikidata] += 1


def _is_name(form: str, entity: Entity) -> bool:
    """Whether a surface form names its actor: a person's has no other words than the full name ("the president" has).

    >>> raisi = Entity("e1", "person", "Ebrahim Raïssi")
    >>> _is_name("Raïssi", raisi), _is_name("le président Raïssi", raisi)
    (True, False)
    """
    return entity.type != "person" or set(fold(form).split()) <= set(fold(entity.name).split())


def _actor(id: str, seen: _Seen) -> Actor:
    """The node: most frequent type and item, all names and offices in order; a known actor has its known name."""
    entry = knowledge.entries().get(id)
    preferred = Name(entry.label, "en") if entry else preferred_name(seen.names)
    order = list(concepts("entity-type"))
    type_ = min(seen.types, key=lambda t: (-seen.types[t], order.index(t) if t in order else len(order), t))
    item = min(seen.items, key=lambda q: (-seen.items[q], len(q), q), default=None)
    names = tuple(sorted(seen.forms | {preferred}, key=lambda name: (name.language, name.text)))
    return Actor(id, type_, preferred.text, preferred.language, names, item, held_offices(seen.offices))


def preferred_name(names: Counter[Name]) -> Name:
    """The name to show: English where there is one, then of most documents, then the longest.

    >>> preferred_name(Counter({Name("Bélarus", "fr"): 5, Name("Belarus", "en"): 1})).text
    'Belarus'
    """
    return min(names, key=lambda n: (n.language != "en", -names[n], -len(n.text), n.text, n.language))


def held_offices(told: Iterable[tuple[Record, Office, str]]) -> tuple[HeldOffice, ...]:
    """Offices of one person, one for each title (whatever its capitals), language, body and tense."""
    groups: dict[tuple[str, str, str, bool], list[tuple[Record, Office]]] = defaultdict(list)
    for record, office, body in told:
        title = " ".join(office.title.split()).casefold()
        groups[body, record.language, title, office.former].append((record, office))
    return tuple(_held_office(key, groups[key]) for key in sorted(groups))


def _held_office(key: tuple[str, str, str, bool], told: list[tuple[Record, Office]]) -> HeldOffice:
    """One office with every document and quote that gives it, its title as most documents write it."""
    body, language, _, former = key
    titles = Counter(" ".join(office.title.split()) for _, office in told)
    title = min(titles, key=lambda text: (-titles[text], text))
    quotes = {DocumentQuote(record.id, quote) for record, office in told for quote in office.evidence}
    evidence = sorted(quotes, key=lambda q: (q.document, q.quote.start, q.quote.end, q.quote.text))
    documents = tuple(sorted({record.id for record, _ in told}))
    return HeldOffice(title, language, body, former, documents, tuple(evidence))
