"""The sample articles, read and built once for every test of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import build, extract, read, resolve
from communique.errors import InputError
from communique.model import Article, Record

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="session")
def articles() -> dict[str, Article]:
    """Id -> sample article."""
    problems: list[InputError] = []
    found = {article.id: article for article in read([SAMPLES], problems=problems)}
    assert not problems
    return found


@pytest.fixture(scope="session")
def records(articles: dict[str, Article]) -> dict[str, Record]:
    """Id -> record of a sample article, resolved."""
    return {record.id: record for record in resolve(map(extract, articles.values()))}


@pytest.fixture(scope="session")
def graph_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the graph of the sample articles."""
    out = tmp_path_factory.mktemp("samples") / "graph"
    build([SAMPLES], out, jobs=1)
    return out
