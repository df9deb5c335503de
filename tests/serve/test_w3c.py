"""The query cases of the W3C test suite for the SPARQL 1.1 Protocol, against a real server.

The suite lies beside the repository, in `../shared/w3c`; where it does not, these tests are skipped. Cases
that update the store are not ours: the endpoint refuses every update, and so must answer those with a 4xx
status.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS

from communique.store.load import FOLDER, load_store

SUITE = Path(__file__).parents[3] / "shared" / "w3c" / "sparql11" / "protocol"
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
RESULTS = {"application/sparql-results+json", "application/sparql-results+xml"}
FORMATS = {
    "boolean": RESULTS,
    "tabular": RESULTS | {"text/csv", "text/tab-separated-values"},
    "RDF": {"text/turtle", "application/n-triples", "application/rdf+xml"},
}

manifest = rdflib.Graph()
if SUITE.is_dir():
    manifest.parse(SUITE / "manifest.ttl")
CASES = sorted(manifest.subjects(RDF.type, MF.ProtocolTest))
QUERY_CASES = [case for case in CASES if "update" not in str(case)]
UPDATE_CASES = [case for case in CASES if "update" in str(case)]

pytestmark = pytest.mark.skipif(not SUITE.is_dir(), reason="the W3C suite is not beside the repository")


def _requests(case: rdflib.term.Node) -> list[rdflib.term.Node]:
    requests = manifest.value(manifest.value(case, MF.action), HT.requests)
    assert requests is not None
    return list(Collection(manifest, requests))


def _send(server: Any, request: rdflib.term.Node) -> Any:
    path = str(manifest.value(request, HT.absolutePath)).replace("/sparql/", "/sparql")
    body = manifest.value(request, HT.body)
    sent = None
    if body is not None:
        encoding = str(manifest.value(body, CNT.characterEncoding))
        sent = str(manifest.value(body, CNT.chars)).encode(encoding)
    fields = manifest.value(request, HT.headers)
    headers = {
        str(manifest.value(field, HT.fieldName)): str(manifest.value(field, HT.fieldValue))
        for field in (Collection(manifest, fields) if fields is not None else ())
    }
    return server.request(str(manifest.value(request, HT.methodName)), path, sent, headers)


@pytest.fixture(scope="module")
def w3c(tmp_path_factory: pytest.TempPathFactory, serving: Callable[..., Any]) -> Iterator[Any]:
    """A server with all graphs that any case wants loaded."""
    out = tmp_path_factory.mktemp("w3c")
    lines = set()
    for data in manifest.objects(None, UT.graphData):
        name, file = manifest.value(data, RDFS.label), manifest.value(data, UT.graph)
        triples = Path(str(file).removeprefix("file://")).read_text(encoding="utf-8")
        lines.update(f"{line.rstrip(' .')} <{name}> ." for line in triples.splitlines() if line)
    (out / "graph.nq").write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    load_store(out / "graph.nq", out / FOLDER)
    context: AbstractContextManager[Any] = serving(out)
    with context as server:
        yield server


@pytest.mark.parametrize("case", QUERY_CASES, ids=lambda case: str(case).partition("#")[2])
def test_query(case: rdflib.term.Node, w3c: Any) -> None:
    for request in _requests(case):
        expected = manifest.value(request, HT.resp)
        reply = _send(w3c, request)
        statuses = {str(status)[-3] for status in manifest.objects(expected, MF.expectedStatus)}
        assert str(reply.status)[0] in statuses, reply
        form = manifest.value(expected, MF.expectedFormat)
        assert form is None or reply.media in FORMATS[str(form)]
        truth = manifest.value(expected, MF.expectedBoolean)
        if truth is not None:
            assert isinstance(truth, rdflib.Literal)
            assert json.loads(reply.body)["boolean"] == truth.toPython()


@pytest.mark.parametrize("case", UPDATE_CASES, ids=lambda case: str(case).partition("#")[2])
def test_update_is_refused(case: rdflib.term.Node, w3c: Any) -> None:
    reply = _send(w3c, _requests(case)[0])
    assert 400 <= reply.status < 500


def test_suite_is_whole() -> None:
    assert (len(QUERY_CASES), len(UPDATE_CASES)) == (20, 14)
