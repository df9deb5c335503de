"""What is compared across documents: each distinct name once, with the documents it stands in and what they
know of it.

An archive mentions "Vladimir Putin" a hundred thousand times; it is one unit here. A name that says too
little to be
one person's by itself ("Kim", "Mohammed Hassan", "the Senate") makes a unit for each document, and those are
joined only where
the documents speak of the same states.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from communique.knowledge import entries
from communique.model import Entity, Record
from communique.resolve.bodies import BodyName, body_name
from communique.resolve.known import NONE, meanings, state_forms
from communique.resolve.personal import PersonalName, folded, personal_name

Member = tuple[str, str]  # Record.id, Entity.id
TELLING = 1.4  # the rarity that a person's words must add up to, to be one person's by themselves


@dataclass(frozen=True, slots=True)
class Unit:
    """One name of one type: written form, language, what it is known as, and where it stands."""

    type: str
    text: str
    language: str
    known: str | None  # id of a knowledge entry, or a QID that a document gives
    weak: bool  # says too little by itself
    acronyms: tuple[str, ...]  # other names of the same actor in the same document, shorter than a word
    members: tuple[Member, ...]
    states: frozenset[
        str
    ]  # ids of the states that the person or body is tied to, else that its documents speak of

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What sorts units, whatever the order of the records."""
        return (
            self.type,
            folded(self.text),
            self.known or "",
            self.members[0][0] if self.weak and self.members else "",
        )


def known_as(entity: Entity, language: str) -> str | None:
    """The id that an entity is certainly known by: its QID, else the one knowledge entry that its name means.

    An entry whose QID the package does not know goes before the QID of a document, which is then its QID.
    """
    ids = meanings(entity.name, language, entity.type)
    if not ids and entity.type == "state":
        ids = _state(entity.name, language)
    only = next(iter(ids)) if len(ids) == 1 else None
    if entity.wikidata and (only is None or entries()[only].wikidata):
        return entity.wikidata
    return only


def _state(name: str, language: str) -> frozenset[str]:
    """The states that a name may mean: by a demonym, by its capital, or as the only state in a longer
    name."""
    ids = state_forms(language).get(folded(name), NONE)
    capitals = {
        entries()[i].of for i in meanings(name, language, "place") if entries()[i].category == "capital"
    }
    longer = body_name(name, language)
    return ids or frozenset(of for of in capitals if of) or (NONE if longer.words else longer.states)


def is_weak(entity: Entity, language: str) -> bool:
    """Whether a name may well be several actors': a single word of a person's name, common words, a body of
    no state.

    >>> is_weak(Entity("e1", "person", "Kim"), "en"), is_weak(Entity("e1", "person", "Ebrahim Raisi"), "en")
    (True, False)
    >>> senate, company = (Entity("e1", "organization", name) for name in ("Senatul", "Rosatom"))
    >>> is_weak(senate, "ro"), is_weak(company, "ro")
    (True, False)
    """
    if entity.type == "person":
        return weak_person(personal_name(entity.name, language))
    if entity.type == "organization":
        return weak_body(body_name(entity.name, language))
    return False


def weak_person(name: PersonalName) -> bool:
    """Whether a person's name has a single full word, or common words only."""
    full = [part.weight for part in name.parts if not part.initial]
    return len(full) < 2 or sum(full) < TELLING


def weak_body(name: BodyName) -> bool:
    """Whether a body's name has no word of its own and says not whose it is."""
    return not (name.words or name.states or name.acronym or name.ids or len(name.concepts) > 3)


def _tied(record: Record, ids: dict[str, str]) -> dict[str, frozenset[str]]:
    """Entity.id -> ids of the states whose offices it holds or that its offices are shared with."""
    found: dict[str, set[str]] = {}
    for office in record.offices:
        if office.organization in ids:
            found.setdefault(office.person, set()).add(ids[office.organization])
    for office in record.offices:
        if office.organization not in ids and office.person in found:
            found.setdefault(office.organization, set()).update(found[office.person])
    return {entity: frozenset(states) for entity, states in found.items()}


def _sightings(record: Record) -> Iterator[tuple[tuple[str, str, str, str], Entity, frozenset[str]]]:
    """Each entity of a record with the key of its unit and the states around it."""
    known = {entity.id: known_as(entity, record.language) for entity in record.entities}
    states = {e.id: found for e in record.entities if e.type == "state" and (found := known[e.id])}
    tied = _tied(record, states)
    everywhere = frozenset(states.values())
    for entity in record.entities:
        identity = known[entity.id] or ""
        apart = record.id if not identity and is_weak(entity, record.language) else ""
        yield (entity.type, folded(entity.name), identity, apart), entity, tied.get(entity.id, everywhere)


def units(records: Iterable[Record]) -> list[Unit]:
    """The units of some records, sorted; the same whatever the order of the records."""
    found: dict[
        tuple[str, str, str, str], list[tuple[str, str, Member, frozenset[str], tuple[str, ...]]]
    ] = {}
    for record in records:
        for key, entity, states in _sightings(record):
            row = (
                record.language,
                entity.name,
                (record.id, entity.id),
                states,
                _acronyms(entity, record.language),
            )
            found.setdefault(key, []).append(row)
    return [_unit(key, found[key]) for key in sorted(found)]


def _acronyms(entity: Entity, language: str) -> tuple[str, ...]:
    """Mentions of a body that are acronyms: "OMS" beside "Organisation mondiale de la santé"."""
    if entity.type != "organization":
        return ()
    forms = {span.text for span in entity.mentions if len(span.text) <= 8 and span.text != entity.name}
    return tuple(sorted(form for form in forms if body_name(form, language).acronym))


def _unit(
    key: tuple[str, str, str, str], rows: list[tuple[str, str, Member, frozenset[str], tuple[str, ...]]]
) -> Unit:
    language, text = min((row[0], row[1]) for row in rows)
    return Unit(
        type=key[0],
        text=text,
        language=language,
        known=key[2] or None,
        weak=bool(key[3]),
        acronyms=tuple(sorted({form for row in rows for form in row[4]})),
        members=tuple(sorted(row[2] for row in rows)),
        states=frozenset(state for row in rows for state in row[3]),
    )


@cache
def seeds() -> tuple[Unit, ...]:
    """The people and bodies that the package knows, as units without members, for names that differ from all
    it lists."""
    from communique.knowledge import names
    from communique.resolve.known import languages

    found = {}
    known = entries()
    for language in languages():
        for row in names(language):
            entry = known[row.id]
            if entry.type in ("person", "organization") and row.kind in ("name", "official"):
                of = frozenset((entry.of,)) if entry.of else frozenset()
                unit = Unit(entry.type, row.form, language, row.id, False, (), (), of)
                found[entry.type, folded(row.form), row.id] = unit
    return tuple(found[key] for key in sorted(found) if not _says_little(found[key]))


def _says_little(unit: Unit) -> bool:
    return is_weak(Entity("", unit.type, unit.text), unit.language)
