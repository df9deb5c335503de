"""Replacing a graph: complete or not at all, and never somebody else's files."""

import json
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from communique.errors import InputError
from communique.store.folder import replacing


def fill(folder: Path, content: str) -> None:
    """Put a graph of one file into a folder, with the report that goes with it."""
    (folder / "graph.nq").write_text(content)
    report = {"program": "communique", "files": ["graph.nq", "report.json"]}
    (folder / "report.json").write_text(json.dumps(report))


def write(out: Path, content: str) -> None:
    """Build such a graph at `out`."""
    with replacing(out) as folder:
        fill(folder, content)


def content(out: Path) -> str:
    """What the graph at `out` holds, after a look that nothing else is left beside it."""
    assert [path.name for path in out.parent.iterdir()] == [out.name]
    return (out / "graph.nq").read_text()


def test_a_new_folder_and_its_parents(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b", "one")
    assert content(tmp_path / "a" / "b") == "one"


def test_permissions_are_those_of_any_new_folder(tmp_path: Path) -> None:
    (tmp_path / "usual").mkdir()
    write(tmp_path / "graph", "one")
    assert (tmp_path / "graph").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    write(tmp_path / "graph", "one")
    assert content(tmp_path / "graph") == "one"


def test_an_earlier_graph_is_replaced_whole(tmp_path: Path) -> None:
    out = tmp_path / "graph"
    write(out, "one")
    (out / ".DS_Store").write_text("put there by the desktop")
    write(out, "two")
    assert content(out) == "two"
    assert not (out / ".DS_Store").exists()


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_build_that_fails_leaves_the_old_graph(tmp_path: Path, error: type[BaseException]) -> None:
    out = tmp_path / "graph"
    write(out, "one")
    with pytest.raises(error), replacing(out) as folder:
        fill(folder, "two")
        raise error
    assert content(out) == "one"


def test_a_folder_of_somebody_else_is_refused_and_kept(tmp_path: Path) -> None:
    out = tmp_path / "letters"
    out.mkdir()
    (out / "dear.txt").write_text("Dear")
    with pytest.raises(InputError, match=r"holds what no build wrote \(dear\.txt\)"):
        write(out, "one")
    assert [path.name for path in tmp_path.rglob("*")] == ["letters", "dear.txt"]


def test_a_file_put_into_a_graph_is_not_lost(tmp_path: Path) -> None:
    out = tmp_path / "graph"
    write(out, "one")
    (out / "notes.md").write_text("mine")
    with pytest.raises(InputError, match=r"notes\.md"):
        write(out, "two")
    assert (out / "graph.nq").read_text() == "one"


@pytest.mark.parametrize("report", ["", "[]", "{}", '{"program": "other", "files": ["report.json"]}'])
def test_a_report_that_is_none_of_ours_protects_the_folder(tmp_path: Path, report: str) -> None:
    out = tmp_path / "graph"
    out.mkdir()
    (out / "report.json").write_text(report)
    with pytest.raises(InputError, match=r"report\.json"):
        write(out, "one")


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "graph").write_text("a file")
    with pytest.raises(InputError, match="is a file"):
        write(tmp_path / "graph", "one")


def test_a_link_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "real" / "graph", "one")
    (tmp_path / "link").symlink_to(tmp_path / "real" / "graph")
    write(tmp_path / "link", "two")
    assert content(tmp_path / "real" / "graph") == "two"
    assert (tmp_path / "link").is_symlink()


def test_a_graph_caught_between_two_renames_is_put_back(tmp_path: Path) -> None:
    out = tmp_path / "graph"
    write(out, "one")
    out.rename(tmp_path / ".graph.old-4711")
    with pytest.raises(RuntimeError), replacing(out):
        raise RuntimeError
    assert content(out) == "one"


def test_another_folder_with_a_longer_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".graphs.new-1").mkdir()
    (tmp_path / ".graph").mkdir()
    write(tmp_path / "graph", "one")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".graph", ".graphs.new-1", "graph"]


HANGING = """
    import sys
    from pathlib import Path
    from communique.store.folder import replacing

    with replacing(Path(sys.argv[1])) as folder:
        (folder / "graph.nq").write_text("half")
        print("ready", flush=True)
        sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="locks on folders are those of POSIX")
def test_what_a_killed_build_leaves_is_cleared_but_not_that_of_a_running_one(tmp_path: Path) -> None:
    out = tmp_path / "graph"
    write(out, "one")
    command = [sys.executable, "-c", textwrap.dedent(HANGING), str(out)]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert running.stdout is not None and running.stdout.readline() == b"ready\n"
    write(out, "two")
    assert (tmp_path / f".graph.new-{running.pid}" / "graph.nq").read_text() == "half"
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    assert (out / "graph.nq").read_text() == "two"
    write(out, "three")
    assert content(out) == "three"
