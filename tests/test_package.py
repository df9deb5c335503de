"""The verbs of the package: there, functions, and loaded only when they are used."""

import subprocess
import sys
from types import FunctionType

import pytest

import communique


@pytest.mark.parametrize("verb", communique.__all__)
def test_verbs_are_functions(verb: str) -> None:
    assert isinstance(getattr(communique, verb), FunctionType)
    assert verb in dir(communique)


def run(code: str) -> str:
    """What a new interpreter prints."""
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_import_loads_nothing_else() -> None:
    code = "import sys, communique; print([n for n in sys.modules if n.startswith('communique.')])"
    assert run(code) == "[]"


@pytest.mark.parametrize(
    "first", ["communique.read", "communique.read.text", "communique.pipeline", "communique.cli"]
)
def test_a_verb_stays_a_function_whatever_is_imported_first(first: str) -> None:
    code = f"import {first}, communique; from communique import read; print(callable(communique.read), read)"
    assert run(code).startswith("True <function read")


def test_what_is_no_verb_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        communique.reed  # noqa: B018 - reading it is the test
