"""Turtle and TriG for people to read: the prefixes first, then a block for each thing, in a fixed order.

Written here because a serialiser that keeps its prefixes in a hash table gives other bytes on every run.
What has to be written is little: no blank nodes occur, and a name is shortened only where it needs no
escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyoxigraph as ox

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?", re.ASCII)
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_XSD = "<http://www.w3.org/2001/XMLSchema#"
_BARE = {  # datatype -> what needs neither quotes nor datatype
    f"{_XSD}boolean>": "true|false",
    f"{_XSD}decimal>": r"-?[0-9]+\.[0-9]+",
    f"{_XSD}integer>": "-?[0-9]+",
}


def turtle(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Lines of TriG, each with its line end; Turtle, where all statements are in the default graph.

    The default graph comes first, then each named graph; blocks are sorted by subject, and in each the type
    comes first. `prefixes` are shortened names -> namespaces.
    """
    spaces = sorted(((iri, name) for name, iri in prefixes.items()), key=lambda pair: (-len(pair[0]), pair))
    yield from (f"@prefix {name}: <{prefixes[name]}> .\n" for name in sorted(prefixes))
    for graph, group in groupby(sorted(_sortable(quads)), key=lambda row: row[0]):
        named = graph and _short(graph, spaces)
        yield f"\n{named} {{\n" if named else ""
        for subject, rows in groupby(group, key=lambda row: row[1]):
            yield _block(subject, [(row[3], row[4]) for row in rows], spaces)
        yield "}\n" if named else ""


def _sortable(quads: Iterable[ox.Quad]) -> Iterator[tuple[str, str, bool, str, str]]:
    """Graph ("" is the default one), subject, whether the property is not the type, property, value."""
    for quad in quads:
        graph = str(quad.graph_name)
        predicate = str(quad.predicate)
        name = "" if graph == "DEFAULT" else graph
        yield name, str(quad.subject), predicate != _TYPE, predicate, str(quad.object)


def _block(subject: str, rows: list[tuple[str, str]], spaces: list[tuple[str, str]]) -> str:
    """Everything about one subject: a line for each property, its values with commas."""
    lines = []
    for predicate, values in groupby(rows, key=lambda row: row[0]):
        name = "a" if predicate == _TYPE else _short(predicate, spaces)
        lines.append(f"{name} {', '.join(_short(value, spaces) for _, value in values)}")
    body = " ;\n    ".join(lines)
    return f"\n{_short(subject, spaces)} {body} .\n"


def _short(term: str, spaces: list[tuple[str, str]]) -> str:
    """A term in N-Triples notation with its names shortened; numbers and booleans stand without quotes."""
    if term.startswith("<"):
        iri = term[1:-1]
        for space, name in spaces:
            if iri.startswith(space) and _LOCAL.fullmatch(iri[len(space) :]):
                return f"{name}:{iri[len(space) :]}"
        return term
    value, quotes, datatype = term.rpartition('"^^')
    if not quotes or not datatype.endswith(">"):  # in a plain string, `"^^` may occur as text
        return term
    if re.fullmatch(_BARE.get(datatype, "(?!)"), value[1:]):
        return value[1:]
    return f'{value}"^^{_short(datatype, spaces)}'
