"""From files to a folder with a graph: what is in it, the same every time, and all or nothing."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from communique import build, open_graph
from communique.errors import CommuniqueError, InputError
from communique.export import formats
from communique.pipeline import NothingToBuild
from communique.schema.record_json import load_line

ENGLISH = """Serbia and Kenya sign memorandum on agriculture

BELGRADE, March 4 - Serbian Foreign Minister Marko Djuric met his Kenyan counterpart Musalia Mudavadi in
Belgrade on Monday. The two ministers signed a memorandum of understanding on agriculture.
"""
ROMANIAN = """Miniștrii de externe ai Serbiei și Kenyei, la Belgrad

Ministrul de externe al Serbiei, Marko Djuric, s-a întâlnit luni la Belgrad cu omologul său kenyan, Musalia
Mudavadi. Cei doi miniștri au semnat un memorandum de înțelegere în domeniul agriculturii.
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with an English and a Romanian article of one event."""
    folder = tmp_path / "news"
    folder.mkdir()
    rows = [{"id": "ro-1", "text": ROMANIAN, "published": "2024-03-05", "source": "Ziarul"}]
    (folder / "ro.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (folder / "en-1.txt").write_text(ENGLISH)
    return folder


def digest(folder: Path) -> dict[str, str]:
    """Name -> SHA-256 of each file of a graph, but not of the store, nor of the report with its seconds."""
    files = (path for path in folder.iterdir() if path.is_file() and path.name != "report.json")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_everything_is_there(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "graph"
    report = build([news], out)
    written = {module.filename for module in formats().values()}
    assert {path.name for path in out.iterdir()} == written | {"records.jsonl", "report.json", "store"}
    assert set(report.files) == {path.name for path in out.iterdir()}
    assert (out / "report.json").read_text(encoding="utf-8") == report.to_json()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_report_accounts_for_the_inputs(news: Path, tmp_path: Path) -> None:
    report = build([news], tmp_path / "graph")
    expected = [
        (str(path), path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in sorted(news.iterdir())
    ]
    assert [(source.name, source.size, source.sha256) for source in report.inputs] == expected
    assert report.counts["documents"] == {"language": {"en": 1, "ro": 1}}
    assert list(report.seconds) == ["read", "extract", "resolve", "graph", "export"]
    assert all(seconds >= 0 for seconds in report.seconds.values())


def test_records_are_resolved_and_valid(news: Path, tmp_path: Path) -> None:
    build([news], tmp_path / "graph")
    lines = (tmp_path / "graph" / "records.jsonl").read_text(encoding="utf-8").splitlines()
    records = [load_line(line) for line in lines]
    assert [record.id for record in records] == ["en-1", "ro-1"]
    assert all(entity.entity for record in records for entity in record.entities)


def test_one_person_in_two_languages_is_one_actor(news: Path, tmp_path: Path) -> None:
    build([news], tmp_path / "graph")
    graph = open_graph(tmp_path / "graph").graph
    persons = [actor for actor in graph.actors if actor.type == "person" and "Mudavadi" in actor.name]
    assert len(persons) == 1


def test_same_input_same_bytes(news: Path, tmp_path: Path) -> None:
    build([news], tmp_path / "one", jobs=1)
    script = "import sys; from communique import build; build([sys.argv[1]], sys.argv[2], jobs=2)"
    command = [sys.executable, "-c", script, str(news), str(tmp_path / "two")]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_order_of_the_inputs_changes_only_the_order_of_the_records(news: Path, tmp_path: Path) -> None:
    one, two = sorted(news.iterdir())
    build([one, two], tmp_path / "one")
    build([two, one], tmp_path / "two")
    first, second = digest(tmp_path / "one"), digest(tmp_path / "two")
    assert {name for name in first if first[name] != second[name]} <= {"records.jsonl"}


def test_what_is_dropped_is_reported_and_the_rest_built(news: Path, tmp_path: Path) -> None:
    (news / "empty.txt").write_text("")
    report = build([news, tmp_path / "missing.txt"], tmp_path / "graph")
    assert [(Path(e.where).name, e.problem) for e in report.dropped] == [
        ("empty.txt", "is empty"),
        ("missing.txt", "does not exist"),
    ]
    assert report.total("documents") == 2


def test_nothing_to_build_leaves_the_old_graph(news: Path, tmp_path: Path) -> None:
    build([news], tmp_path / "graph")
    before = digest(tmp_path / "graph")
    with pytest.raises(NothingToBuild) as caught:
        build([tmp_path / "missing.txt"], tmp_path / "graph")
    assert [error.problem for error in caught.value.problems] == ["does not exist"]
    assert digest(tmp_path / "graph") == before


def test_a_build_replaces_an_earlier_one(news: Path, tmp_path: Path) -> None:
    build([news], tmp_path / "graph")
    build([news / "en-1.txt"], tmp_path / "graph")
    assert len((tmp_path / "graph" / "records.jsonl").read_text().splitlines()) == 1


def test_refusals_come_before_any_work(news: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds what no build wrote"):
        build([news], news)
    with pytest.raises(CommuniqueError, match="no language 'xx'"):
        build([news], tmp_path / "graph", language="xx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news"]


def test_progress_is_told(news: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    build([news], tmp_path / "graph", progress=lambda stage, done: told.append((stage, done)))
    assert told[:2] == [("extract", 1), ("extract", 2)]
    assert told[-1] == ("export", len(formats()))
