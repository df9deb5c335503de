"""The identifier of each actor, and its way back into the records."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from communique.ids import content_hash
from communique.knowledge import entries
from communique.model import Record
from communique.resolve.personal import folded
from communique.resolve.units import Member, Unit

QID = re.compile(r"Q[1-9]\d*")


def wikidata(known: str | None) -> str | None:
    """The QID of a knowledge entry or of itself; None where there is none.

    >>> wikidata("Q794"), wikidata("x-no-such"), wikidata(None)
    ('Q794', None, None)
    """
    if known is None or QID.fullmatch(known):
        return known
    entry = entries().get(known)
    return entry.wikidata if entry else None


def identify(actors: Iterable[list[Unit]]) -> dict[Member, tuple[str, str | None]]:
    """Record.id and Entity.id -> the actor's identifier and QID, of every member of every actor."""
    found: dict[Member, tuple[str, str | None]] = {}
    taken: dict[str, list[list[Unit]]] = {}
    for actor in actors:
        if not any(unit.members for unit in actor):
            continue
        known = next((unit.known for unit in actor if unit.known), None)
        if known:
            found.update(_assign(actor, wikidata(known) or known, wikidata(known)))
        else:
            taken.setdefault(_name_hash(actor), []).append(actor)
    for identifier, sharing in taken.items():
        for actor in sharing:
            own = identifier if len(sharing) == 1 else _document_hash(actor)
            found.update(_assign(actor, own, None))
    return found


def _assign(actor: list[Unit], identifier: str, qid: str | None) -> dict[Member, tuple[str, str | None]]:
    return {member: (identifier, qid) for unit in actor for member in unit.members}


def _smallest(actor: list[Unit]) -> str:
    return min(folded(unit.text) for unit in actor)


def _name_hash(actor: list[Unit]) -> str:
    return content_hash(actor[0].type, _smallest(actor))


def _document_hash(actor: list[Unit]) -> str:
    """For actors that share a name: the hash of it with the actor's first document and entity."""
    first = min(member for unit in actor for member in unit.members)
    return content_hash(actor[0].type, _smallest(actor), *first)


def _given(records: Iterable[Record], found: dict[Member, tuple[str, str | None]]) -> dict[str, str]:
    """Identifier of an entry without a QID -> the QID that documents give it, where all agree."""
    given: dict[str, set[str]] = {}
    for record in records:
        for entity in record.entities:
            identifier, qid = found[record.id, entity.id]
            if entity.wikidata and qid is None:
                given.setdefault(identifier, set()).add(entity.wikidata)
    return {identifier: next(iter(qids)) for identifier, qids in given.items() if len(qids) == 1}


def with_identity(records: list[Record], found: dict[Member, tuple[str, str | None]]) -> list[Record]:
    """The records with each entity's actor filled in; a QID that a document gives is kept."""
    given = _given(records, found)
    done = []
    for record in records:
        entities = []
        for entity in record.entities:
            identifier, qid = found[record.id, entity.id]
            qid = qid or given.get(identifier)
            identifier = given.get(identifier, identifier)
            entities.append(replace(entity, entity=identifier, wikidata=entity.wikidata or qid))
        done.append(replace(record, entities=tuple(entities)))
    return done
