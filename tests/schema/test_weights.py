"""The learned weights: their tables load, and every named feature speaks for or against."""

import pytest

from communique.schema.weights import QUESTIONS, Weights, use, weights


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_table_has_a_bias_and_no_weight_that_says_nothing(question: str) -> None:
    of = dict(weights(question).of)
    of.pop("bias")
    assert len(of) > 50
    assert all(weights(question).of[feature] != 0 for feature in of)


def test_a_likelihood_rises_with_what_speaks_for_it() -> None:
    given = Weights({"bias": -1.0, "attached": 2.0, "speaks": -2.0})
    against, nothing, both, favour = (
        given.likelihood(features) for features in (["speaks"], [], ["attached", "speaks"], ["attached"])
    )
    assert 0 < against < nothing == both < favour < 1


def test_who_is_attached_to_a_trigger_is_likelier_to_take_part() -> None:
    assert weights("participant").likelihood(["attached"]) > weights("participant").likelihood(["elsewhere"])


def test_weights_can_be_put_in_place_of_a_table() -> None:
    kept = weights("meeting")
    try:
        use("meeting", Weights({"bias": 0.0}))
        assert weights("meeting").likelihood(["frame=meet"]) == 0.5
    finally:
        use("meeting", kept)
