"""Each question that comes with the graph finds in the small graph what its text says, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.store.formats import show
from communique.store.guard import QueryError
from communique.store.load import open_store
from communique.store.named import bind, called, named_queries, named_query
from communique.store.query import run_query

QUERIES = [query.name for query in named_queries()]

# question, parameters, columns to look at, all rows
ANSWERS: list[tuple[str, dict[str, str], str, list[tuple[str, ...]]]] = [
    ("who-met-whom", {"actor": "ana stein"}, "date one other kind place",
     [("2024-05-14", "Ana Stein", "Radu Munte", "talks", "Minsk")]),
    ("who-met-whom", {"actor": "آنا اشتاین"}, "one other", [("Ana Stein", "Radu Munte")]),
    ("who-met-whom", {"actor": "Ana"}, "one", []),
    ("agreements-by-status-and-pair", {"status": "alleged", "party": "Q184"}, "stage one another count",
     [("alleged", "Belarus", "Iran", "2")]),
    ("agreements-by-status-and-pair", {"party": "Roumanie", "other": "Bélarus"}, "one another kind date",
     [("Romania", "Belarus", "memorandum", "2024-05-14")]),
    ("agreements-by-status-and-pair", {"party": "Romania", "other": "Romania"}, "one", []),
    ("signatories-with-offices", {}, "date person title organization",
     [("2024-05-14", "Ana Stein", "energy minister", "Belarus"),
      ("2024-05-14", "Radu Munte", "trade minister", "Romania")]),
    ("signatories-with-offices", {"signatory": "Radu Munte"}, "title", [("trade minister",)]),
    ("document-claims", {"document": "fr-1"}, "kind status role who",
     [("memorandum", "agreed", "party", "Belarus"), ("memorandum", "agreed", "party", "Romania"),
      ("memorandum", "agreed", "place", "Minsk")]),
    ("document-claims", {"document": "fa/۱"}, "kind role who",
     [("contract", "party", "Belarus"), ("contract", "party", "Iran"),
      ("contract", "reported by", "Agency Two"), ("summit", "participant", "Ana Stein"),
      ("summit", "participant", "Iran")]),
    ("source-reports", {"source": "Journal Trois"}, "identifier kind status who",
     [("fr-1", "memorandum", "agreed", "Belarus"), ("fr-1", "memorandum", "agreed", "Romania")]),
    ("source-reports", {"source": "خبرگزاری دو"}, "reporter identifier status",
     [("Agency Two", "en-1", status) for status in ("signed",) * 4 + ("held",) * 2]
     + [("Agency Two", "fa/۱", "alleged")] * 2),
    ("actor-everything", {"actor": "RADU MUNTE"}, "aspect what status with",
     [("name", "Radu Munte", "", ""), ("office", "ambassador", "former", "Romania"),
      ("office", "trade minister", "", "Romania"), ("participant", "talks", "held", "Ana Stein"),
      *(("signatory", "memorandum", "agreed", other) for other in ("Ana Stein", "Belarus", "Romania"))]),
    ("agreements-about-subject", {"subject": "énergie"}, "about kind party",
     [("energy", "memorandum", "Belarus"), ("energy", "memorandum", "Romania")]),
    ("agreements-about-subject", {"subject": "sport"}, "about", []),
    ("facts-with-quotes", {"actor": "Radu Munte"}, "kind document quote start end",
     [("memorandum", "en-1", "signed a memorandum", "80", "99"),
      ("memorandum", "fr-1", "les deux pays se sont entendus", "10", "40"),
      ("talks", "en-1", "Ana Stein received Radu Munte", "40", "69")]),
    ("planned-or-alleged", {}, "status date kind who",
     [("alleged", "", "contract", "Belarus"), ("alleged", "", "contract", "Iran"),
      ("planned", "2024-06", "summit", "Ana Stein"), ("planned", "2024-06", "summit", "Iran")]),
    ("planned-or-alleged", {"actor": "Belarus"}, "who", [("Belarus",), ("Iran",)]),
    ("disputed-facts", {}, "document kind status place",
     [("en-1", "memorandum", "signed", "Minsk"), ("fr-1", "memorandum", "agreed", "Minsk")]),
    ("disputed-facts", {"actor": "ایران"}, "document", []),
    ("offices-held", {"body": "Belarus"}, "person title organization former document",
     [("Ana Stein", "energy minister", "Belarus", "false", "en-1")]),
    ("offices-held", {"holder": "Radu Munte"}, "title former",
     [("ambassador", "true"), ("trade minister", "false")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "parameters", "columns", "expected"), ANSWERS)
def test_answer(
    name: str, parameters: dict[str, str], columns: str, expected: list[tuple[str, ...]], built: Path
) -> None:
    store = open_store(built)
    results = run_query(store, bind(store, named_query(name), parameters))
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


def test_names_in_any_language_items_codes_and_identifiers(built: Path) -> None:
    store = open_store(built)
    data, vocabulary = "<https://w3id.org/communique/data/", "<https://w3id.org/communique#"
    belarus = [f"{data}actor/Q184>"]
    assert called(store, "Belarus") == called(store, "بلاروس") == called(store, "bélarus") == belarus
    assert called(store, "Q184") == called(store, "q184") == belarus
    assert called(store, "signé") == called(store, "Signed") == [f"{vocabulary}status/signed>"]
    assert called(store, "energy") == [f"{vocabulary}subject/energy>"]
    assert called(store, "en-1") == [f"{data}document/en-1>"]
    assert called(store, "Bela") == called(store, "") == called(store, ".*") == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text())
def test_no_value_becomes_anything_but_a_name(value: str, built: Path) -> None:
    store = open_store(built)
    try:
        sparql = bind(store, named_query("planned-or-alleged"), {"actor": value})
    except QueryError:
        assert any("\ud800" <= char <= "\udfff" for char in value)
        return
    expected = named_query("planned-or-alleged").sparql.replace("UNDEF", " ".join(called(store, value)))
    assert sparql == expected


def test_hostile_name_is_found_and_not_run(built: Path) -> None:
    store = open_store(built)
    name = 'x" } ; SERVICE <http://example.org/> { \x1b[31m<script>alert(1)</script>'
    results = run_query(store, bind(store, named_query("who-met-whom"), {"actor": name}))
    assert isinstance(results, pyoxigraph.QuerySolutions)
    assert [show(row["other"]) for row in results] == ["Ion Lupu"]


def test_unknown_question_and_parameter(built: Path) -> None:
    store = open_store(built)
    with pytest.raises(QueryError, match="who-met-whom"):
        named_query("../who-met-whom")
    with pytest.raises(QueryError, match="its parameters: actor"):
        bind(store, named_query("who-met-whom"), {"name": "x"})
    with pytest.raises(QueryError, match="none"):
        bind(store, named_query("most-connected"), {"actor": "x"})
