"""JSON-LD: everything, with one named graph a document and the context inside."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, BinaryIO

from communique.export.rdf import quads
from communique.model import Graph
from communique.schema.context import context, short_names
from communique.schema.namespaces import PREFIXES, expand

if TYPE_CHECKING:
    import pyoxigraph as ox

filename = "graph.jsonld"

_TYPE, _STRING = expand("rdf:type"), expand("xsd:string")


def write(graph: Graph, out: BinaryIO) -> None:
    """The graph, UTF-8, written to `out`: the context, then one thing a line."""
    import pyoxigraph as ox

    out.write(f'{{"@context": {json.dumps(context(), ensure_ascii=False)},\n"@graph": [\n'.encode())
    rows = sorted(quads(graph), key=lambda quad: (quad.graph_name != ox.DefaultGraph(), str(quad.graph_name)))
    out.write(",\n".join(_dump(thing) for thing in _things(rows)).encode())
    out.write(b"\n]}\n")


def _dump(thing: object) -> str:
    return json.dumps(thing, ensure_ascii=False)


def _things(rows: Iterable[ox.Quad]) -> Iterator[dict[str, object]]:
    """The things of the default graph, then each named graph with its things inside."""
    import pyoxigraph as ox

    for name, group in groupby(rows, key=lambda quad: quad.graph_name):
        nodes = (_node(subject, part) for subject, part in groupby(group, key=lambda quad: quad.subject))
        if isinstance(name, ox.DefaultGraph):
            yield from nodes
        else:
            yield {"id": _iri(name), "@graph": list(nodes)}


def _node(subject: Any, rows: Iterable[ox.Quad]) -> dict[str, object]:
    """Everything about one thing; a property with one value has it bare."""
    node: dict[str, object] = {"id": _iri(subject)}
    for predicate, part in groupby(rows, key=lambda quad: quad.predicate):
        name, kind = short_names().get(predicate.value, (_compact(predicate.value), ""))
        if predicate.value == _TYPE:
            name = "type"
        values = [_type(quad.object) if name == "type" else _value(quad.object, kind) for quad in part]
        node[name] = values[0] if len(values) == 1 else values
    return node


def _value(term: Any, kind: str) -> object:
    """One value, as short as the kind of its property allows: `@id`, a datatype, or none."""
    if not hasattr(term, "datatype"):
        return _iri(term) if kind == "@id" else {"id": _iri(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == kind or (not kind and datatype == _STRING):
        return str(term.value)
    return {"@value": term.value, "@type": _compact(datatype)}


def _type(term: Any) -> str:
    """The short name of a class."""
    iri = _iri(term)
    return short_names().get(iri, (_compact(iri), ""))[0]


def _iri(term: Any) -> str:
    """The IRI of a node, as it is."""
    return str(term.value)


@cache
def _compact(iri: str) -> str:
    """The IRI with its prefix, if it has one of the context."""
    found = max(
        (space for name, space in PREFIXES.items() if iri.startswith(space) and name in context()), default=""
    )
    return next((f"{name}:{iri[len(found) :]}" for name, space in PREFIXES.items() if space == found), iri)
