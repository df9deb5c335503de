"""Languages are folders: which there are, what they say of themselves, and what happens where one is broken."""

from __future__ import annotations

import shutil
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from communique.errors import CommuniqueError, DataError
from communique.lang import Language, languages, load

PROFILES = [
    # code, direction, capitals, verb_last, title_first
    ("en", "ltr", True, False, False),
    ("fr", "ltr", True, False, True),
    ("ro", "ltr", True, False, True),
    ("fa", "rtl", False, True, True),
]
BROKEN = [
    ("titles.tsv", "form\tclass\trank\tnote\nchief\toffice\tboss\n", "titles", "lang/en/titles.tsv:2"),
    ("markers.tsv", "form\trole\tnote\nwith\tbeside\n", "markers", "lang/en/markers.tsv:2"),
    ("cues.tsv", "form\tcue\tnote\n~2 will\tplanned\n", "cues", "lang/en/cues.tsv:2"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the languages that a test may break."""
    copy = tmp_path / "lang"
    shutil.copytree(str(files("communique.lang")), copy, ignore=shutil.ignore_patterns("__pycache__"))
    module = sys.modules["communique.lang.load"]  # the package exports a function of the same name
    monkeypatch.setattr(module, "files", lambda package: copy)
    return copy


@pytest.mark.parametrize(("code", "direction", "capitals", "verb_last", "title_first"), PROFILES)
def test_a_profile(code: str, direction: str, capitals: bool, verb_last: bool, title_first: bool) -> None:
    profile = load(code).profile
    found = (profile.direction, profile.capitals, profile.verb_last, profile.title_first)
    assert found == (direction, capitals, verb_last, title_first)


def test_a_language_is_loaded_once() -> None:
    assert load("ro") is load("ro")
    assert load("ro") is not load("ro", folded=True)
    assert load("ro", folded=True).words.isdisjoint({"și", "președinte"})


def test_languages_are_sorted() -> None:
    assert list(languages()) == sorted(languages())


@pytest.mark.parametrize("code", ["xx", "", "../en", "tokens"])
def test_an_unknown_language_names_the_known_ones(code: str) -> None:
    with pytest.raises(CommuniqueError, match="en, fa, fr, ro"):
        load(code)


@pytest.mark.parametrize(("file", "text", "table", "where"), BROKEN)
def test_a_broken_table_is_named(folder: Path, file: str, text: str, table: str, where: str) -> None:
    (folder / "en" / file).write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as raised:
        getattr(Language("en", folded=False), table)
    assert where in str(raised.value)


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / "en" / "cues.tsv").unlink()
    with pytest.raises(DataError, match="missing"):
        _ = Language("en", folded=False).cues


def test_a_missing_line_of_the_profile_is_named(folder: Path) -> None:
    path = folder / "en" / "language.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("verb_last", "verb_first"), encoding="utf-8")
    with pytest.raises(DataError, match="verb_last"):
        Language("en", folded=False)


def test_inflections_are_found_by_the_ending_that_they_replace() -> None:
    assert "bului" in load("ro").inflections["b"]
