"""Ranks of titles: what the holder of a title speaks for, as `ranks.toml` says it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rank:
    """One row of `ranks.toml`, which explains each field."""

    name: str
    sits: tuple[str, ...]
    state: bool
    sole: bool
    heads: bool
    leads: bool
    local: bool
    portfolio: bool
    seat: bool
    nests: frozenset[str]


@cache
def ranks() -> dict[str, Rank]:
    """Name -> rank; the empty name is the rank of a title that has none.

    >>> ranks()["speaker"].sits
    ('parliament',)
    """
    rows = tomllib.loads((files("communique.schema") / "ranks.toml").read_text(encoding="utf-8"))
    return {
        name: Rank(
            name,
            tuple(row.get("sits", ())),
            row.get("state", False),
            row.get("sole", False),
            row.get("heads", False),
            row.get("leads", False),
            row.get("local", False),
            row.get("portfolio", False),
            row.get("seat", False),
            frozenset(row.get("nests", ())),
        )
        for name, row in {"": {}, **rows}.items()
    }
