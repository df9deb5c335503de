"""What cues make of the status of an event: the tables of `cues.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cues:
    """`statuses`: event type -> cue -> status, the strongest cue first; `keeps`: cue -> statuses it does not change."""

    statuses: dict[str, dict[str, str]]
    keeps: dict[str, frozenset[str]]
    ahead: frozenset[str]
    names: frozenset[str]


@cache
def cues() -> Cues:
    """The tables of cues.

    >>> cues().statuses["meeting"]["postponed"], sorted(cues().keeps["agreed"])
    ('cancelled', ['signed'])
    """
    data = tomllib.loads((files("communique.schema") / "cues.toml").read_text(encoding="utf-8"))
    statuses = {"meeting": data["meeting"], "agreement": data["agreement"]}
    names = frozenset(cue for table in (*statuses.values(), data["plain"]) for cue in table)
    keeps = {cue: frozenset(kept) for cue, kept in data["keeps"].items()}
    return Cues(statuses, keeps, frozenset(data["ahead"]), names)
