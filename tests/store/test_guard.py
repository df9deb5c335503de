"""No query calls another server: the clause is refused however it is spelled, and only the clause."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.store.guard import QueryError, check_query, explain
from communique.store.query import run_query

CLAUSES = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { sErViCe<URL>{ ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { SERVICEx:{ ?s ?p ?o } }",
    "PREFIX x: <URL> SELECT * { SERVICESILENTx:{ ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { service:{ ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p ?a FILTER(?a<2)SERVICE#>\n<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p ?a FILTER(?a<'>'||1=1)SERVICE<URL>{ ?s ?p ?o }#'\n }",
    "SELECT * { ?s ?p ?a FILTER(?a<1#>'''\n)SERVICE <URL> { ?s ?p ?o } #'''\n }",
    "PREFIX x: <x:> SELECT * { ?s ?p ?o OPTIONAL { ?s x:\\' ?q } SERVICE <URL> { ?s ?p ?o } #'\n }",
    "SELECT * { ?s ?p ?o #\rSERVICE <URL> { ?s ?p ?o }\n }",
    "SELECT * { ?s ?p ?o { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "ASK { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?u) SERVICE ?u { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
]

HARMLESS = [
    "SELECT * { ?s ?p 'SERVICE <http://example.org/> { }' }",
    'SELECT * { ?s ?p """a "SERVICE" <x> { } """ }',
    "SELECT ?service { ?service ?p ?o }",
    "SELECT ?service ?Service { ?service ?p ?Service }",
    "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> SELECT * { ?s a sd:Service }",
    "PREFIX service: <http://example.org/service/> SELECT * { ?s a service:Service }",
    "SELECT * { ?s ?p ?o } # SERVICE <http://example.org/> { }",
    "SELECT * { ?s ?p _:service }",
    "SELECT * { ?s cq:service ?o }",
]


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bool]]]:
    """A server that notes every connection: its address, and the notes."""
    calls: list[bool] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                calls.append(True)
                connection.close()

        threading.Thread(target=listen, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", calls
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("clause", CLAUSES)
def test_clause_is_refused_and_nothing_is_called(clause: str, listener: tuple[str, list[bool]]) -> None:
    url, calls = listener
    store = pyoxigraph.Store()
    store.add(pyoxigraph.Quad(*map(pyoxigraph.NamedNode, ("x:s", "x:p", "x:o"))))
    with pytest.raises(QueryError, match=r"SERVICE|service"):
        list(run_query(store, clause.replace("URL", url)))
    assert not calls


def test_the_store_would_have_called(listener: tuple[str, list[bool]]) -> None:
    """Without the guard the store does call: where this fails, the test above proves nothing."""
    url, calls = listener
    with pytest.raises(OSError):
        list(pyoxigraph.Store().query(CLAUSES[3].replace("URL", url)))
    assert calls


@pytest.mark.parametrize("query", HARMLESS)
def test_word_elsewhere_is_fine(query: str) -> None:
    run_query(pyoxigraph.Store(), query)


@given(st.text(alphabet=st.sampled_from("servicSERVICE <>#'\"\\?:{}()\n\t@.x1"), max_size=24))
def test_no_text_before_the_clause_hides_it(text: str) -> None:
    query = f"SELECT * {{ {text} SERVICE <http://127.0.0.1:1/> {{ ?s ?p ?o }} }}"
    if _parses(query.replace("SERVICE <http://127.0.0.1:1/>", "MINUS")) and _calls(query):
        with pytest.raises(QueryError):
            check_query(query)


def _parses(query: str) -> bool:
    try:
        pyoxigraph.Store().query(query)
    except SyntaxError:
        return False
    return True


def _calls(query: str) -> bool:
    try:
        list(pyoxigraph.Store().query(query))
    except SyntaxError:
        return False
    except OSError:
        return True
    return False


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("INSERT DATA { <x:a> <x:b> 1 }", "read-only"),
        ("PREFIX x: <x:> DELETE WHERE { ?s ?p ?o }", "read-only"),
        ("LOAD <file:///etc/passwd>", "read-only"),
        ("SELECT * { ?s ?p ", "does not parse"),
        ("", "does not parse"),
    ],
)
def test_refusals_say_what_is_wrong(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run_query(pyoxigraph.Store(), query)


def test_explain_does_not_take_a_select_for_an_update() -> None:
    assert "does not parse" in str(explain("SELECT ?x { ?x <x:with> 'INSERT' ", SyntaxError("error at 1:3")))
