"""How real a meeting or an agreement is, from the cues around its trigger."""

import pytest

MEETINGS = [
    ("en", "Kenya met Ghana in Oslo.", ["held"]),
    ("en", "Kenya will meet Ghana in Oslo.", ["planned"]),
    ("en", "Kenya is expected to meet Ghana in Oslo.", ["planned"]),
    ("en", "The talks between Kenya and Ghana were cancelled.", ["cancelled"]),
    ("fr", "La rencontre entre le Kenya et le Ghana a été annulée.", ["cancelled"]),
    ("fr", "Le Kenya rencontrera le Ghana à Oslo.", ["planned"]),
    ("ro", "Întâlnirea dintre Kenya și Ghana a fost anulată.", ["cancelled"]),
    ("fa", "کنیا با نروژ در نایروبی دیدار خواهد کرد.", ["planned"]),
]
AGREEMENTS = [
    ("en", "Kenya and Ghana signed a treaty.", ["signed"]),
    ("en", "Kenya and Ghana are negotiating a treaty.", ["negotiating"]),
    ("en", "Kenya and Ghana will sign a treaty.", ["negotiating"]),
    ("en", "Kenya proposed a treaty with Ghana.", ["proposed"]),
    ("en", "Kenya withdrew from the treaty with Ghana.", ["ended"]),
    ("en", "Kenya and Ghana agreed to sign a treaty.", ["agreed"]),
    ("en", "Kenya and Ghana signed no treaty.", []),
    ("fr", "Le Kenya et le Ghana ont signé un traité.", ["signed"]),
    ("fr", "Le Kenya et le Ghana vont signer un traité.", ["negotiating"]),
    ("ro", "Kenya și Ghana au semnat un tratat.", ["signed"]),
    ("ro", "Kenya și Ghana vor semna un tratat.", ["negotiating"]),
    ("fa", "کنیا و نروژ قرارداد امضا کردند.", ["signed"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), MEETINGS)
def test_the_status_of_a_meeting(tell, language: str, text: str, expected: list[str]) -> None:
    assert [m.status for m in tell(language, text).record.meetings] == expected


@pytest.mark.parametrize(("language", "text", "expected"), AGREEMENTS)
def test_the_status_of_an_agreement(tell, language: str, text: str, expected: list[str]) -> None:
    assert [g.status for g in tell(language, text).record.agreements] == expected


@pytest.mark.xfail(strict=True, reason="a denial in the main clause does not reach the clause that it denies")
def test_what_is_denied_is_alleged(tell) -> None:
    found = tell("en", "Peru denied that it had signed a treaty with Chile.").record
    assert [g.status for g in found.agreements] == ["alleged"]
