"""Turtle text from prefixed names and strings: what the ontology and the shapes are written with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from communique.schema.namespaces import PREFIXES

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def header(*used: str) -> str:
    """The prefix lines for the given prefixes, sorted.

    >>> header("cq")
    '@prefix cq: <https://w3id.org/communique#> .\\n'
    """
    return "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in sorted(used))


def string(text: str, language: str = "") -> str:
    r"""A string literal, with its language where one is given.

    >>> print(string('a "b"', "en"))
    "a \"b\""@en
    """
    return f'"{text.translate(_ESCAPES)}"' + (f"@{language}" if language else "")


def strings(texts: Mapping[str, str]) -> str:
    """Language -> text as a list of literals, in the order given."""
    return ", ".join(string(text, language) for language, text in texts.items())


def block(subject: str, rows: Iterable[tuple[str, str]]) -> str:
    """Statements about one subject, one property a line; properties without a value are left out.

    >>> print(block("cq:Person", [("a", "owl:Class"), ("rdfs:subClassOf", "")]), end="")
    cq:Person a owl:Class .
    """
    lines = [f"{name} {values}" for name, values in rows if values]
    body = " ;\n    ".join(lines)
    return f"{subject} {body} .\n"
