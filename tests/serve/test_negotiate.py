"""The best form of an answer for an Accept header."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.serve.negotiate import SOLUTIONS, choose

OFFERS = ("application/json", "text/csv", "text/turtle")


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/*", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/turtle, text/csv", "text/csv"),
        ("text/csv;q=0.1,text/turtle;q=0.2", "text/turtle"),
        ("text/*;q=0.9, application/json;q=0.8", "text/csv"),
        ("application/json;q=0, */*", "text/csv"),
        ("text/csv;q=0, text/*", "text/turtle"),
        ("text/csv;charset=utf-8", "text/csv"),
        ("text/csv;q=high, text/turtle", "text/turtle"),
        ("text/csv;q=7, text/turtle;q=0.1", "text/turtle"),
        ("image/png", None),
        ("*/*;q=0", None),
        ("text/csv;q=nan, image/png", None),
        ("garbage", "application/json"),
    ],
)
def test_choose(accept: str, media: str | None) -> None:
    assert choose(accept, OFFERS) == media


@given(st.text(alphabet="text/csv*;q=.01, apliconj+"))
def test_any_header_is_answered(accept: str) -> None:
    assert choose(accept, list(SOLUTIONS)) in {None, *SOLUTIONS}
