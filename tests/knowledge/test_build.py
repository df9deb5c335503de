"""The generated tables are what the script makes of the libraries."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.knowledge import build, build_cities, entries
from communique.knowledge.load import NAME_COLUMNS


def test_menu_names_become_forms() -> None:
    assert build.variants("Côte d\u2019Ivoire") == ("Côte d'Ivoire",)
    assert build.variants("صربستان") == ("صربستان",)
    assert build.variants("امارات متحدهٔ عربی") == ("امارات متحدهٔ عربی", "امارات متحده عربی")


def test_every_iso_code_is_of_one_entry() -> None:
    codes = build.iso_codes()
    assert len(codes) == len(set(codes.values())) == 250
    assert all(identifier in entries() for identifier in codes)


def test_letters_tell_the_language() -> None:
    city = {"name": "Iaşi", "countrycode": "RO", "alternatenames": ["Яссы", "Ясси", "یاش", "ياسي", "Jassy"]}
    assert list(build_cities.forms(city, "ro")) == ["Iași", "Iasi"]
    assert list(build_cities.forms(city, "ru")) == ["Ясси", "Яссы"]
    assert list(build_cities.forms(city, "fa")) == ["یاش"]


def test_generated_tables_are_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("babel")
    monkeypatch.setattr(build, "HERE", tmp_path)
    here = Path(build.__file__).parent
    for language in build.LANGUAGES:
        build.write(f"names_states/{language}.tsv", NAME_COLUMNS, build.state_names(language))
        assert (tmp_path / f"names_states/{language}.tsv").read_bytes() == (here / f"names_states/{language}.tsv").read_bytes()
