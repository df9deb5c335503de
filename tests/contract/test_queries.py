"""Every named query: says what it asks, runs on the graph of the samples, and uses its parameters."""

from pathlib import Path

import pyoxigraph
import pytest

from communique.store.load import open_store
from communique.store.named import NamedQuery, bind, named_queries
from communique.store.query import run_query

BY_NAME = pytest.mark.parametrize("question", named_queries(), ids=lambda question: question.name)
RARE = {"disputed-facts"}  # has an answer only where documents differ


@pytest.fixture(scope="module")
def store(graph_folder: Path) -> pyoxigraph.Store:
    return open_store(graph_folder)


@BY_NAME
def test_the_first_line_is_the_question(question: NamedQuery) -> None:
    assert "?" in question.question and question.question[0].isupper()
    assert all(f"{name}" in question.question for name in question.parameters), "say what a parameter is"


@BY_NAME
def test_it_has_an_answer(question: NamedQuery, store: pyoxigraph.Store) -> None:
    found = len(list(run_query(store, question.sparql)))
    assert found or question.name in RARE


@BY_NAME
def test_a_name_that_nobody_has_empties_the_answer(question: NamedQuery, store: pyoxigraph.Store) -> None:
    for name in question.parameters:
        asked = bind(store, question, {name: 'nobody " of that name'})
        assert not list(run_query(store, asked)), name
