"""The questions that come with the graph: one SPARQL file each, with the question in its first line.

    # Who met whom, when and where? (name: only meetings of this actor, by any of its names)
    SELECT ...
    WHERE {
      VALUES ?name { UNDEF }
      ...

A parameter is a line `VALUES ?name { UNDEF }`. As the file stands it asks for everything, on any SPARQL
endpoint; with a value, UNDEF is replaced by that value as a literal that the RDF library writes, so that no
value can be anything but a string.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from communique.store.guard import QueryError

_PARAMETER = re.compile(r"^([ \t]*VALUES[ \t]+\?(\w+)[ \t]*\{[ \t]*)UNDEF([ \t]*\}.*)$", re.MULTILINE)


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


def bind(question: NamedQuery, parameters: dict[str, str]) -> str:
    """The SPARQL text of a question with values for its parameters; those that are not given stay open.

    Raises QueryError for a parameter that the question does not have, or a value that is no text.

    >>> question = NamedQuery("q", "?", 'SELECT ?n {\\n  VALUES ?n { UNDEF }\\n}', ("n",))
    >>> print(bind(question, {"n": '" } DROP'}))
    SELECT ?n {
      VALUES ?n { "\\" } DROP" }
    }
    """
    unknown = sorted(set(parameters) - set(question.parameters))
    if unknown:
        known = ", ".join(question.parameters) or "none"
        raise QueryError(f"query {question.name!r} has no parameter {unknown[0]!r}; its parameters: {known}")
    terms = {name: _term(name, value) for name, value in parameters.items()}
    return _PARAMETER.sub(
        lambda found: f"{found[1]}{terms[found[2]]}{found[3]}" if found[2] in terms else found[0],
        question.sparql,
    )


def _term(name: str, value: str) -> str:
    """The value as a SPARQL literal, written by the RDF library."""
    import pyoxigraph

    try:
        return str(pyoxigraph.Literal(value))
    except ValueError as error:
        raise QueryError(f"parameter {name!r}: not Unicode text") from error


def _read(path: Path) -> NamedQuery:
    """One file as a question: its first line, a comment, says what it asks."""
    sparql = path.read_text(encoding="utf-8")
    question = sparql.split("\n", 1)[0].lstrip("# ").strip()
    return NamedQuery(path.stem, question, sparql, tuple(found[2] for found in _PARAMETER.finditer(sparql)))
