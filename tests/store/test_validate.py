"""A built graph keeps the shapes of its vocabulary, and a graph that does not is found out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from communique.errors import InputError
from communique.store.validate import LOST, ValidationResult, validate


def test_built_graph_conforms(built: Path) -> None:
    result = validate(built)
    assert result.violations == ()
    assert result.conforms and result.statements > 100


@pytest.fixture
def spoilt(built: Path, tmp_path: Path) -> Callable[[Callable[[list[str]], list[str]]], ValidationResult]:
    """What is wrong with the small graph after a change to the lines of its N-Quads."""

    def check(change: Callable[[list[str]], list[str]]) -> ValidationResult:
        lines = (built / "graph.nq").read_text(encoding="utf-8").splitlines()
        (tmp_path / "graph.nq").write_text("\n".join(change(lines)) + "\n", encoding="utf-8")
        return validate(tmp_path)

    return check


CHANGES: list[tuple[str, Callable[[str], str | None], str]] = [
    ("no status", lambda line: None if "communique#status>" in line else line, "communique#status"),
    (
        "unknown kind",
        lambda line: line.replace("#kind/memorandum> .", "#kind/rumour> ."),
        "communique#kind",
    ),
    (
        "too sure",
        lambda line: line.replace('"0.8"', '"1.8"'),
        "communique#confidence",
    ),
    (
        "a place that nobody describes",
        lambda line: None if "actor/Q2280> <" in line else line,
        "communique#place",
    ),
    (
        "a quote without its words",
        lambda line: None if "oa#exact" in line else line,
        "oa#exact",
    ),
]


@pytest.mark.parametrize(("change", "path"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_broken_rule_is_named(
    change: Callable[[str], str | None],
    path: str,
    spoilt: Callable[[Callable[[list[str]], list[str]]], ValidationResult],
) -> None:
    result = spoilt(lambda lines: [line for line in map(change, lines) if line is not None])
    assert not result.conforms
    assert {violation.path.rpartition("/")[2] for violation in result.violations} == {path}
    assert list(result.violations) == sorted(result.violations)


def test_claim_among_the_merged_facts(
    spoilt: Callable[[Callable[[list[str]], list[str]]], ValidationResult],
) -> None:
    claim = "data/claim/fr-1/"
    graph = " <https://w3id.org/communique/data/document/fr-1> ."
    result = spoilt(
        lambda lines: [f"{line.removesuffix(graph)} ." if claim in line else line for line in lines]
    )
    assert [violation.message for violation in result.violations] == [LOST]


def test_fact_in_the_graph_of_a_document(
    spoilt: Callable[[Callable[[list[str]], list[str]]], ValidationResult],
) -> None:
    stray = "<x:a> <x:b> <x:c> <https://w3id.org/communique/data/document/fr-1> ."
    (violation,) = spoilt(lambda lines: [*lines, stray]).violations
    assert (violation.focus, violation.value.rpartition("/")[2]) == ("x:a", "fr-1")


def test_no_graph_and_no_nquads(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="communique build"):
        validate(tmp_path)
    (tmp_path / "graph.nq").write_text("prose", encoding="utf-8")
    with pytest.raises(InputError, match="not N-Quads"):
        validate(tmp_path)
