"""The verbs of the package: there, callable, and loaded only when they are used."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import communique
from communique.errors import InputError


@pytest.mark.parametrize("verb", communique.__all__)
def test_verbs_are_there_and_can_be_sent_to_another_process(verb: str) -> None:
    found = getattr(communique, verb)
    assert callable(found)
    assert verb in dir(communique)
    assert pickle.loads(pickle.dumps(found)) is found


def test_calling_a_stage_calls_its_verb(tmp_path: Path) -> None:
    problems: list[InputError] = []
    assert list(communique.read([tmp_path / "missing"], problems=problems)) == []
    assert [error.problem for error in problems] == ["does not exist"]


def run(code: str) -> str:
    """What a new interpreter prints."""
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_import_loads_nothing_else() -> None:
    code = "import sys, communique; print([n for n in sys.modules if n.startswith('communique.')])"
    assert run(code) == "[]"


@pytest.mark.parametrize(
    "first",
    [
        "import communique",
        "import communique.read",
        "import communique.read.text as text",
        "from communique.read import read",
        "import communique.pipeline",
        "import communique.cli",
    ],
)
def test_the_order_of_imports_does_not_matter(first: str) -> None:
    code = f"""
{first}
import communique
from communique.errors import InputError
from communique import read as verb
from communique.read import read as function
import communique.read.jsonl as jsonl
nothing = list(verb([], problems=[])), list(function([], problems=[]))
print(communique.read is verb, nothing, jsonl.__name__)
"""
    assert run(code) == "True ([], []) communique.read.jsonl"


def test_what_is_no_verb_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        communique.reed  # noqa: B018 - reading it is the test
