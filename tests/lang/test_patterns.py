"""The pattern language of the lexicons: what each operator matches, and what cannot be written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.lang.patterns import Lexicon, half_spaces
from communique.lang.tokens import tokenize

MATCHES = [
    # form, text, the words that match
    ("signed", "They signed it", "signed"),
    ("signed", "They SIGNED it", "SIGNED"),
    ("signed", "They assigned it", None),
    ("reçu|reçue", "Elle fut reçue", "reçue"),
    ("reçu|reçue", "Ils furent reçus", None),
    ("rencontr*", "Ils se rencontreront", "rencontreront"),
    ("rencontr*", "Une encontre", None),
    ("s'est rendu", "Il s’est rendu là", "s ’ est rendu"),
    ("a été? signé", "Il a signé", "a signé"),
    ("a été? signé", "Il a été signé", "a été signé"),
    ("a été? signé", "Il a vite signé", None),
    ("joint statement?", "A joint declaration", "joint"),
    ("signed ~3 agreement", "signed agreement", "signed agreement"),
    ("signed ~3 agreement", "signed a new trade agreement", "signed a new trade agreement"),
    ("signed ~3 agreement", "signed a very new trade agreement", None),
    ("semnat|parafat acord*", "au parafat acordul", "parafat acordul"),
    ("تفاهم‌نامه", "یک تفاهم‌نامه", "تفاهم‌نامه"),
    ("تفاهم‌نامه", "یک تفاهمنامه", "تفاهمنامه"),
    ("تفاهم‌نامه", "یک تفاهم نامه", "تفاهم نامه"),
    ("تفاهم‌نامه", "یک تفاهم و نامه", None),
    ("vice-ministre", "un vice-ministre", "vice - ministre"),
]
UNREADABLE = ["", "~2 signed", "été? signé", "ab*", "a b|c d|e-f", "~3"]


def _found(lexicon: Lexicon[str], text: str) -> list[str]:
    tokens = tokenize(text)
    return [" ".join(t.text for t in tokens[m.start : m.end]) for m in lexicon.find(tokens)]


@pytest.mark.parametrize(("form", "text", "words"), MATCHES)
def test_a_form_matches(form: str, text: str, words: str | None) -> None:
    assert _found(Lexicon([(form, "")], folded=False), text) == ([words] if words else [])


@pytest.mark.parametrize("form", UNREADABLE)
def test_a_form_that_cannot_be_read_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match="form"):
        Lexicon([(form, "")], folded=False)


def test_a_folded_lexicon_reads_texts_without_accents() -> None:
    rows = [("președintele", "")]
    assert _found(Lexicon(rows, folded=True), "Presedintele a venit") == ["Presedintele"]
    assert _found(Lexicon(rows, folded=False), "Presedintele a venit") == []


def test_the_longest_match_wins_and_matches_do_not_overlap() -> None:
    lexicon = Lexicon([("joint", "a"), ("joint statement", "b"), ("statement on", "c")], folded=False)
    assert [m.row for m in lexicon.find(tokenize("joint statement on joint talks"))] == ["b", "a"]


def test_of_equals_the_earlier_row_wins() -> None:
    tokens = tokenize("pact")
    lexicon = Lexicon([("pact", "first"), ("pact", "second")], folded=False)
    match = lexicon.longest(tokens, 0)
    assert match and match.row == "first"
    assert [m.row for m in lexicon.at(tokens, 0)] == ["first", "second"]


@pytest.mark.parametrize(("form", "count"), [("وزیر", 1), ("نخست‌وزیر", 2), ("بین‌المللی‌ها", 4), ("ا‌ب‌ج‌د‌ه", 2)])
def test_half_spaces_leave_spellings(form: str, count: int) -> None:
    spelled = half_spaces(form)
    assert len(set(spelled)) == len(spelled) == count
    assert all("\u200c" not in s for s in spelled)


WORDS = st.lists(st.sampled_from(["treaty", "pact", "of", "peace", "and", "trade"]), min_size=1, max_size=5)


@given(st.lists(WORDS, min_size=1, max_size=6), WORDS, st.booleans())
@settings(max_examples=100, deadline=None)
def test_plain_forms_are_found_where_their_words_stand(forms: list[list[str]], text: list[str], folded: bool) -> None:
    lexicon = Lexicon([(" ".join(f), tuple(f)) for f in forms], folded=folded)
    tokens = tokenize(" ".join(text))
    for i in range(len(tokens)):
        expected = {tuple(f) for f in forms if text[i : i + len(f)] == f}
        assert {m.row for m in lexicon.at(tokens, i)} == expected
