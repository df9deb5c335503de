"""What must hold of every record of the sample articles, and that it does not depend on the run."""

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from communique import build, extract, resolve
from communique.edtf import valid
from communique.lang.load import languages
from communique.model import Article, Meeting, Quote, Record
from communique.schema.record_json import load_line, to_json

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
SCHEMA = json.loads((SAMPLES.parent / "graph/record.schema.json").read_text(encoding="utf-8"))
BY_NAME = pytest.mark.parametrize("name", NAMES)


def quotes(record: Record) -> Iterator[Quote]:
    for fact in (*record.offices, *record.meetings, *record.agreements):
        yield from fact.evidence


def test_there_are_three_articles_in_every_language(articles: dict[str, Article]) -> None:
    counts = Counter(article.language for article in articles.values())
    assert sorted(articles) == NAMES
    assert {code for code, number in counts.items() if number >= 3} == set(languages())
    assert all(name.startswith(f"{article.language}-") for name, article in articles.items())


@BY_NAME
def test_spans_slice_back_to_the_text(
    name: str, articles: dict[str, Article], records: dict[str, Record]
) -> None:
    text, record = articles[name].text, records[name]
    for mention in (mention for entity in record.entities for mention in entity.mentions):
        assert text[mention.start : mention.end] == mention.text != ""
    for quote in quotes(record):
        assert text[quote.start : quote.end] == quote.text != ""
        assert text[: quote.start].endswith(quote.prefix)
        assert text[quote.end :].startswith(quote.suffix)


@BY_NAME
def test_every_fact_has_its_proof(name: str, records: dict[str, Record]) -> None:
    record = records[name]
    assert record.meetings or record.agreements
    for fact in (*record.meetings, *record.agreements):
        who = fact.participants if isinstance(fact, Meeting) else (*fact.parties, *fact.signatories)
        assert who and fact.evidence and fact.why, fact.id
        assert fact.date is None or valid(fact.date)
    assert all(office.evidence for office in record.offices)
    assert all(entity.entity for entity in record.entities)


@BY_NAME
def test_records_keep_the_published_schema(name: str, records: dict[str, Record]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(to_json(records[name]), SCHEMA, jsonschema.Draft202012Validator)


def test_a_broken_record_is_refused_by_the_published_schema(records: dict[str, Record]) -> None:
    broken = json.loads(json.dumps(to_json(records[NAMES[0]])))
    broken["meetings"] = [{"id": "m1", "kind": "séance", "status": "held", "participants": []}]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, SCHEMA, jsonschema.Draft202012Validator)


def test_the_hash_seed_changes_nothing(tmp_path: Path) -> None:
    script = "import sys; from communique import build; build([sys.argv[1]], sys.argv[2], jobs=1)"
    digests = []
    for seed in ("0", "4711"):
        out = tmp_path / seed
        command = [sys.executable, "-c", script, str(SAMPLES), str(out)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        digests.append(digest(out))
    assert digests[0] == digests[1]


def test_the_order_of_articles_changes_no_identifier(articles: dict[str, Article], tmp_path: Path) -> None:
    forth = {record.id: record for record in resolve(map(extract, articles.values()))}
    back = {record.id: record for record in resolve(map(extract, reversed(articles.values())))}
    assert back == forth
    paths = [SAMPLES / f"{name}.txt" for name in NAMES]
    build(paths, tmp_path / "forth", jobs=1)
    build(paths[::-1], tmp_path / "back", jobs=1)
    first, second = digest(tmp_path / "forth"), digest(tmp_path / "back")
    assert {name for name in first if first[name] != second[name]} <= {"records.jsonl"}


def test_the_published_graph_is_what_the_samples_give(graph_folder: Path) -> None:
    published = sorted((SAMPLES.parent / "graph/sample").iterdir())
    assert [path.name for path in published] == ["graph.jsonld", "graph.nq", "graph.ttl", "records.jsonl"]
    for path in published:
        made = (graph_folder / path.name).read_bytes()
        assert made == path.read_bytes(), f"{path.name} is out of date; run: bash tools/sample.sh"


def test_the_records_of_a_build_are_read_back(graph_folder: Path, records: dict[str, Record]) -> None:
    lines = (graph_folder / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert {record.id: record for record in map(load_line, lines)} == records


def digest(folder: Path) -> dict[str, str]:
    """Name -> hash of each file of a graph, but not of the report with its seconds."""
    files = (path for path in folder.iterdir() if path.is_file() and path.name != "report.json")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
