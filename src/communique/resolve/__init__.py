"""One actor, one node: entities of all documents told apart and brought together, across spellings, scripts
and languages.

`resolve(records)` gives every entity its `entity`, the actor's identifier in the graph. Everything else here
serves
it: `names` and `organizations` compare written names, `units`, `blocks` and `cluster` bring them together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.model import Record

__all__ = ["resolve"]


def resolve(records: Iterable[Record]) -> list[Record]:
    """The records with `Entity.entity` set, and `Entity.wikidata` where it is certain; in the order given.

    The identifier is the QID (or the knowledge entry's id) where the actor is known, else a hash of its type
    and the
    smallest of its names; where two actors share that, the smallest document is hashed too. Neither the
    grouping nor the identifiers depend on the
    order of the records.

    >>> from communique.model import Entity, Record
    >>> persian = Record("a", "fa", entities=(Entity("e1", "person", "نورالدین عزیزی"),))
    >>> english = Record("b", "en", entities=(Entity("e1", "person", "Nooruddin Azizi"),))
    >>> one, other = resolve([persian, english])
    >>> one.entities[0].entity == other.entities[0].entity
    True
    """
    from communique.resolve.cluster import cluster
    from communique.resolve.identify import identify, with_identity
    from communique.resolve.units import seeds, units

    kept = list(records)
    actors = cluster([*units(kept), *seeds()])
    return with_identity(kept, identify(actors))
