"""What an HTTP request asks of the endpoint, by the rules of the SPARQL 1.1 Protocol.

A query comes in one of three ways: in the URL of a GET, in a form that is posted, or as the body of a POST.
The dataset may come along (default-graph-uri, named-graph-uri). Anything else is an error with a status of
its own:

    400  no query, two queries, text that is not UTF-8    413  a body that is too long
    403  an update: the graph is read-only                415  a body of another media type

https://www.w3.org/TR/sparql11-protocol/#query-operation
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
MOST_FIELDS = 1000


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """A query with the dataset that the request names; no graphs means the dataset of the store."""

    sparql: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


class ProtocolError(Exception):
    """A request that cannot be answered; `status` is that of the HTTP response."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        super().__init__(message)


def read_request(method: str, url_query: bytes, content_type: str = "", body: bytes = b"") -> QueryRequest:
    """The query of a GET, HEAD or POST request; raises ProtocolError for what is not one.

    `url_query` is what follows the question mark, still encoded.

    >>> read_request("GET", b"query=ASK+%7B%7D&named-graph-uri=http%3A%2F%2Fexample.org%2Fa")
    QueryRequest(sparql='ASK {}', default_graphs=(), named_graphs=('http://example.org/a',))
    >>> read_request("POST", b"", "application/sparql-query", "ASK {}".encode())
    QueryRequest(sparql='ASK {}', default_graphs=(), named_graphs=())
    """
    fields = _fields(url_query)
    if method == "POST":
        fields += _body_fields(content_type, body)
    queries = [value for name, value in fields if name == "query"]
    if any(name == "update" for name, _ in fields):
        status = 403 if method == "POST" else 400
        raise ProtocolError(status, "the graph is read-only: updates are refused")
    if len(queries) != 1:
        raise ProtocolError(400, f"expected one query, got {len(queries)}")
    return QueryRequest(queries[0], _values(fields, "default-graph-uri"), _values(fields, "named-graph-uri"))


def _body_fields(content_type: str, body: bytes) -> list[tuple[str, str]]:
    """The fields that the body of a POST holds; a direct query is the field `query`."""
    media, charset = _media_type(content_type)
    if media == UPDATE:
        raise ProtocolError(403, "the graph is read-only: updates are refused")
    if media not in (FORM, DIRECT):
        raise ProtocolError(415, f"expected {FORM} or {DIRECT}, got {media or 'no media type'}")
    if charset not in ("", "utf-8", "utf8"):
        raise ProtocolError(415, f"expected UTF-8, got {charset}")
    return [("query", _text(body))] if media == DIRECT else _fields(body)


def _media_type(content_type: str) -> tuple[str, str]:
    """Media type and charset of a Content-Type header, in lower case.

    >>> _media_type('Application/SPARQL-query; Charset="UTF-8"')
    ('application/sparql-query', 'utf-8')
    """
    media, *parameters = content_type.lower().split(";")
    named = dict(part.strip().partition("=")[::2] for part in parameters)
    return media.strip(), named.get("charset", "").strip('" ')


def _fields(encoded: bytes) -> list[tuple[str, str]]:
    """The fields of a form, in order; strict, since a character replaced is another question."""
    try:
        return parse_qsl(_text(encoded), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except UnicodeDecodeError:
        raise ProtocolError(400, "not UTF-8") from None
    except ValueError as error:
        raise ProtocolError(400, str(error)) from None


def _text(data: bytes) -> str:
    """The bytes as text."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise ProtocolError(400, "not UTF-8") from None


def _values(fields: list[tuple[str, str]], name: str) -> tuple[str, ...]:
    return tuple(value for key, value in fields if key == name)
