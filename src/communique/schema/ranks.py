"""Ranks of titles: what the holder of a title speaks for, as `ranks.toml` says it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Rank:
    """One row of `ranks.toml`, which explains each field."""

    name: str
    sits: tuple[str, ...] = ()
    state: bool = False
    sole: bool = False
    heads: bool = False
    leads: bool = False
    local: bool = False
    portfolio: bool = False
    seat: bool = False
    bare: bool = False
    vague: bool = False
    former: bool = False
    ahead: bool = False
    succeeds: bool = False
    post: str = ""
    nests: tuple[str, ...] = ()


@cache
def ranks() -> dict[str, Rank]:
    """Name -> rank; the empty name is the rank of a title that has none.

    >>> ranks()["speaker"].sits, ranks()["monarch"].post, ranks()["minister"].post
    (('parliament',), 'head', 'minister')
    """
    rows: dict[str, dict[str, Any]] = tomllib.loads(
        (files("communique.schema") / "ranks.toml").read_text(encoding="utf-8")
    )
    found = {}
    for name, row in {"": {}, **rows}.items():
        lists = {trait: tuple(value) for trait, value in row.items() if isinstance(value, list)}
        found[name] = Rank(name, **{"post": name, **row, **lists})
    return found
