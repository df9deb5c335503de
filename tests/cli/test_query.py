"""`communique query`: answers on standard output, refusals on standard error, exit codes for scripts."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main

PEOPLE = "SELECT ?name { ?person a cq:Person ; skos:prefLabel ?name } ORDER BY ?name"


def _run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["query", *arguments], input=stdin)


def test_sparql_as_a_table(built: Path) -> None:
    result = _run(str(built), PEOPLE)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines()[:5] == ["name", "----", "Ana Stein", "Ion Lupu", "Radu Munte"]
    assert result.stderr == "" and "\x1b" not in result.stdout


def test_formats(built: Path) -> None:
    rows = list(csv.reader(io.StringIO(_run(str(built), PEOPLE, "--format", "csv").stdout)))
    bindings = json.loads(_run(str(built), PEOPLE, "-f", "json").stdout)["results"]["bindings"]
    assert [row[0] for row in rows[1:]] == [binding["name"]["value"] for binding in bindings]
    assert _run(str(built), PEOPLE, "-f", "tsv").stdout.splitlines()[1] == '"Ana Stein"@en'


def test_named_question_with_a_parameter(built: Path) -> None:
    result = _run(str(built), "--named", "who-met-whom", "-p", "actor=آنا اشتاین", "--format", "json")
    (row,) = json.loads(result.stdout)["results"]["bindings"]
    assert (row["one"]["value"], row["other"]["value"]) == ("Ana Stein", "Radu Munte")


def test_value_may_hold_an_equals_sign(built: Path) -> None:
    assert _run(str(built), "-n", "who-met-whom", "-p", "actor=a=b").exit_code == 1


def test_list_needs_no_graph() -> None:
    result = _run("--list")
    assert result.exit_code == 0
    names = [line.split()[0] for line in result.stdout.splitlines()]
    assert len(names) >= 10 and names == sorted(names)
    assert "who-met-whom" in names


def test_query_from_standard_input(built: Path) -> None:
    assert "Ion Lupu" in _run(str(built), "-", stdin=PEOPLE).stdout
    assert _run(str(built), "-", stdin=b"\xff").exit_code == 2


def test_empty_answer_and_no_are_exit_code_1(built: Path) -> None:
    assert _run(str(built), "SELECT * { ?s a cq:Nothing }").exit_code == 1
    result = _run(str(built), "ASK { ?s a cq:Nothing }")
    assert (result.exit_code, result.stdout) == (1, "false\n")
    assert _run(str(built), "ASK { ?s a cq:Meeting }").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "expected OUT and a query"),
        (["OUT"], "expected OUT and a query"),
        (["OUT", "ASK {}", "--named", "who-met-whom"], "expected OUT and a query"),
        (["OUT", "ASK {}", "-p", "a=b"], "--param belongs to --named"),
        (["OUT", "-n", "who-met-whom", "-p", "actor"], "NAME=VALUE"),
        (["OUT", "-n", "who-met-whom", "-p", "nome=x"], "its parameters: actor"),
        (["OUT", "-n", "who"], "no named query"),
        (["OUT", "SELECT * {"], "does not parse"),
        (["OUT", "DROP ALL"], "read-only"),
        (["OUT", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"], "SERVICE"),
        (["OUT", "CONSTRUCT WHERE { ?s ?p ?o }", "-f", "csv"], "Turtle"),
        (["nowhere", "ASK {}"], "no such folder"),
    ],
)
def test_what_cannot_be_answered_is_exit_code_2(arguments: list[str], message: str, built: Path) -> None:
    result = _run(*(str(built) if argument == "OUT" else argument for argument in arguments))
    assert result.exit_code == 2
    assert message in result.stderr and result.stdout == ""


def test_cold_start_loads_little(built: Path) -> None:
    """The libraries that make a start slow stay out of a query from the command line."""
    script = (
        "import sys; from communique.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "finally: print(*sorted(set(sys.modules) & set(sys.stdin.read().split())), file=sys.stderr)"
    )
    heavy = "rdflib pyshacl pyvis starlette uvicorn networkx numpy rich convertdate py3langid ahocorasick"
    ran = subprocess.run(
        [sys.executable, "-c", script, "query", str(built), PEOPLE],
        input=heavy, capture_output=True, encoding="utf-8", check=True, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert "Ana Stein" in ran.stdout
    assert ran.stderr.strip() == ""
