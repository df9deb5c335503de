"""The CSV files: what is in them, and that no spreadsheet runs a name."""

from __future__ import annotations

import csv
import io
from types import ModuleType

import pytest

from communique.export import edges_csv, nodes_csv
from communique.export.characters import for_csv
from communique.graph.build import build_graph
from communique.model import Entity, Graph, Meeting, Record


def rows(module: ModuleType, graph: Graph) -> list[dict[str, str]]:
    out = io.BytesIO()
    module.write(graph, out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8"), newline="")))


def test_nodes_have_names_offices_and_the_number_of_facts(graph: Graph) -> None:
    ada = next(row for row in rows(nodes_csv, graph) if row["name"] == "Ada Ionescu")
    assert (ada["type"], ada["id"]) == ("person", "Q1000001")
    assert set(ada["offices"].split(" | ")) == {"envoy, Romania"}
    assert "en: the envoy" not in ada["names"].split(" | ")
    assert ada["facts"] == str(sum("Q1000001" in f.participants + f.signatories for f in graph.facts))


def test_edges_name_both_ends_their_roles_and_the_proof(graph: Graph) -> None:
    found = [row for row in rows(edges_csv, graph) if row["kind"] == "roadmap"]
    pair = next(row for row in found if {row["source_name"], row["target_name"]} == {"Iran", "Romania"})
    assert (pair["source_role"], pair["target_role"], pair["quote"]) == ("party", "party", "signed")
    assert (pair["disputed"], pair["subjects"], pair["documents"]) == ("true", "energy,trade", "en/1 ü,x-2")
    assert len(found) == 3  # two parties and a signatory


def test_a_fact_with_one_actor_has_a_line_without_target(graph: Graph) -> None:
    visit = next(row for row in rows(edges_csv, graph) if row["kind"] == "visit")
    assert (visit["source_name"], visit["target"], visit["target_name"]) == ("Ada Ionescu", "", "")


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(name: str) -> None:
    people = (Entity("e1", "person", name), Entity("e2", "person", "Ion Lupu"))
    graph = build_graph(
        [Record("a", "en", entities=people, meetings=(Meeting("m1", "call", "held", ("e1", "e2")),))]
    )
    cells = [
        cell for module in (nodes_csv, edges_csv) for row in rows(module, graph) for cell in row.values()
    ]
    assert "'" + name in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_an_empty_graph_is_a_header() -> None:
    assert rows(nodes_csv, build_graph([])) == rows(edges_csv, build_graph([])) == []


def test_a_quote_may_have_lines_of_its_own() -> None:
    assert for_csv("one\ntwo") == "one\ntwo"
