"""Answers as a table that no terminal obeys, and in the standard formats."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph
import pytest

from communique.store.formats import FORMATS, answer_bytes
from communique.store.guard import QueryError
from communique.store.query import run_query

STORE = pyoxigraph.Store()
ROWS = 'SELECT * { VALUES (?a ?b) { ("Chișinău" <https://w3id.org/communique#Person>) ("x\\ny" UNDEF) } }'


def _answer(sparql: str, format: str, width: int | None = None) -> tuple[str, bool]:
    written, found = answer_bytes(run_query(STORE, sparql), format, width=width)
    return written.decode(), found


def test_table_is_aligned() -> None:
    assert _answer(ROWS, "table") == (
        "a         b\n-         -\nChișinău  cq:Person\nx y\n",
        True,
    )


def test_terminal_table_keeps_to_the_width_and_reads_no_markup() -> None:
    text, _ = _answer(f'SELECT * {{ VALUES ?a {{ "[red]{"long " * 30}" }} }}', "table", width=40)
    assert "[red]" in text
    assert max(map(len, text.splitlines())) <= 40


@pytest.mark.parametrize("width", [None, 60])
def test_table_shows_nothing_that_a_terminal_obeys(width: int | None) -> None:
    hostile = "a\\u001B[31mb\\u009B2Jc\\u202Ed\\u0007e\\r\\nf\\u2028g"
    text, _ = _answer(f'SELECT * {{ VALUES ?a {{ "{hostile}" }} }}', "table", width)
    assert not set(text) & set("\x1b\x9b\u202e\x07\r\u2028")
    assert len(text.splitlines()) == (3 if width is None else 6)


def test_joiners_of_persian_stay() -> None:
    assert "می\u200cرود" in _answer('SELECT * { VALUES ?a { "می\u200cرود" } }', "table")[0]


def test_csv_tsv_and_json_read_back() -> None:
    rows = list(csv.reader(io.StringIO(_answer(ROWS, "csv")[0], newline="")))
    assert rows == [["a", "b"], ["Chișinău", "https://w3id.org/communique#Person"], ["x\ny", ""]]
    assert _answer(ROWS, "tsv")[0].splitlines()[2] == '"x\\ny"\t'
    bindings = json.loads(_answer(ROWS, "json")[0])["results"]["bindings"]
    assert [set(binding) for binding in bindings] == [{"a", "b"}, {"a"}]


@pytest.mark.parametrize("format", FORMATS)
def test_empty_answers_are_told_apart(format: str) -> None:
    empty, full = (
        'SELECT * { VALUES ?a { "x" } FILTER(false) }',
        'SELECT * { VALUES ?a { "\\"bindings\\":[]" } }',
    )
    assert _answer(empty, format)[1] is False
    assert _answer(full, format)[1] is True
    assert _answer("ASK {}", format)[1] is True
    text, found = _answer("ASK { FILTER(false) }", format)
    assert not found and "false" in text and text.endswith("\n")


def test_triples_are_turtle_or_jsonld() -> None:
    construct = "CONSTRUCT { cq:a cq:b 'c' } WHERE {}"
    assert "cq:a cq:b" in _answer(construct, "table")[0]
    assert json.loads(_answer(construct, "json")[0])
    with pytest.raises(QueryError, match="Turtle"):
        _answer(construct, "csv")
    assert _answer("CONSTRUCT WHERE { ?s ?p ?o }", "json")[1] is False
