r"""What a query may not do: ask another server.

`SERVICE <http://10.0.0.1/>` in a query makes the store call that address, from the machine that holds the
graph. An endpoint that lets strangers do so is a way into the network behind it, so the clause is refused.
A search for the word does not find it: it may stand in a string, an IRI, a comment, a name, and the parser
needs no space around it (`SERVICEx:{}` is a clause), while `?a<1)SERVICE#>` reads as an IRI or as a
comparison, depending on what comes before. So the question is put to the parser itself. Every occurrence of
the word is respelled, letter by letter, with letters that spell no keyword; names, strings and IRIs survive
that, the keyword does not. A respelled query that still parses had no SERVICE clause.

Nothing of the graph is touched: the respelled query meets an empty store.
"""

from __future__ import annotations

import re

from communique.errors import CommuniqueError

_WORD = re.compile("service", re.IGNORECASE | re.ASCII)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_RESPELL = str.maketrans("servicSERVIC", "qzkwxjQZKWXJ")
_UPDATE = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE)
_READ = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)


class QueryError(CommuniqueError):
    """A query that is refused or does not parse; its message says which and where."""


def check_query(sparql: str, *, prefixes: dict[str, str] | None = None) -> None:
    """Nothing, where the query has no SERVICE clause; raises QueryError where it has or may have one.

    `prefixes` are those that the query may use without declaring them.

    >>> check_query('SELECT ?s { ?s ?p "SERVICE <http://example.org/> {}" }')
    >>> check_query("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    communique.store.guard.QueryError: SERVICE is refused: a query may not call another server
    """
    if len(_WORD.findall(_unescaped(sparql))) > len(_WORD.findall(sparql)):
        raise QueryError('a query may not spell the word "service" with \\u escapes')
    if not _WORD.search(sparql):
        return
    import pyoxigraph

    try:
        pyoxigraph.Store().query(_respelled(sparql), base_iri="x:", prefixes=prefixes)
    except SyntaxError as error:
        raise QueryError(_verdict(sparql, str(error))) from None


def explain(sparql: str, error: SyntaxError) -> QueryError:
    """The error to show for a query that does not parse; an update is told apart from a slip of the pen."""
    start = _UPDATE.search(sparql)
    if start and not _READ.search(sparql, 0, start.start()):
        return QueryError("the graph is read-only: updates are refused")
    return QueryError(f"the query does not parse: {_short(str(error))}")


def _short(error: str) -> str:
    """The parser's message without its catalogue of the characters that it would have taken.

    >>> _short("error at 1:3: expected one of OPTIONAL, ['%'], ['A' ..= 'Z']")
    'error at line 1, column 3'
    >>> _short("error at 2:9: expected OPTIONAL")
    'error at line 2, column 9: expected OPTIONAL'
    """
    message = re.sub(r"\b(\d+):(\d+)", r"line \1, column \2", error, count=1)
    return message.split(": expected one of")[0]


def _verdict(sparql: str, error: str) -> str:
    """One sentence on a query whose respelled form does not parse: a clause, or another mistake."""
    place = re.search(r"(\d+):(\d+)", error)
    if place and _near_word(sparql, int(place[1]), int(place[2])):
        return "SERVICE is refused: a query may not call another server"
    return f"the query does not parse ({_short(error)}), or has a SERVICE clause, which is refused"


def _near_word(sparql: str, line: int, column: int) -> bool:
    """Whether the word stands shortly before the place of an error: it decides the message, nothing else."""
    lines = sparql.split("\n")
    text = lines[line - 1] if line <= len(lines) else ""
    return any(found.start() < column <= found.end() + 16 for found in _WORD.finditer(text))


def _respelled(sparql: str) -> str:
    """The query with other letters in each occurrence of the word; two names that differ go on to differ."""
    return _WORD.sub(lambda found: found[0].translate(_RESPELL), sparql)


def _unescaped(sparql: str) -> str:
    """The query with its code point escapes resolved, as the standard lets a parser do before it reads."""
    return _ESCAPE.sub(lambda found: chr(min(int(found[1] or found[2], 16), 0x10FFFF)), sparql)
