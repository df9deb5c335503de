"""What is found in the annotated articles is not less than it was: F1 for each language, by each measure."""

import pytest
from gold import CORPORA, SCORER, fallen, fingerprint, floors, scores


@pytest.mark.parametrize("corpus", CORPORA)
def test_scores_do_not_fall(corpus: str) -> None:
    if not CORPORA[corpus][0].exists() or not SCORER.exists():
        pytest.skip("the annotated articles are not beside the checkout")
    pinned = floors()[corpus]
    if fingerprint(corpus) != pinned["fingerprint"]:
        pytest.skip("the annotated articles have changed; run: python tools/gold.py --update")
    assert not fallen(scores(corpus), pinned["f1"])  # type: ignore[arg-type]


def test_a_fall_is_named() -> None:
    pinned = {"all": {"entities": 0.5}, "fr": {"entities": 0.5, "offices": 0.2}}
    found = {"all": {"entities": 0.5}, "fr": {"entities": 0.499}}
    assert fallen(found, pinned) == [
        "fr entities: 0.499 is below 0.500",
        "fr offices: 0.000 is below 0.200",
    ]
