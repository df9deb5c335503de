"""Pairs of names, the same and not: our own pairs one by one, and the floors on the shared ones."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from communique.resolve.compare import compare, score, threshold
from communique.resolve.phonetics import _swap, word

PAIRS = Path(__file__).with_name("pairs.tsv")
GOLD = Path(__file__).parents[3] / "shared/gold/names.tsv"
# precision and recall may rise and not fall
FLOORS = {"person": (0.975, 0.975), "organization": (0.94, 0.93)}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as table:
        return list(csv.DictReader(table, delimiter="\t"))


@pytest.mark.parametrize("row", rows(PAIRS), ids=lambda row: f"{row['form_a']}~{row['form_b']}")
def test_pair(row: dict[str, str]) -> None:
    verdict = compare(row["form_a"], row["lang_a"], row["form_b"], row["lang_b"], row["type"])
    assert verdict.same == (row["same"] == "1"), verdict


@pytest.mark.parametrize("row", rows(PAIRS), ids=lambda row: f"{row['form_a']}~{row['form_b']}")
def test_either_way_round(row: dict[str, str]) -> None:
    there = score(row["form_a"], row["lang_a"], row["form_b"], row["lang_b"], row["type"])
    back = score(row["form_b"], row["lang_b"], row["form_a"], row["lang_a"], row["type"])
    assert there == pytest.approx(back, abs=0.02)


def test_a_price_does_not_tell_which_sound_came_first() -> None:
    """Prices are kept for both ways round as first worked out, so they are equal to the last digit."""
    units = {unit for text in ("Josh Eric", "Иван Эрик", "یوسف عزیزی", "Aeyozh") for unit in word(text).units}
    assert all(_swap(a, b) == _swap(b, a) for a in units for b in units)


def test_the_features_are_the_whole_story() -> None:
    """The score is what the features add up to, and each that counts has a sentence."""
    verdict = compare("Raúl Castro", "fr", "فیدل کاسترو", "fa")
    assert "contradiction" in {feature.name for feature in verdict.features if feature.adds < -1}
    assert all(feature.why for feature in verdict.features)


def test_a_type_that_is_none() -> None:
    with pytest.raises(ValueError, match="neither person nor organization"):
        compare("a", "en", "b", "en", "ship")


@pytest.mark.parametrize(
    "name", ["", " ", "?!", "«»", "\u200c", "金正恩", "A" * 5000, "'; DROP TABLE x", "1984"]
)
def test_names_that_are_hardly_names(name: str) -> None:
    for kind in ("person", "organization"):
        assert 0 <= score(name, "xx", "Ebrahim Raisi", "en", kind) < threshold(kind)


@pytest.mark.skipif(not GOLD.exists(), reason="the shared pairs are not here")
@pytest.mark.parametrize("kind", FLOORS)
def test_floor(kind: str) -> None:
    right = said = true = 0
    for row in rows(GOLD):
        if row["type"] == kind:
            likely = score(row["form_a"], row["lang_a"], row["form_b"], row["lang_b"], kind)
            says, same = likely >= threshold(kind), row["same"] == "1"
            said, true, right = said + says, true + same, right + (says and same)
    precision, recall = right / said, right / true
    assert precision >= FLOORS[kind][0] and recall >= FLOORS[kind][1], (precision, recall)
