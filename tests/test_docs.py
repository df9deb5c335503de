"""What a newcomer reads is true: the examples print what the pages say, and everything there is is described."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from examples import PAGES, ROOT, contains, examples

from communique import __version__
from communique.cli import main
from communique.export import formats
from communique.lang.load import languages, load
from communique.schema.terms import classes, properties
from communique.store.named import named_queries

README = (ROOT / "README.md").read_text(encoding="utf-8")
MANUAL = "".join(page.read_text(encoding="utf-8") for page in PAGES)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_print_what_the_page_says(page: Path) -> None:
    for example in examples(page):
        where = f"{page.name}:{example.line}; run: python tools/examples.py --update"
        assert example.made == example.written, where


def test_an_excerpt_is_contained_or_not() -> None:
    assert contains({"a": [{"b": 1, "c": 2}]}, {"a": [{"b": 1}]})
    assert not contains({"a": [{"b": 1, "c": 2}]}, {"a": [{"b": 2}]})


@pytest.mark.parametrize("command", main.list_commands(None))  # type: ignore[attr-defined]
def test_every_command_has_an_example(command: str) -> None:
    assert f"$ communique {command} " in README


@pytest.mark.parametrize("format_", formats().values(), ids=formats())
def test_every_file_of_a_build_is_described(format_: object) -> None:
    assert f"`{format_.filename}`" in README.partition("## Files")[2]  # type: ignore[attr-defined]


@pytest.mark.parametrize("question", named_queries(), ids=lambda question: question.name)
def test_every_named_query_is_described(question: object) -> None:
    page = (ROOT / "docs/queries.md").read_text(encoding="utf-8")
    row = next((line for line in page.splitlines() if line.startswith(f"| `{question.name}`")), "")  # type: ignore[attr-defined]
    assert row and all(f"`{name}`" in row for name in question.parameters)  # type: ignore[attr-defined]


def test_every_language_is_named() -> None:
    part = README.partition("## Languages")[2]
    english = {"ar": "Arabic", "en": "English", "fa": "Persian", "fr": "French", "ro": "Romanian", "ru": "Russian"}
    assert all(english.get(code, load(code).profile.name) in part for code in languages())


def test_every_option_that_is_written_of_exists() -> None:
    written = set(re.findall(r"`(--[a-z-]+)`", README)) - {"--help"}
    options = {
        option
        for name in main.list_commands(None)  # type: ignore[attr-defined,arg-type]
        for parameter in main.get_command(None, name).params  # type: ignore[attr-defined,arg-type]
        for option in parameter.opts
    }
    assert written <= options


def test_files_that_are_written_of_exist() -> None:
    written = re.findall(r"`((?:bash )?(?:tools|graph|docs|tests|samples)/[\w./-]+)`", MANUAL)
    assert written
    assert all((ROOT / name.removeprefix("bash ")).exists() for name in written), written


def test_ci_runs_the_second_command_of_the_readme() -> None:
    first, second = re.findall(r"^```sh\n(.+)\n```$", README, re.MULTILINE)[:2]
    assert (first, second) == ("bash tools/demo.sh", "bash tools/check.sh")
    assert f"exec {second}" in (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert (ROOT / ".ci/run").stat().st_mode & 0o111


def test_the_version_is_the_same_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert PROJECT["version"] == __version__
    assert f"\nversion: {__version__}\n" in citation
    assert f"## [{__version__}]" in changes or "## [Unreleased]" in changes


def test_the_manual_can_be_built_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for page in tmp_path.rglob("*.html"):
        loaded = re.findall(r"<(?:script|link|img|iframe)\b[^>]*?(?:src|href)=\"([^\"]+)\"", page.read_text("utf-8"))
        assert not [address for address in loaded if re.match(r"(?:https?:)?//", address)], page


def test_every_term_of_the_vocabulary_is_described() -> None:
    page = (ROOT / "docs/graph.md").read_text(encoding="utf-8")
    assert not [name for name in (*classes(), *properties()) if f"\n| `cq:{name}` |" not in page]
