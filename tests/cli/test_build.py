"""A graph from the command line: what is written, what is said, and the exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
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


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_the_old_graph_and_nothing_else(news: Path, tmp_path: Path, jobs: str) -> None:
    out = tmp_path / "graph"
    out.mkdir()
    text = (news / "en-1.txt").read_text()
    rows = (json.dumps({"id": str(n), "text": text, "language": "en"}) for n in range(20_000))
    (news / "many.jsonl").write_text("\n".join(rows))
    command = [sys.executable, "-m", "communique", "build", str(news), "-o", str(out), "--jobs", jobs]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    while not list(tmp_path.glob(".graph.new-*")):
        assert process.poll() is None
        time.sleep(0.02)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: every process of the group
    stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, stdout, stderr) == (130, b"", b"communique: interrupted\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph", "news"]
    assert list(out.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are those of POSIX")
def test_progress_is_shown_on_a_terminal_and_taken_away(news: Path, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "communique", "build", str(news), "-o", str(tmp_path / "graph")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    assert process.communicate(timeout=60)[0] == b""
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "extract" in shown and "export" in shown
    assert f"{tmp_path}/graph: 1 documents" in shown.rstrip().splitlines()[-1]
