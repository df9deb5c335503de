"""Dates of five languages, row by row, and what must hold of any of them.

`dates.tsv` gives what is read in a text: dates in their order, parted by "; ", a date whose reading ahead differs as
"behind | ahead", and "none" for a date that the text does not settle. An empty cell is a text without dates.
"""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.edtf import bounds
from communique.lang import languages, load
from communique.lang.dates import DateMention, find_dates, weekday_year
from communique.lang.tokens import tokenize

TABLE = Path(__file__).with_name("dates.tsv")
LETTERS = {"ș", "ț", "ă", "â", "î", "é", "è", "ê", "û", "ç", "à"}


@dataclass(frozen=True)
class Expression:
    """One row of the table."""

    line: int
    language: str
    published: str | None
    text: str
    edtf: str


def _table() -> list[Expression]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Expression(n, row["language"], row["published"] or None, row["text"], row["edtf"])
            for n, row in enumerate(rows, start=2)
        ]


ROWS = _table()
ACCENTED = [r for r in ROWS if load(r.language).profile.capitals and LETTERS & set(r.text.casefold())]


def _named(row: Expression) -> str:
    return f"{row.language}:{row.line}"


def _written(found: DateMention) -> str:
    behind, ahead = found.edtf or "none", found.ahead or "none"
    return behind if behind == ahead else f"{behind} | {ahead}"


def _read(row: Expression, text: str, *, folded: bool = False) -> str:
    found = find_dates(tokenize(text), load(row.language, folded=folded), published=row.published)
    return "; ".join(_written(d) for d in found)


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def test_the_table_covers_every_language() -> None:
    assert len(ROWS) >= 160
    assert {r.language for r in ROWS} == set(languages())
    assert len({(r.language, r.published, r.text) for r in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=_named)
def test_a_row_is_read_as_it_says(row: Expression) -> None:
    assert _read(row, row.text) == row.edtf, row.text


@pytest.mark.parametrize("row", ACCENTED, ids=_named)
def test_accents_may_be_missing(row: Expression) -> None:
    assert _read(row, _bare(row.text), folded=True) == row.edtf


@pytest.mark.parametrize("row", [r for r in ROWS if r.language == "fa"], ids=_named)
def test_digits_and_letters_may_be_arabic(row: Expression) -> None:
    assert _read(row, row.text.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹یک", "0123456789يك"))) == row.edtf


@pytest.mark.parametrize("row", ROWS, ids=_named)
def test_what_is_expected_is_edtf(row: Expression) -> None:
    for reading in row.edtf.replace(" | ", "; ").split("; "):
        if reading not in ("", "none"):
            assert bounds(reading)


@pytest.mark.parametrize("text, words", [
    ("They met on Sunday, March 12, 2023, in Accra.", "Sunday , March 12 , 2023"),
    ("The forum ran from 3 to 5 November 2025 here.", "from 3 to 5 November 2025"),
    ("It was in the summer of 2022 that they met.", "summer of 2022"),
])  # fmt: skip
def test_a_date_holds_its_tokens(text: str, words: str) -> None:
    tokens = tokenize(text)
    (found,) = find_dates(tokens, load("en"), published=None)
    assert " ".join(t.text for t in tokens[found.start : found.end]) == words


@pytest.mark.parametrize("dateline, lead, edtf", [
    ("ACCRA, Sept. 13", "They met on Friday.", "2024-09-13"),
    ("ACCRA, 13 September", "On Friday they met.", "2024-09-13"),
    ("ACCRA, 13 September", "They met.", None),
    ("ACCRA, 31 February", "They met on Friday.", None),
    ("ACCRA", "They met on Friday.", None),
])  # fmt: skip
def test_a_weekday_in_the_lead_fixes_the_year_of_a_dateline(dateline: str, lead: str, edtf: str | None) -> None:
    assert weekday_year(tokenize(dateline), tokenize(lead), load("en")) == edtf


NUMBERS = [str(n) for n in (0, 1, 2, 3, 12, 15, 28, 29, 30, 31, 32, 1399, 1403, 1404, 1900, 2023, 2024, 2100)]
KINDS = {
    code: [NUMBERS, list(",.-/()"), load(code).dates.get("not_dates", ["x"])]
    + [
        [form.capitalize() for forms in table.values() for form in forms]
        for table in load(code).dates.values()
        if isinstance(table, dict)
    ]
    for code in languages()
}


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_parts_of_dates_in_any_order_give_edtf_or_nothing(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(languages()))
    part = st.sampled_from(KINDS[code] + 3 * KINDS[code][:1]).flatmap(st.sampled_from)
    text = " ".join(data.draw(st.lists(part, max_size=12)))
    published = data.draw(st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)).map(str))
    tokens = tokenize(text)
    found = find_dates(tokens, load(code), published=published)
    assert found == find_dates(tokenize(text), load(code), published=published)
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(tokens)
        end = mention.end
        for reading in (mention.edtf, mention.ahead):
            if reading is not None:
                assert bounds(reading)


@given(st.dates(date(1925, 1, 1), date(2079, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_a_day_written_out_is_read_back(day: date) -> None:
    months = load("en").dates["months"]
    text = f"They met on {day.day} {months[str(day.month)][0].capitalize()} {day.year}."
    (found,) = find_dates(tokenize(text), load("en"), published=None)
    assert found.edtf == found.ahead == day.isoformat()


@given(st.dates(date(1925, 1, 1), date(2079, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_a_solar_day_written_out_is_read_back(day: date) -> None:
    import jdatetime

    solar = jdatetime.date.fromgregorian(date=day)
    text = f"در {solar.day} {load('fa').dates['solar_months_unsure'].get(str(solar.month))[0]} {solar.year}"
    (found,) = find_dates(tokenize(text), load("fa"), published=None)
    assert found.edtf == day.isoformat()
