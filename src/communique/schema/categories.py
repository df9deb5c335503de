"""Categories of bodies: what a head word wants beside it to name something, as `categories.toml` says it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Category:
    """One row of `categories.toml`, which explains each field."""

    name: str
    speaks_for_state: bool = False
    by_words: bool = False
    proper: bool = False
    by_portfolio: bool = False
    by_city: bool = False
    honours: bool = False
    apart: bool = False
    small: bool = False
    alone: bool = False
    seat: bool = False
    place: bool = False
    of_state: bool = False


@cache
def categories() -> dict[str, Category]:
    """Name -> category.

    >>> categories()["embassy"].seat, categories()["bank"].seat
    (True, False)
    """
    rows = tomllib.loads((files("communique.schema") / "categories.toml").read_text(encoding="utf-8"))
    return {name: Category(name, **row) for name, row in rows.items()}


def categories_that(trait: str) -> frozenset[str]:
    """The names of the categories that have a trait. Raises KeyError where no category could have it.

    >>> sorted(categories_that("speaks_for_state"))
    ['delegation', 'government']
    """
    if trait not in {field.name for field in fields(Category)}:
        raise KeyError(trait)
    return frozenset(name for name, category in categories().items() if getattr(category, trait))
