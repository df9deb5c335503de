"""Files, folders and standard input: order, accounts of what was read, and what cannot be opened."""

import hashlib
import io
import os
import sys
from pathlib import Path

import pytest

from communique.errors import InputError
from communique.read.sources import locate, tap


def located(*inputs: str | Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Names of the files found, and (last part of the path, problem) of what was not."""
    problems: list[InputError] = []
    found = [Path(path).name for path in locate(inputs, problems=problems)]
    return found, [(Path(error.where).name, error.problem) for error in problems]


def test_folders_are_opened_up_and_sorted(tmp_path: Path) -> None:
    for name in (
        "b/2.txt",
        "b/1.jsonl",
        "a.txt",
        "b.ndjson",
        "c/d/e.TXT",
        ".hidden.txt",
        ".git/x.txt",
        "bare",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert located(tmp_path) == (["a.txt", "1.jsonl", "2.txt", "b.ndjson", "bare", "e.TXT"], [])


def test_order_of_the_inputs_is_kept(tmp_path: Path) -> None:
    (tmp_path / "z.txt").write_text("x")
    (tmp_path / "a.txt").write_text("x")
    assert located(tmp_path / "z.txt", "-", tmp_path / "a.txt")[0] == ["z.txt", "-", "a.txt"]


def test_files_of_other_kinds_and_empty_folders_are_problems(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "scan.pdf").write_bytes(b"%PDF-")
    found, problems = located(tmp_path)
    assert found == []
    assert problems == [
        ("scan.pdf", "is in a format that is not read"),
        (tmp_path.name, "is a folder with nothing to read"),
    ]


def test_a_graph_among_the_news_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "graph" / "store").mkdir(parents=True)
    for name in (
        "a.txt",
        "graph/graph.nq",
        "graph/records.jsonl",
        "graph/report.json",
        "graph/store/CURRENT",
    ):
        (tmp_path / name).write_text("x")
    assert located(tmp_path) == (["a.txt"], [])


def test_what_does_not_exist_is_a_problem(tmp_path: Path) -> None:
    found, problems = located(tmp_path / "missing.txt", "nul\0byte")
    assert found == []
    assert problems[0] == ("missing.txt", "does not exist")
    assert problems[1][0] == "nul\0byte"


def test_a_folder_that_leads_back_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "again").symlink_to(tmp_path)
    assert located(tmp_path) == (["a.txt"], [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    os.mkfifo(tmp_path / "pipe.txt")
    assert located(tmp_path)[0] == ["a.txt"]


def test_what_was_read_is_accounted_for(tmp_path: Path) -> None:
    data = bytes(range(256)) * 5000
    path = tmp_path / "a.bin"
    path.write_bytes(data)
    with tap(path) as tapped:
        assert io.BufferedReader(tapped, 1000).read() == data
        source = tapped.source("a.bin")
    assert (source.name, source.size, source.sha256) == ("a.bin", len(data), hashlib.sha256(data).hexdigest())


def test_standard_input_is_read_and_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"some text")))
    with tap("-") as tapped:
        assert tapped.read() == b"some text"
    assert not sys.stdin.buffer.closed


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    with pytest.raises(InputError, match="cannot be read"):
        tap(tmp_path / "loop.txt")
