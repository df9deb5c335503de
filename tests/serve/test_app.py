"""The server over HTTP: the page and its policy, the endpoint with its forms, refusals and limits."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import pyoxigraph
import pytest

from communique.serve.clerk import Limits

FORM = {"content-type": "application/x-www-form-urlencoded"}
DIRECT = {"content-type": "application/sparql-query"}
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
MEETINGS = "SELECT ?meeting { ?meeting a cq:Meeting } ORDER BY ?meeting"


def _get(server: Any, query: str, **headers: str) -> Any:
    return server.request("GET", "/sparql?" + urlencode({"query": query}), None, headers)


def test_page_runs_its_own_script_and_nothing_else(server: Any) -> None:
    reply = server.request("GET", "/")
    assert (reply.status, reply.media) == (200, "text/html")
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in reply.headers


def test_page_that_was_not_built(serving: Callable[..., Any], tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert server.request("GET", "/").status == 404
        assert _get(server, "ASK {}").status == 503


@pytest.mark.parametrize("path", ["/report.json", "/store/CURRENT", "/../graph.nq", "/%2e%2e/graph.nq", "//"])
def test_nothing_else_is_served(path: str, server: Any) -> None:
    assert server.request("GET", path).status == 404


def test_get_form_and_direct_agree(server: Any) -> None:
    got = _get(server, MEETINGS)
    form = server.request("POST", "/sparql", urlencode({"query": MEETINGS}).encode(), FORM)
    direct = server.request("POST", "/sparql", MEETINGS.encode(), DIRECT)
    assert got.status == 200
    assert got.body == form.body == direct.body
    assert len(json.loads(got.body)["results"]["bindings"]) == 3


def test_plus_percent_and_persian_arrive_as_sent(server: Any) -> None:
    text = "100% a+b & می‌رود"
    reply = server.request(
        "POST", "/sparql", urlencode({"query": f"SELECT ('{text}' AS ?t) {{}}"}).encode(), FORM
    )
    assert json.loads(reply.body)["results"]["bindings"][0]["t"]["value"] == text


def test_head_has_no_body(server: Any) -> None:
    for path in ("/", "/sparql", "/sparql?query=ASK%7B%7D"):
        reply = server.request("HEAD", path)
        assert (reply.status, reply.body) == (200, b"")


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values;q=0.9, text/csv;q=0.1", "text/tab-separated-values"),
        ("text/html, */*;q=0.1", "application/sparql-results+json"),
    ],
)
def test_forms_of_solutions(accept: str, media: str, server: Any) -> None:
    for query in (MEETINGS, "ASK {}"):
        reply = _get(server, query, accept=accept) if accept else _get(server, query)
        assert (reply.status, reply.media) == (200, media)
        assert reply.headers["vary"] == "Accept"
        if media.endswith("xml"):
            ElementTree.fromstring(reply.body)


@pytest.mark.parametrize(
    ("accept", "format"),
    [
        ("text/turtle", pyoxigraph.RdfFormat.TURTLE),
        ("application/n-triples", pyoxigraph.RdfFormat.N_TRIPLES),
        ("application/ld+json", pyoxigraph.RdfFormat.JSON_LD),
        ("application/rdf+xml", pyoxigraph.RdfFormat.RDF_XML),
    ],
)
def test_forms_of_triples_hold_the_same(accept: str, format: pyoxigraph.RdfFormat, server: Any) -> None:
    for query in ("CONSTRUCT WHERE { ?s a cq:Meeting }", "DESCRIBE <actor/Q184>"):
        reply = _get(server, query, accept=accept)
        assert (reply.status, reply.media) == (200, accept)
        plain = _get(server, query, accept="application/n-triples").body
        expected = set(pyoxigraph.parse(plain, pyoxigraph.RdfFormat.N_TRIPLES))
        assert set(pyoxigraph.parse(reply.body, format)) == expected
        assert len(expected) >= 3


@pytest.mark.parametrize("query", [MEETINGS, "CONSTRUCT WHERE { ?s ?p ?o }", "ASK {}"])
def test_no_form_that_the_client_takes(query: str, server: Any) -> None:
    assert _get(server, query, accept="image/png").status == 406


def test_description_of_the_service(server: Any) -> None:
    reply = server.request("GET", "/sparql", None, {"accept": "application/n-triples"})
    triples = list(pyoxigraph.parse(reply.body, pyoxigraph.RdfFormat.N_TRIPLES))
    endpoints = {str(t.object) for t in triples if str(t.predicate).endswith("#endpoint>")}
    assert endpoints == {f"<http://127.0.0.1:{server.port}/sparql>"}
    assert server.request("GET", "/sparql", None, {"accept": "text/csv"}).status == 406


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods(method: str, server: Any) -> None:
    reply = server.request(method, "/sparql?query=ASK%7B%7D")
    assert reply.status == 405
    assert set(reply.headers["allow"].replace(" ", "").split(",")) == {"GET", "HEAD", "POST"}


def test_dataset_of_the_request(server: Any) -> None:
    document = "https://w3id.org/communique/data/document/fr-1"
    query = {"query": "SELECT * { ?claim a cq:Claim }", "default-graph-uri": document}
    for reply in (
        server.request("GET", "/sparql?" + urlencode(query)),
        server.request("POST", "/sparql", urlencode(query).encode(), FORM),
    ):
        assert len(json.loads(reply.body)["results"]["bindings"]) == 1
    assert server.request("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=x").status == 400


def test_updates_are_refused_and_change_nothing(server: Any, built: Path) -> None:
    before = sorted(file.name for file in (built / "store").glob("*.sst"))
    update = b"DROP ALL"
    kind = {"content-type": "application/sparql-update"}
    assert server.request("POST", "/sparql", update, kind).status == 403
    assert server.request("POST", "/sparql", b"update=DROP+ALL", FORM).status == 403
    assert server.request("GET", "/sparql?update=DROP+ALL").status == 400
    assert server.request("POST", "/sparql", update, DIRECT).status == 400
    assert sorted(file.name for file in (built / "store").glob("*.sst")) == before
    assert json.loads(_get(server, MEETINGS).body)["results"]["bindings"]


def test_service_is_refused(server: Any) -> None:
    reply = _get(server, "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }")
    assert reply.status == 400 and b"SERVICE" in reply.body


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "10.0.0.1", "@localhost", ""],
)
def test_other_host_names_are_not_answered(host: str, server: Any) -> None:
    for path in ("/", "/sparql?query=ASK%7B%7D"):
        assert server.request("GET", path, None, {"host": host}).status == 400


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:1", "LOCALHOST:8000"])
def test_names_of_this_machine_are_answered(host: str, server: Any) -> None:
    assert server.request("GET", "/", None, {"host": host}).status == 200


def test_query_that_is_too_long(server: Any) -> None:
    assert server.request("POST", "/sparql", b"ASK {} #" + b"x" * 1024 * 1024, DIRECT).status == 413


def test_endless_query_is_stopped_and_others_go_on(serving: Callable[..., Any], built: Path) -> None:
    with serving(built, Limits(seconds=2)) as server:
        assert _get(server, "ASK {}").status == 200
        replies: list[Any] = []
        slow = threading.Thread(target=lambda: replies.append(_get(server, ENDLESS)))
        began = time.monotonic()
        slow.start()
        assert _get(server, MEETINGS).status == 200
        assert slow.is_alive(), "the endless query has ended by itself"
        slow.join()
        assert time.monotonic() - began < 20
        assert replies[0].status == 503 and b"longer than 2 seconds" in replies[0].body
        assert _get(server, MEETINGS).status == 200


def test_answer_that_is_too_long(serving: Callable[..., Any], built: Path) -> None:
    with serving(built, Limits(result_bytes=10_000)) as server:
        reply = _get(server, "SELECT * { ?s ?p ?o . ?x ?y ?z }")
        assert reply.status == 400 and b"LIMIT" in reply.body
        assert _get(server, "CONSTRUCT { ?s ?p ?z } { ?s ?p ?o . ?x ?y ?z }").status == 400
        assert _get(server, MEETINGS).status == 200
