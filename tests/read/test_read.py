"""Reading as a whole: nothing stops it, and whatever is not read is named with its place and a remedy."""

import io
import json
import sys
from pathlib import Path

import pytest

from communique.errors import CommuniqueError, InputError
from communique.model import Article
from communique.read import read
from communique.read.sources import Source

ENGLISH = (
    "Ministers of Oman and Kenya met in Muscat.\n\nThe two ministers signed a protocol on trade on Monday."
)
ROMANIAN = (
    "Ministrii s-au intalnit la Belgrad.\n\nCei doi au semnat un protocol de colaborare in domeniul energiei."
)
UKRAINIAN = "Сторони підписали угоду про співпрацю. Міністр прибув до столиці з офіційним візитом."


def result(*inputs: str | Path, **options: object) -> tuple[list[Article], list[tuple[str, str]]]:
    """Articles, and (last part of the place, problem) of what was not read; every problem has a remedy."""
    problems: list[InputError] = []
    articles = list(read(inputs, problems=problems, **options))  # type: ignore[arg-type]
    assert all(error.remedy for error in problems)
    return articles, [(Path(error.where).name, error.problem) for error in problems]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A file with an English article."""
    path = tmp_path / "en-1.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


def test_language_and_text(good: Path, tmp_path: Path) -> None:
    (tmp_path / "ro-1.txt").write_bytes(ROMANIAN.replace("\n", "\r\n").encode("utf-16"))
    articles, problems = result(tmp_path)
    assert [(a.id, a.language) for a in articles] == [("en-1", "en"), ("ro-1", "ro")]
    assert articles[1].text == ROMANIAN.replace("\n", "\r\n")
    assert problems == []


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf  \n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", "is not text"),
        (b"x " * 3000, "is longer than 2,000 bytes"),
        (UKRAINIAN.encode(), "is in Ukrainian, which cannot be read"),
        (b"2 x 2 = 4", "is in no language that is recognised"),
    ],
)
def test_a_bad_file_does_not_stop_the_reading(good: Path, tmp_path: Path, data: bytes, problem: str) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    articles, problems = result(tmp_path / "bad.txt", tmp_path / "missing.txt", good, limit=2_000)
    assert [article.id for article in articles] == ["en-1"]
    assert problems == [("bad.txt", problem), ("missing.txt", "does not exist")]


def test_a_language_of_ours_settles_what_cannot_be_recognised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Oman - Kenya 2 : 1")
    articles, problems = result(tmp_path, language="ro-RO")
    assert ([article.language for article in articles], problems) == (["ro"], [])


def test_a_language_of_nobody_is_refused_at_once(good: Path) -> None:
    with pytest.raises(CommuniqueError, match="no language 'xx'"):
        read([good], problems=[], language="xx")


def test_what_a_line_says_of_its_language_wins(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": ENGLISH, "language": "fr-BE"},
        {"id": "b", "text": ENGLISH, "language": "tlh"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    articles, problems = result(tmp_path, language="ro")
    assert [(a.id, a.language) for a in articles] == [("a", "fr")]
    assert problems == [("a.jsonl:2", "is in 'tlh', which cannot be read")]


def test_an_id_stands_for_one_article(good: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "en-1", "text": ENGLISH}))
    articles, problems = result(good, tmp_path / "a.jsonl", good)
    assert len(articles) == 1
    assert problems == [("a.jsonl:1", "has the id 'en-1' again"), ("en-1.txt", "has the id 'en-1' again")]


def test_a_dropped_article_does_not_take_the_id(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": UKRAINIAN}, {"id": "a", "text": ENGLISH}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    articles, _ = result(tmp_path)
    assert [article.language for article in articles] == ["en"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a", "a.log"])
def test_json_lines_by_name_or_by_sight(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(json.dumps({"id": "x", "text": ENGLISH}))
    articles, _ = result(tmp_path / name)
    assert [article.id for article in articles] == ["x"]


def test_standard_input_is_text_or_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, id in ((ENGLISH, "stdin"), (json.dumps({"id": "x", "text": ENGLISH}), "x")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        articles, problems = result("-")
        assert ([article.id for article in articles], problems) == ([id], [])


def test_sources_are_accounted_for_in_order(good: Path, tmp_path: Path) -> None:
    (tmp_path / "z.txt").write_text("")
    sources: list[Source] = []
    result(tmp_path, sources=sources)
    assert [(Path(s.name).name, s.size) for s in sources] == [("en-1.txt", len(ENGLISH)), ("z.txt", 0)]


def test_reading_is_lazy(good: Path, tmp_path: Path) -> None:
    rows = "\n".join(json.dumps({"id": str(n), "text": ENGLISH}) for n in range(10_000))
    (tmp_path / "many.jsonl").write_text(rows)
    sources: list[Source] = []
    articles = read([tmp_path / "many.jsonl"], problems=[], sources=sources)
    assert next(articles).id == "0"
    assert sources == []
