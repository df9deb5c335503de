"""Each question that comes with the graph finds in the small graph what its text says, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.store.formats import show
from communique.store.guard import QueryError, check_query
from communique.store.load import open_store
from communique.store.named import NamedQuery, bind, named_queries, named_query
from communique.store.query import run_query

QUERIES = [query.name for query in named_queries()]

# question, parameters, columns to look at, all rows
ANSWERS: list[tuple[str, dict[str, str], str, list[tuple[str, ...]]]] = [
    ("who-met-whom", {"name": "ana stein"}, "date one other kind place",
     [("2024-05-14", "Ana Stein", "Radu Munte", "talks", "Minsk")]),
    ("who-met-whom", {"name": "آنا اشتاین"}, "one other", [("Ana Stein", "Radu Munte")]),
    ("who-met-whom", {"name": "Ana"}, "one", []),
    ("agreements-by-status-and-pair", {"status": "alleged"}, "stage one another count",
     [("alleged", "Belarus", "ایران", "2")]),
    ("agreements-by-status-and-pair", {"party": "Roumanie", "other": "Bélarus"}, "one another kind date",
     [("Romania", "Belarus", "memorandum", "2024-05-14")]),
    ("agreements-by-status-and-pair", {"party": "Romania", "other": "Romania"}, "one", []),
    ("signatories-with-offices", {}, "date signatory title organization",
     [("2024-05-14", "Ana Stein", "energy minister", "Belarus"),
      ("2024-05-14", "Radu Munte", "trade minister", "Romania")]),
    ("signatories-with-offices", {"name": "Radu Munte"}, "title", [("trade minister",)]),
    ("document-claims", {"document": "fr-1"}, "kind status role who",
     [("memorandum", "agreed", "party", "Belarus"), ("memorandum", "agreed", "party", "Romania"),
      ("memorandum", "agreed", "place", "Minsk")]),
    ("document-claims", {"document": "fa/۱"}, "kind role who",
     [("contract", "party", "Belarus"), ("contract", "party", "ایران"),
      ("contract", "reported by", "Agency Two"), ("summit", "participant", "Ana Stein"),
      ("summit", "participant", "ایران")]),
    ("source-reports", {"source": "Journal Trois"}, "document kind status who",
     [("fr-1", "memorandum", "agreed", "Belarus"), ("fr-1", "memorandum", "agreed", "Romania")]),
    ("source-reports", {"source": "خبرگزاری دو"}, "reporter document status",
     [("Agency Two", "en-1", status) for status in ("signed",) * 4 + ("held",) * 2]
     + [("Agency Two", "fa/۱", "alleged")] * 2),
    ("actor-everything", {"name": "RADU MUNTE"}, "aspect what status with",
     [("name", "Radu Munte", "", ""), ("office", "ambassador", "former", "Romania"),
      ("office", "trade minister", "", "Romania"), ("participant", "talks", "held", "Ana Stein"),
      *(("signatory", "memorandum", "agreed", other) for other in ("Ana Stein", "Belarus", "Romania"))]),
    ("agreements-about-subject", {"subject": "énergie"}, "about kind party",
     [("energy", "memorandum", "Belarus"), ("energy", "memorandum", "Romania")]),
    ("agreements-about-subject", {"subject": "sport"}, "about", []),
    ("facts-with-quotes", {"name": "Radu Munte"}, "kind document quote start end",
     [("memorandum", "en-1", "signed a memorandum", "80", "99"),
      ("memorandum", "fr-1", "les deux pays se sont entendus", "10", "40"),
      ("talks", "en-1", "Ana Stein received Radu Munte", "40", "69")]),
    ("planned-or-alleged", {}, "status date kind who",
     [("alleged", "", "contract", "Belarus"), ("alleged", "", "contract", "ایران"),
      ("planned", "2024-06", "summit", "Ana Stein"), ("planned", "2024-06", "summit", "ایران")]),
    ("disputed-facts", {}, "document kind status",
     [("en-1", "memorandum", "signed"), ("fr-1", "memorandum", "agreed")]),
    ("offices-held", {"name": "Belarus"}, "person title organization former document",
     [("Ana Stein", "energy minister", "Belarus", "false", "en-1")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "parameters", "columns", "expected"), ANSWERS)
def test_answer(
    name: str, parameters: dict[str, str], columns: str, expected: list[tuple[str, ...]], built: Path
) -> None:
    results = run_query(open_store(built), bind(named_query(name), parameters))
    assert isinstance(results, pyoxigraph.QuerySolutions)
    rows = [tuple(show(solution[column]) for column in columns.split()) for solution in results]
    assert sorted(rows) == sorted(expected)


def test_most_connected_counts_others_and_facts(built: Path) -> None:
    results = run_query(open_store(built), named_query("most-connected").sparql)
    assert isinstance(results, pyoxigraph.QuerySolutions)
    counts = {show(row["actor"]): (show(row["others"]), show(row["facts"])) for row in results}
    assert counts["Ana Stein"] == ("1", "3")
    assert "Minsk" not in counts


@pytest.mark.parametrize("name", QUERIES)
def test_file_says_its_question_and_runs_as_it_stands(name: str, built: Path) -> None:
    query = named_query(name)
    assert query.sparql.startswith("# ") and "?" in query.question
    assert pyoxigraph.Store().query(query.sparql) is not None  # declares its prefixes: no help from us
    results = run_query(open_store(built), query.sparql)
    assert isinstance(results, pyoxigraph.QuerySolutions)
    assert list(results), "the small graph has no answer to it"
    for parameter in query.parameters:
        assert f"{parameter}" in query.question, "the question explains its parameters"


@pytest.mark.parametrize("name", QUERIES)
def test_every_question_and_parameter_is_tested(name: str) -> None:
    asked = {parameter for query, parameters, *_ in ANSWERS if query == name for parameter in parameters}
    assert asked == set(named_query(name).parameters)


@given(st.text())
def test_a_value_is_only_ever_a_string(value: str) -> None:
    query = NamedQuery("q", "?", "SELECT ?name ?other {\n  VALUES ?name { UNDEF }\n}", ("name",))
    try:
        sparql = bind(query, {"name": value})
    except QueryError:
        assert any("\ud800" <= char <= "\udfff" for char in value)
        return
    results = pyoxigraph.Store().query(sparql)
    assert isinstance(results, pyoxigraph.QuerySolutions)
    (row,) = results
    assert row["name"] == pyoxigraph.Literal(value)


def test_a_value_that_is_sparql_is_not_run(built: Path) -> None:
    value = 'x" } SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } VALUES ?x { "'
    sparql = bind(named_query("who-met-whom"), {"name": value})
    check_query(sparql)
    assert not list(open_store(built).query(sparql))  # type: ignore[arg-type]


def test_hostile_name_is_found(built: Path) -> None:
    name = 'x" } ; SERVICE <http://example.org/> { \x1b[31m<script>alert(1)</script>'
    results = run_query(open_store(built), bind(named_query("who-met-whom"), {"name": name}))
    assert len(list(results)) == 1  # type: ignore[arg-type]


def test_unknown_question_and_parameter() -> None:
    with pytest.raises(QueryError, match="who-met-whom"):
        named_query("../who-met-whom")
    with pytest.raises(QueryError, match="its parameters: name"):
        bind(named_query("who-met-whom"), {"nam": "x"})
    with pytest.raises(QueryError, match="none"):
        bind(named_query("disputed-facts"), {"name": "x"})
