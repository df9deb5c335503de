"""EDTF strings as ranges of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.edtf import bounds, contains, days, valid

RANGES = [
    ("2023-03-12", "2023-03-12", "2023-03-12"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023", "2023-01-01", "2023-12-31"),
    ("2022-21", "2022-03-01", "2022-05-31"),
    ("2022-22", "2022-06-01", "2022-08-31"),
    ("2022-23", "2022-09-01", "2022-11-30"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("2023-03-12/2023-03-14", "2023-03-12", "2023-03-14"),
    ("2023-03/2023-04", "2023-03-01", "2023-04-30"),
    ("2023-03~", "2023-03-01", "2023-03-31"),
    ("2023-03-12?", "2023-03-12", "2023-03-12"),
    ("2023-01~/2023-22%", "2023-01-01", "2023-08-31"),
    ("../2023-03", "0001-01-01", "2023-03-31"),
    ("2023-03/..", "2023-03-01", "9999-12-31"),
    ("2023-03/", "2023-03-01", "9999-12-31"),
]


@pytest.mark.parametrize(("edtf", "first", "last"), RANGES)
def test_bounds(edtf: str, first: str, last: str) -> None:
    assert bounds(edtf) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "../..",
        "2023-13",
        "2023-20",
        "2023-25",
        "2023-02-30",
        "23-03-12",
        "2023-3-1",
        "2023-03-14/2023-03-12",
        "2023-03-12T10:00",
        " 2023",
        "2023\n",
        "٢٠٢٣-٠٣",
        "2023/2024/2025",
        "0000",
        "9999-24",
        "~2023",
    ],
)
def test_what_is_not_a_date(text: str) -> None:
    assert not valid(text)
    with pytest.raises(ValueError):
        bounds(text)


@given(st.dates(), st.dates())
def test_an_interval_contains_its_ends(one: date, other: date) -> None:
    first, last = sorted((one, other))
    interval = f"{first.isoformat()}/{last.isoformat()}"
    assert contains(interval, first.isoformat()) and contains(interval, last.isoformat())
    assert days(interval) == (last - first).days + 1


@given(st.text(max_size=12))
def test_any_text_is_answered_without_a_crash(text: str) -> None:
    assert valid(text) in (True, False)
