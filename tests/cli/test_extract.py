"""Records on standard output, problems on standard error, and the exit codes that tell them apart."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

UKRAINIAN = "Сторони підписали угоду про співпрацю. Міністр прибув до столиці з офіційним візитом."


def test_a_record_for_every_article_in_their_order(run: Callable[..., Result], news: Path) -> None:
    text = (news / "en-1.txt").read_text()
    lines = "\n".join(json.dumps({"id": str(n), "text": text}) for n in (3, 1, 2))
    (news / "b.jsonl").write_text(lines)
    result = run("extract", news / "b.jsonl", news / "en-1.txt")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["id"] for record in records] == ["3", "1", "2", "en-1"]
    assert records[-1]["title"] == text.partition("\n")[0]
    assert (result.exit_code, result.stderr) == (0, "")


def test_mentions_slice_back_to_the_text(run: Callable[..., Result], news: Path) -> None:
    text = (news / "en-1.txt").read_text()
    record = json.loads(run("extract", news).stdout)
    mentions = [mention for entity in record["entities"] for mention in entity["mentions"]]
    assert mentions
    assert all(text[m["start"] : m["end"]] == m["text"] for m in mentions)


def test_standard_input(run: Callable[..., Result], news: Path) -> None:
    data = (news / "en-1.txt").read_bytes()
    result = run("extract", "-", input=data)
    assert (json.loads(result.stdout)["id"], result.exit_code) == ("stdin", 0)


BAD = [
    ("empty.txt", b"", "is empty"),
    ("scan.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", "is not text"),
    ("uk.txt", UKRAINIAN.encode(), "is in Ukrainian, which cannot be read"),
    ("numbers.txt", b"1 2 3", "is in no language that is recognised"),
    ("bad.jsonl", b'{"id": ', "is not JSON"),
    ("report.pdf", b"%PDF-1.7", "is a PDF file"),
]


@pytest.mark.parametrize(("name", "data", "problem"), BAD)
def test_what_is_dropped_is_named_and_the_rest_goes_on(
    run: Callable[..., Result], news: Path, tmp_path: Path, name: str, data: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("extract", tmp_path / name, news)
    assert result.exit_code == 1
    assert json.loads(result.stdout)["id"] == "en-1"
    assert len(result.stderr.splitlines()) == 1
    assert problem in result.stderr and name in result.stderr


@pytest.mark.parametrize(("name", "data", "problem"), BAD)
def test_nothing_read_is_another_exit_code(
    run: Callable[..., Result], tmp_path: Path, name: str, data: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("extract", tmp_path / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert problem in result.stderr


def test_missing_file_and_empty_folder(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    result = run("extract", tmp_path / "none", tmp_path / "missing.txt")
    assert result.exit_code == 2
    first, second = result.stderr.splitlines()
    assert "is a folder with nothing to read" in first
    assert "missing.txt: does not exist" in second


def test_language_of_nobody(run: Callable[..., Result], news: Path) -> None:
    result = run("extract", news, "--language", "xx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no language 'xx' here" in result.stderr


def test_a_reader_that_goes_away_is_no_error(news: Path) -> None:
    text = (news / "en-1.txt").read_text()
    lines = "\n".join(json.dumps({"id": str(n), "text": text}) for n in range(30))
    (news / "b.jsonl").write_text(lines)
    command = [sys.executable, "-m", "communique", "extract", "--jobs", "1", str(news / "b.jsonl")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(30) == 1


def test_processes_change_nothing(run: Callable[..., Result], news: Path) -> None:
    text = (news / "en-1.txt").read_text()
    lines = "\n".join(json.dumps({"id": str(n), "text": text}) for n in range(20))
    (news / "b.jsonl").write_text(lines)
    one, two = (run("extract", "--jobs", jobs, news).stdout for jobs in ("1", "2"))
    assert one == two
    assert len(one.splitlines()) == 21
