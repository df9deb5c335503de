"""`communique validate`: 0 where a graph keeps its rules, 1 with a list where it does not."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from communique.cli import main


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["validate", *arguments])


def test_graph_that_conforms(built: Path) -> None:
    result = _run(str(built))
    assert result.exit_code == 0, result.stdout
    assert result.stdout.endswith(" statements, 0 violations\n")


def test_violations_are_listed(built: Path, tmp_path: Path) -> None:
    lines = (built / "graph.nq").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "communique#status>" not in line]
    (tmp_path / "graph.nq").write_text("\n".join(kept) + "\n", encoding="utf-8")
    result = _run(str(tmp_path))
    assert result.exit_code == 1
    *listed, total = result.stdout.splitlines()
    assert all("communique#status" in line for line in listed)
    assert f"{len(listed)} violations" in total
    report = json.loads(_run(str(tmp_path), "--json").stdout)
    assert report["conforms"] is False and len(report["violations"]) == len(listed)


def test_no_graph(tmp_path: Path) -> None:
    result = _run(str(tmp_path))
    assert result.exit_code == 2 and "communique build" in result.stderr
