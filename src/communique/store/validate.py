"""Whether a built graph keeps the rules of its vocabulary: its shapes, checked with pySHACL.

All graphs are looked at together. A claim stands in the named graph of its document while its actors are
described in the default graph, so neither could be judged alone; and since no two graphs describe the same
thing, nothing is hidden by that. What the shapes cannot see is checked besides: that the named graphs hold
claims and nothing else.

The N-Quads are read, not the store, which keeps every whole number as xsd:integer, whatever it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import InputError
from communique.schema.namespaces import expand

if TYPE_CHECKING:
    import pyoxigraph

FILE = "graph.nq"  # inside the folder that a build writes
STRAY = "stands in the graph of a document and is no claim"
LOST = "is a claim and stands outside the graph of its document"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A rule that one thing in the graph breaks; `path` and `value` are empty where the rule has none."""

    focus: str  # IRI of the thing
    path: str  # IRI of the property
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class ValidationResult:
    """How many statements were checked, and what is wrong with them, sorted."""

    statements: int
    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        return not self.violations


def validate(out: Path) -> ValidationResult:
    """What breaks the rules in the graph of the built folder `out`.

    Takes a few seconds and 200 MB for 100,000 statements. Raises InputError where `out` holds no graph, or
    one that is not N-Quads.
    """
    quads = _quads(out / FILE)
    violations = {*_shape_violations(quads), *_misplaced(quads)}
    return ValidationResult(len(quads), tuple(sorted(violations)))


def _quads(file: Path) -> list[pyoxigraph.Quad]:
    """The statements of an N-Quads file."""
    import pyoxigraph

    try:
        return list(pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.N_QUADS))
    except (SyntaxError, ValueError) as error:
        raise InputError(str(file), f"not N-Quads ({error})") from error
    except OSError as error:
        remedy = "build a graph first: communique build INPUT -o OUT"
        raise InputError(str(file), f"cannot be read ({error.strerror or error})", remedy) from error


def _shape_violations(quads: list[pyoxigraph.Quad]) -> list[Violation]:
    """What breaks the shapes of the schema."""
    import pyoxigraph
    import pyshacl
    from rdflib import Graph

    from communique.schema.shapes import shapes_graph

    triples = (quad.triple for quad in quads)
    data = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    together = Graph().parse(data=data or b"", format="nt")
    shapes = Graph().parse(data=shapes_graph(), format="turtle")
    _, report, _ = pyshacl.validate(together, shacl_graph=shapes)
    return _violations(report)


def _violations(report: Any) -> list[Violation]:
    """The results of a SHACL report as records."""
    from rdflib.namespace import SH

    def text(result: Any, name: str) -> str:
        value = report.value(result, SH[name])
        return "" if value is None else str(value)

    names = "focusNode", "resultPath", "value", "resultMessage"
    results = report.objects(None, SH.result)
    return [Violation(*(text(result, name) for name in names)) for result in results]


def _misplaced(quads: list[Any]) -> list[Violation]:
    """What stands in the wrong graph: claims among merged facts, or else than claims in a document's."""
    import pyoxigraph

    merged = pyoxigraph.DefaultGraph()
    type_, claim = (pyoxigraph.NamedNode(expand(name)) for name in ("rdf:type", "cq:Claim"))
    claims = {
        (quad.subject, quad.graph_name) for quad in quads if (quad.predicate, quad.object) == (type_, claim)
    }
    told = {(quad.subject, quad.graph_name) for quad in quads if quad.graph_name != merged}
    return [
        *(Violation(thing.value, "", graph.value, STRAY) for thing, graph in told - claims),
        *(Violation(thing.value, "", "", LOST) for thing, graph in claims if graph == merged),
    ]
