"""The questions that come with the graph: one SPARQL file each, with the question in its first line.

    # Who met whom, when and where? (actor: only the meetings of this one)
    SELECT ...
    WHERE {
      VALUES ?actor { UNDEF }
      ...

A parameter is a line `VALUES ?actor { UNDEF }`, or several of them. As the file stands it asks for
everything, on any SPARQL endpoint. With a value, UNDEF becomes the IRIs of what has that name in the graph.
So a name in any language and script will do, no value can be anything but a name, and the store starts from
the few things that are meant: comparing names inside the query took it seventy times as long on a graph of
half a million statements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.schema import namespaces
from communique.store.guard import QueryError

if TYPE_CHECKING:
    import pyoxigraph

_PARAMETER = re.compile(r"^([ \t]*VALUES[ \t]+\?(\w+)[ \t]*\{[ \t]*)UNDEF([ \t]*\}.*)$", re.MULTILINE)

_CALLED = """
SELECT ?name ?thing {
  {
    VALUES ?naming { skos:prefLabel skos:altLabel foaf:name dcterms:identifier }
    ?thing ?naming ?label .
    FILTER(LCASE(STR(?label)) = LCASE(?name))
  } UNION {
    ?thing owl:sameAs ?item .
    FILTER(STRAFTER(STR(?item), "/entity/") = UCASE(?name))
  } UNION {
    ?thing skos:inScheme ?scheme .
    FILTER(STRAFTER(STRAFTER(STR(?thing), "#"), "/") = LCASE(?name))
  }
}"""


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with its SPARQL text and the names of its parameters, in the order of the text."""

    name: str
    question: str
    sparql: str
    parameters: tuple[str, ...]


def query_folder() -> Path:
    """The folder of the questions: beside this module when installed, `graph/queries` in a checkout."""
    here = Path(__file__).parent
    packed = here / "queries"
    return packed if packed.is_dir() else here.parents[2] / "graph" / "queries"


def named_queries(folder: Path | None = None) -> tuple[NamedQuery, ...]:
    """All questions, sorted by name; `folder` stands in for the one that comes with the package."""
    return tuple(_read(path) for path in sorted((folder or query_folder()).glob("*.rq")))


def named_query(name: str, *, folder: Path | None = None) -> NamedQuery:
    """The question of that name. Raises QueryError, with the names that there are, where there is none."""
    questions = {question.name: question for question in named_queries(folder)}
    if name not in questions:
        raise QueryError(f"no named query {name!r}; there are: {', '.join(questions)}")
    return questions[name]


def bind(store: pyoxigraph.Store, question: NamedQuery, parameters: dict[str, str]) -> str:
    """The SPARQL text of a question with values for its parameters; those that are not given stay open.

    Raises QueryError for a parameter that the question does not have, or a value that is no text.
    """
    unknown = sorted(set(parameters) - set(question.parameters))
    if unknown:
        known = ", ".join(question.parameters) or "none"
        raise QueryError(f"query {question.name!r} has no parameter {unknown[0]!r}; its parameters: {known}")
    terms = {name: " ".join(called(store, value)) for name, value in parameters.items()}
    return _PARAMETER.sub(
        lambda found: f"{found[1]}{terms[found[2]]}{found[3]}" if found[2] in terms else found[0],
        question.sparql,
    )


def called(store: pyoxigraph.Store, name: str) -> list[str]:
    """What has that name, as IRIs in angle brackets, sorted: actors, documents, outlets, concepts.

    A name is any label, in any language; an identifier of a document; an item of Wikidata (Q184); or a code
    of a concept. Capital letters count for nothing. Raises QueryError for what is no text.
    """
    import pyoxigraph

    try:
        values: dict[Any, Any] = {pyoxigraph.Variable("name"): pyoxigraph.Literal(name)}
    except ValueError as error:
        raise QueryError(f"the name {name!r} is not Unicode text") from error
    rows: Any = store.query(_CALLED, prefixes=namespaces.PREFIXES, substitutions=values)
    return sorted({str(row["thing"]) for row in rows})


def _read(path: Path) -> NamedQuery:
    """One file as a question: its first line, a comment, says what it asks."""
    sparql = path.read_text(encoding="utf-8")
    question = sparql.split("\n", 1)[0].lstrip("# ").strip()
    parameters = dict.fromkeys(found[2] for found in _PARAMETER.finditer(sparql))
    return NamedQuery(path.stem, question, sparql, tuple(parameters))
