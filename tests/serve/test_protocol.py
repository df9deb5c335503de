"""What a request asks, by the SPARQL 1.1 Protocol, and the status of what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.serve.protocol import DIRECT, FORM, UPDATE, ProtocolError, QueryRequest, read_request

BAD: list[tuple[str, bytes, str, bytes, int]] = [
    ("GET", b"", "", b"", 400),
    ("GET", b"query=ASK%7B%7D&query=ASK%7B%7D", "", b"", 400),
    ("GET", b"query=%FF", "", b"", 400),
    ("GET", b"query=\xff", "", b"", 400),
    ("GET", b"query=x&" + b"a=1&" * 2000, "", b"", 400),
    ("GET", b"update=CLEAR+ALL", "", b"", 400),
    ("POST", b"", FORM, b"", 400),
    ("POST", b"", FORM, b"query=%C3", 400),
    ("POST", b"", FORM, b"query=a&query=b", 400),
    ("POST", b"query=a", FORM, b"query=b", 400),
    ("POST", b"query=a", DIRECT, b"b", 400),
    ("POST", b"", DIRECT, b"\xff\xfe", 400),
    ("POST", b"", UPDATE, b"CLEAR ALL", 403),
    ("POST", b"", FORM, b"update=CLEAR+ALL", 403),
    ("POST", b"", FORM, b"query=ASK%7B%7D&update=CLEAR+ALL", 403),
    ("POST", b"", "", b"query=ASK%7B%7D", 415),
    ("POST", b"", "text/plain", b"ASK {}", 415),
    ("POST", b"", "multipart/form-data; boundary=x", b"", 415),
    ("POST", b"", DIRECT + "; charset=UTF-16", "ASK {}".encode("utf-16"), 415),
    ("POST", b"", FORM + "; charset=latin-1", b"query=ASK%7B%7D", 415),
]


@pytest.mark.parametrize(("method", "url_query", "content_type", "body", "status"), BAD)
def test_bad_requests(method: str, url_query: bytes, content_type: str, body: bytes, status: int) -> None:
    with pytest.raises(ProtocolError) as raised:
        read_request(method, url_query, content_type, body)
    assert raised.value.status == status


def test_dataset_comes_from_url_and_form() -> None:
    request = read_request(
        "POST", b"default-graph-uri=x:a&named-graph-uri=x:b", FORM, b"query=ASK%7B%7D&default-graph-uri=x:c"
    )
    assert request == QueryRequest("ASK{}", ("x:a", "x:c"), ("x:b",))


def test_body_of_a_get_is_not_read() -> None:
    assert read_request("GET", b"query=a", FORM, b"query=b").sparql == "a"


@given(st.text(), st.sampled_from(["GET", "FORM", "DIRECT"]))
def test_any_text_arrives_as_sent(text: str, way: str) -> None:
    from urllib.parse import urlencode

    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    form = urlencode({"query": text}).encode()
    sent = {
        "GET": ("GET", form, "", b""),
        "FORM": ("POST", b"", FORM, form),
        "DIRECT": ("POST", b"", DIRECT, data),
    }
    assert read_request(*sent[way]).sparql == text


@given(st.binary(), st.sampled_from(["GET", "POST"]), st.text(), st.binary())
def test_any_request_is_read_or_refused(url: bytes, method: str, kind: str, body: bytes) -> None:
    try:
        assert isinstance(read_request(method, url, kind, body), QueryRequest)
    except ProtocolError as error:
        assert error.status in (400, 403, 415)
