"""Answers as bytes: a table for people, and the standard formats for programs.

CSV, TSV and JSON are the SPARQL 1.1 result formats, as the store writes them. The table is shorter: IRIs
with the prefixes of the graph, literals without type and language. Text that comes out of articles may hold
what a terminal obeys (escape sequences, overrides of the direction of writing); the table shows none of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from communique.store.guard import QueryError
from communique.store.query import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph

    from communique.store.query import Results

FORMATS = ("table", "csv", "tsv", "json")
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
_LOCAL = re.compile(r"[\w./-]+")


def answer_bytes(results: Results, format: str, *, width: int | None = None) -> tuple[bytes, bool]:
    """The answer in one of FORMATS, and whether there is anything in it: a row, a triple, a yes.

    `width` is that of a terminal, None for a file. Triples (of CONSTRUCT and DESCRIBE) have a form as `table`
    (Turtle) and `json` (JSON-LD) only; QueryError for the others.
    """
    import pyoxigraph

    if isinstance(results, pyoxigraph.QueryTriples):
        return _triples(list(results), format)
    if isinstance(results, pyoxigraph.QueryBoolean):
        return _boolean(results, format), bool(results)
    if format != "table":
        return _standard(results, format)
    header = [variable.value for variable in results.variables]
    rows = [[show(term) for term in solution] for solution in results]
    table = _plain(header, rows) if width is None else _framed(header, rows, width)
    return table.encode("utf-8", "replace"), bool(rows)


def _standard(results: pyoxigraph.QuerySolutions, format: str) -> tuple[bytes, bool]:
    """Solutions as the standard has it; a solution adds something to the empty answer, or it is empty."""
    import pyoxigraph

    kind = getattr(pyoxigraph.QueryResultsFormat, format.upper())
    written = results.serialize(format=kind) or b""
    if format == "json":
        return written + b"\n", b'"bindings":[]' not in written[-16:]
    return written, written.count(b"\n") > 1


def _boolean(results: pyoxigraph.QueryBoolean, format: str) -> bytes:
    """Yes or no, on a line of its own."""
    import pyoxigraph

    if format != "json":
        return b"true\n" if results else b"false\n"
    return (results.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b"") + b"\n"


def show(term: Any) -> str:
    """A term as one line of text: an IRI with its prefix, a literal as its value, nothing where unbound.

    >>> import pyoxigraph
    >>> show(pyoxigraph.NamedNode("https://w3id.org/communique#Person"))
    'cq:Person'
    >>> show(pyoxigraph.Literal("two\\nlines", language="en")), show(None)
    ('two lines', '')
    """
    import pyoxigraph

    if term is None:
        return ""
    if isinstance(term, pyoxigraph.NamedNode):
        return _OBEYED.sub(" ", _prefixed(term.value))
    value = term.value if isinstance(term, pyoxigraph.Literal) else str(term)
    return _OBEYED.sub(" ", value)


def _prefixed(iri: str) -> str:
    """The IRI with the longest prefix that fits, or in angle brackets."""
    fits = [(len(base), prefix, base) for prefix, base in PREFIXES.items() if iri.startswith(base)]
    if fits:
        _, prefix, base = max(fits)
        if _LOCAL.fullmatch(iri[len(base) :]):
            return f"{prefix}:{iri[len(base) :]}"
    return f"<{iri}>"


def _triples(triples: list[pyoxigraph.Triple], format: str) -> tuple[bytes, bool]:
    """Triples as Turtle or JSON-LD."""
    import pyoxigraph

    kinds = {"table": pyoxigraph.RdfFormat.TURTLE, "json": pyoxigraph.RdfFormat.JSON_LD}
    if format not in kinds:
        raise QueryError(f"triples have no {format} form: take table (Turtle) or json (JSON-LD)")
    prefixes = PREFIXES if format == "table" else None
    written = pyoxigraph.serialize(triples, format=kinds[format], prefixes=prefixes) or b""
    return written.rstrip(b"\n") + b"\n", bool(triples)


def _plain(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns with two spaces between them, for a file or another program."""
    lines = [header, ["-" * _cells(name) for name in header], *rows]
    widths = [max(_cells(line[column]) for line in lines) for column in range(len(header))]
    padded = ("  ".join(map(_pad, line, widths)).rstrip() for line in lines)
    return "".join(f"{line}\n" for line in padded)


def _framed(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """A table for a terminal that is `width` cells wide; long cells are folded."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for name in header:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console = Console(width=width, force_terminal=False, color_system=None)
    with console.capture() as capture:
        console.print(table)
        console.print(f"{len(rows)} rows", highlight=False)
    return capture.get()


def _pad(cell: str, width: int) -> str:
    """The cell with spaces up to `width` cells of a terminal."""
    return cell + " " * (width - _cells(cell))


def _cells(text: str, wide: Callable[[str], str] = unicodedata.east_asian_width) -> int:
    """How many cells of a terminal the text takes: none for a combining mark, two for a wide character.

    >>> _cells("Chișinău"), _cells("北京"), _cells("می\u200cرود")
    (8, 4, 5)
    """
    unseen = ("Mn", "Me", "Cf")
    return sum(0 if unicodedata.category(char) in unseen else 2 if wide(char) in "WF" else 1 for char in text)
