"""Small makers of RDF terms: names, literals and the statements about one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from communique.edtf import bounds, valid
from communique.schema.namespaces import EDTF, expand

if TYPE_CHECKING:
    import pyoxigraph as ox

    Object = ox.NamedNode | ox.Literal
    Statement = tuple[ox.NamedNode, ox.NamedNode, Object]

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)


@cache
def term(name: str) -> ox.NamedNode:
    """The node of a prefixed name such as `cq:party`."""
    import pyoxigraph as ox

    return ox.NamedNode(expand(name))


@lru_cache(maxsize=1 << 16)
def node(iri: str) -> ox.NamedNode:
    """The node of an IRI that `Addresses` has made."""
    import pyoxigraph as ox

    return ox.NamedNode(iri)


def text(value: str, language: str = "") -> ox.Literal:
    """A string, with its language where that is a language tag. Lone surrogates become question marks."""
    import pyoxigraph as ox

    clean = value.encode("utf-8", "replace").decode("utf-8")
    if not _LANGUAGE.fullmatch(language):
        return ox.Literal(clean)
    try:
        return ox.Literal(clean, language=language.lower())
    except ValueError:  # well-formed by the letter, not by BCP 47
        return ox.Literal(clean)


def typed(value: str, datatype: str) -> ox.Literal:
    """A literal of a datatype, given by its prefixed name."""
    import pyoxigraph as ox

    return ox.Literal(value, datatype=term(datatype))


def number(value: float) -> ox.Literal:
    """A decimal in plain notation.

    >>> number(0.85).value, number(1e-7).value
    ('0.85', '0.0000001')
    """
    return typed(f"{Decimal(repr(value)):f}", "xsd:decimal")


def dates(edtf: str | None) -> Iterator[tuple[str, ox.Literal]]:
    """Property and value for a date: as it was given, and its first and last day for sorting and filtering.

    >>> [(name, value.value) for name, value in dates("2023-02")]
    [('cq:date', '2023-02'), ('cq:earliest', '2023-02-01'), ('cq:latest', '2023-02-28')]
    """
    import pyoxigraph as ox

    if edtf is None or not valid(edtf):
        return
    yield "cq:date", ox.Literal(edtf, datatype=ox.NamedNode(EDTF))
    first, last = bounds(edtf)
    if first != date.min:
        yield "cq:earliest", typed(first.isoformat(), "xsd:date")
    if last != date.max:
        yield "cq:latest", typed(last.isoformat(), "xsd:date")


def about(subject: str, properties: Iterable[tuple[str, Object]]) -> Iterator[Statement]:
    """Statements about one thing, given by its IRI, from pairs of prefixed property and value."""
    thing = node(subject)
    for name, value in properties:
        yield thing, term(name), value
