"""A graph from the command line: what is written, what is said, and the exit codes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result


def test_all_well(run: Callable[..., Result], news: Path, tmp_path: Path) -> None:
    result = run("build", news, "-o", tmp_path / "graph")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"{tmp_path}/graph: 1 documents, ")
    report = json.loads((tmp_path / "graph" / "report.json").read_text())
    assert report["dropped"] == []
    assert report["counts"]["documents"] == {"language": {"en": 1}}


def test_quiet(run: Callable[..., Result], news: Path, tmp_path: Path) -> None:
    result = run("build", news, "-o", tmp_path / "graph", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_something_dropped(run: Callable[..., Result], news: Path, tmp_path: Path) -> None:
    (news / "empty.txt").write_text("")
    result = run("build", news, tmp_path / "missing.txt", "-o", tmp_path / "graph")
    assert result.exit_code == 1
    assert "empty.txt: is empty" in result.stderr
    assert "missing.txt: does not exist" in result.stderr
    assert "dropped: 2" in result.stderr
    dropped = json.loads((tmp_path / "graph" / "report.json").read_text())["dropped"]
    assert [row["problem"] for row in dropped] == ["is empty", "does not exist"]


def test_many_problems_are_counted(run: Callable[..., Result], news: Path, tmp_path: Path) -> None:
    (news / "bad.jsonl").write_text("x\n" * 30)
    result = run("build", news, "-o", tmp_path / "graph")
    assert result.exit_code == 1
    assert result.stderr.count("is not JSON") == 20
    assert f"and 10 more in {tmp_path}/graph/report.json" in result.stderr


@pytest.mark.parametrize("content", [None, "", "1 2 3"])
def test_nothing_to_build(run: Callable[..., Result], tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "a.txt").write_text(content)
    result = run("build", tmp_path / "a.txt", "-o", tmp_path / "graph")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing to build a graph from" in result.stderr.splitlines()[-1]
    assert "a.txt" in result.stderr.splitlines()[0]
    assert not (tmp_path / "graph").exists()


def test_a_folder_of_somebody_else(run: Callable[..., Result], news: Path, tmp_path: Path) -> None:
    result = run("build", news, "-o", news)
    assert result.exit_code == 2
    assert "holds what no build wrote (en-1.txt)" in result.stderr
    assert [path.name for path in news.iterdir()] == ["en-1.txt"]
