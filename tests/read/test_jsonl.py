"""Lines of JSON: what each member may be, and what becomes of lines that are not right."""

import io
import json
from typing import Any

import pytest

from communique.errors import InputError
from communique.model import Article
from communique.read.jsonl import read_jsonl

TEXT = "The two ministers met in Ankara on Monday."


def lines(*rows: Any, limit: int = 10_000) -> tuple[list[Article], list[InputError]]:
    """Articles and problems of rows, each an object to be dumped or the bytes of a line."""
    data = b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows)
    problems: list[InputError] = []
    found = read_jsonl(io.BytesIO(data), "in.jsonl", problems=problems, limit=limit)
    return [article for _, article in found], problems


def test_every_member_is_read() -> None:
    row = {
        "id": "a", "text": TEXT, "title": "Talks", "published": "2023-03-12", "source": "IRNA",
        "url": "https://example.org/a", "language": "en", "tags": ["ignored"],
    }  # fmt: skip
    articles, problems = lines(row)
    assert articles == [Article("a", TEXT, "en", "Talks", "2023-03-12", "IRNA", "https://example.org/a")]
    assert problems == []


def test_title_from_elsewhere_leaves_the_text_alone() -> None:
    (article,), _ = lines({"id": "a", "text": TEXT, "title": "Not in the text"})
    assert (article.title, article.text) == ("Not in the text", TEXT)


def test_blank_lines_and_a_mark_at_the_start_are_passed_over() -> None:
    articles, problems = lines(
        b'\xef\xbb\xbf{"id": 7, "text": "One."}', b"", b"  \r", {"id": "b", "text": "Two."}
    )
    assert [article.id for article in articles] == ["7", "b"]
    assert problems == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"id": "a", "text": ', "is not JSON (Expecting value at column 20)"),
        (b"[" * 100_000, "is not JSON (too deep or too large)"),
        (b'{"id": "a", "text": "\xe9t\xe9"}', "is not UTF-8"),
        (b'["a", "b"]', "is not a JSON object"),
        (b"null", "is not a JSON object"),
        (b"0", "is not a JSON object"),
        ({"text": TEXT}, "has no id"),
        ({"id": " ", "text": TEXT}, "has no id"),
        ({"id": True, "text": TEXT}, "has no id"),
        ({"id": "a"}, "has no text"),
        ({"id": "a", "text": [TEXT]}, "has no text"),
        ({"id": "a", "text": " \n"}, "is empty"),
        (b'{"id": "a", "text": "half \\ud83d"}', "holds half a character (a lone surrogate)"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(line: Any, problem: str) -> None:
    articles, problems = lines({"id": "1", "text": TEXT}, line, {"id": "3", "text": TEXT}, limit=1_000_000)
    assert [article.id for article in articles] == ["1", "3"]
    assert [(error.where, error.problem) for error in problems] == [("in.jsonl:2", problem)]
    assert problems[0].remedy


def test_a_line_beyond_the_limit_is_skipped_to_its_end() -> None:
    articles, problems = lines({"id": "1", "text": "x" * 500}, {"id": "2", "text": TEXT}, limit=100)
    assert [article.id for article in articles] == ["2"]
    assert [(error.where, error.problem) for error in problems] == [
        ("in.jsonl:1", "is longer than 100 bytes")
    ]


@pytest.mark.parametrize(
    ("given", "kept"),
    [("2023-03", "2023-03"), ("2022-22", "2022-22"), ("2023-03-12T10:15:00Z", "2023-03-12"), ("", None)],
)
def test_published_is_a_date(given: str, kept: str | None) -> None:
    (article,), problems = lines({"id": "a", "text": TEXT, "published": given})
    assert article.published == kept
    assert problems == []


@pytest.mark.parametrize("given", ["12/03/2023", "2023-02-30", "yesterday", "2023-13-01T00:00:00Z", 20230312])
def test_published_that_is_no_date_is_left_out_and_named(given: Any) -> None:
    (article,), problems = lines({"id": "a", "text": TEXT, "published": given})
    assert article.published is None
    assert [error.where for error in problems] == ["in.jsonl:1"]
    assert "published" in problems[0].problem and "left out" in problems[0].problem


@pytest.mark.parametrize(
    ("first", "problem"),
    [
        (b"[", "is one JSON document and not JSON lines"),
        (b"{", "is one JSON document and not JSON lines"),
        ("{}".encode("utf-16"), "is JSON in UTF-16 or UTF-32"),
    ],
)
def test_what_is_not_json_lines_at_all_is_refused_once(first: bytes, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        lines(first, b'"id": "a",', b"}")
    assert (caught.value.where, caught.value.problem) == ("in.jsonl", problem)
